SELECT roosterles.dag, roosterles.lesuur
FROM roosterles
JOIN leerling ON leerling.klas = roosterles.klas
WHERE leerling.id = $1
ORDER BY roosterles.dag, roosterles.lesuur
