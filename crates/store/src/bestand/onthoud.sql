INSERT INTO kolomindeling (organisatie, handtekening, kolommen) VALUES ($1, $2, $3) ON CONFLICT (organisatie, handtekening) DO UPDATE SET kolommen = excluded.kolommen
