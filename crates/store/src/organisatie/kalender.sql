SELECT soort, begin_dag, einde_dag FROM schoolkalender WHERE organisatie = $1 ORDER BY begin_dag
