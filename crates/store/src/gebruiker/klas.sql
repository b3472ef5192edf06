INSERT INTO klas_medewerker (klas, gebruiker, van, tot) VALUES ($1, $2, $3, $4) ON CONFLICT (klas, gebruiker) DO NOTHING
