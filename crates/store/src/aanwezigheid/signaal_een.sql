SELECT id, leerling, soort, begin_dag, einde_dag, bereikt_op, uiterlijk, minuten, stand, melding, bewijs FROM signaal WHERE id = $1 AND organisatie = $2
