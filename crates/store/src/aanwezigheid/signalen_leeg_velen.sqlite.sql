-- Twin: SQLite reads JSON with json_each, PostgreSQL with jsonb_to_recordset.
DELETE FROM signaal WHERE organisatie = $1 AND stand = 'open' AND leerling IN (SELECT unhex(r.value ->> 'l') FROM json_each($2) AS r)
