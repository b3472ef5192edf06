SELECT dag, lesuur FROM roosterles WHERE klas = $1 ORDER BY dag, lesuur
