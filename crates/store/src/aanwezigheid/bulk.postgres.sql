-- Twin: SQLite reads JSON with json_each, PostgreSQL with jsonb_to_recordset.
INSERT INTO aanwezigheid (leerling, datum, lesuur, minuten, status, minuten_te_laat, bron)
SELECT CAST(r.l AS UUID), r.d, r.u, r.m, r.s, r.t, $2
FROM jsonb_to_recordset(CAST($1 AS JSONB)) AS r (l TEXT, d TEXT, u BIGINT, m BIGINT, s TEXT, t BIGINT)
WHERE true
ON CONFLICT (leerling, datum, lesuur) DO UPDATE
SET minuten = excluded.minuten, status = excluded.status, minuten_te_laat = excluded.minuten_te_laat, bron = excluded.bron
WHERE aanwezigheid.minuten <> excluded.minuten OR aanwezigheid.status <> excluded.status OR aanwezigheid.minuten_te_laat <> excluded.minuten_te_laat
