INSERT INTO taak_gedaan (taak, dag) VALUES ($1, $2) ON CONFLICT (taak, dag) DO NOTHING
