INSERT INTO schoolkalender (organisatie, soort, begin_dag, einde_dag) VALUES ($1, $2, $3, $4)
