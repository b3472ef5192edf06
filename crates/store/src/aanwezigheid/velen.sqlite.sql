-- Twin: SQLite reads JSON with json_each, PostgreSQL with jsonb_array_elements_text.
SELECT aanwezigheid.leerling, aanwezigheid.datum, aanwezigheid.lesuur, aanwezigheid.minuten, aanwezigheid.status, aanwezigheid.minuten_te_laat
FROM json_each($4) AS wie
CROSS JOIN leerling ON leerling.id = unhex(wie.value) AND leerling.organisatie = $1
JOIN aanwezigheid ON aanwezigheid.leerling = leerling.id AND aanwezigheid.datum >= $2 AND aanwezigheid.datum <= $3
ORDER BY aanwezigheid.leerling, aanwezigheid.datum, aanwezigheid.lesuur
