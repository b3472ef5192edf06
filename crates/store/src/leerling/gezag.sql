INSERT INTO gezag (ouder, kind, soort, van, tot) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (ouder, kind, van) DO UPDATE SET soort = excluded.soort, tot = excluded.tot
