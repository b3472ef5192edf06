SELECT leerling.id AS leerling, persoon.voornamen, persoon.tussenvoegsel, persoon.achternaam, aanwezigheid.status, aanwezigheid.minuten_te_laat
FROM leerling
JOIN persoon ON persoon.id = leerling.persoon
LEFT JOIN aanwezigheid ON aanwezigheid.leerling = leerling.id AND aanwezigheid.datum = $3 AND aanwezigheid.lesuur = $4
WHERE leerling.klas = $1 AND leerling.organisatie = $2 AND leerling.ingeschreven <= $3 AND (leerling.uitgeschreven IS NULL OR leerling.uitgeschreven >= $3)
ORDER BY persoon.sorteernaam, leerling.id
