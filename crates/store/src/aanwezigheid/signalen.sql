SELECT id, leerling, soort, begin_dag, einde_dag, bereikt_op, uiterlijk, minuten, stand, melding, bewijs FROM signaal WHERE leerling = $1 ORDER BY begin_dag
