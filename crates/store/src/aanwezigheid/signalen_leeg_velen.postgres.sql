-- Twin: SQLite reads JSON with json_each, PostgreSQL with jsonb_to_recordset.
DELETE FROM signaal WHERE organisatie = $1 AND stand = 'open' AND leerling IN (SELECT CAST(r.l AS UUID) FROM jsonb_to_recordset(CAST($2 AS JSONB)) AS r (l TEXT))
