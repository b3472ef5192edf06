-- Twin: SQLite reads JSON with json_each, PostgreSQL with jsonb_to_recordset.
INSERT INTO aanwezigheid (leerling, datum, lesuur, minuten, status, minuten_te_laat, bron)
SELECT unhex(value ->> 'l'), value ->> 'd', value ->> 'u', value ->> 'm', value ->> 's', value ->> 't', $2
FROM json_each($1)
WHERE true
ON CONFLICT (leerling, datum, lesuur) DO UPDATE
SET minuten = excluded.minuten, status = excluded.status, minuten_te_laat = excluded.minuten_te_laat, bron = excluded.bron
WHERE aanwezigheid.minuten <> excluded.minuten OR aanwezigheid.status <> excluded.status OR aanwezigheid.minuten_te_laat <> excluded.minuten_te_laat
