-- Twin: SQLite reads JSON with json_each, PostgreSQL with jsonb_to_recordset.
INSERT INTO stand (leerling, organisatie, peildatum, zeker, mogelijk, keren_te_laat, dagen_weg)
SELECT leerling.id, $1, $2, r.value ->> 'z', r.value ->> 'm', r.value ->> 't', 0
FROM json_each($3) AS r
CROSS JOIN leerling ON leerling.id = unhex(r.value ->> 'l') AND leerling.organisatie = $1
WHERE true
ON CONFLICT (leerling) DO UPDATE SET peildatum = excluded.peildatum, zeker = excluded.zeker, mogelijk = excluded.mogelijk, keren_te_laat = excluded.keren_te_laat, dagen_weg = excluded.dagen_weg
