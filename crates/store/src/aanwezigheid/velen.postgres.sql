-- Twin: SQLite reads JSON with json_each, PostgreSQL with jsonb_array_elements_text.
SELECT aanwezigheid.leerling, aanwezigheid.datum, aanwezigheid.lesuur, aanwezigheid.minuten, aanwezigheid.status, aanwezigheid.minuten_te_laat
FROM jsonb_array_elements_text(CAST($4 AS JSONB)) AS wie (id)
JOIN leerling ON leerling.id = CAST(wie.id AS UUID) AND leerling.organisatie = $1
JOIN aanwezigheid ON aanwezigheid.leerling = leerling.id AND aanwezigheid.datum >= $2 AND aanwezigheid.datum <= $3
ORDER BY aanwezigheid.leerling, aanwezigheid.datum, aanwezigheid.lesuur
