-- Twin: SQLite reads JSON with json_each, PostgreSQL with jsonb_to_recordset.
INSERT INTO stand (leerling, organisatie, peildatum, zeker, mogelijk, keren_te_laat, dagen_weg)
SELECT leerling.id, $1, $2, r.z, r.m, r.t, 0
FROM jsonb_to_recordset(CAST($3 AS JSONB)) AS r (l TEXT, z BIGINT, m BIGINT, t BIGINT)
JOIN leerling ON leerling.id = CAST(r.l AS UUID) AND leerling.organisatie = $1
WHERE true
ON CONFLICT (leerling) DO UPDATE SET peildatum = excluded.peildatum, zeker = excluded.zeker, mogelijk = excluded.mogelijk, keren_te_laat = excluded.keren_te_laat, dagen_weg = excluded.dagen_weg
