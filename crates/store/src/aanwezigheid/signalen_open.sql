SELECT id, leerling, soort, begin_dag, einde_dag, bereikt_op, uiterlijk, minuten, stand, melding, bewijs FROM signaal WHERE organisatie = $1 AND stand <> 'gemeld' ORDER BY uiterlijk NULLS LAST, id
