INSERT INTO roosterles (klas, dag, lesuur, vak) VALUES ($1, $2, $3, $4) ON CONFLICT (klas, dag, lesuur) DO UPDATE SET vak = excluded.vak
