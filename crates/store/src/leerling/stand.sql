SELECT leerling.id AS leerling, persoon.voornamen, persoon.tussenvoegsel, persoon.achternaam, klas.naam AS klas,
       stand.zeker, stand.mogelijk, stand.keren_te_laat, stand.dagen_weg
FROM stand
JOIN leerling ON leerling.id = stand.leerling
JOIN persoon ON persoon.id = leerling.persoon
JOIN klas ON klas.id = leerling.klas
WHERE stand.organisatie = $1 AND stand.mogelijk >= $2
  AND ($3 = FALSE OR EXISTS (SELECT 1 FROM klas_medewerker WHERE klas_medewerker.klas = leerling.klas AND klas_medewerker.gebruiker = $4))
ORDER BY stand.zeker DESC, stand.mogelijk DESC, persoon.sorteernaam
LIMIT 200
