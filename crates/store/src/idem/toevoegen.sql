INSERT INTO idem (organisatie, sleutel, vingerafdruk, status, antwoord, gemaakt) VALUES ($1, $2, $3, 0, '', $4) ON CONFLICT (organisatie, sleutel) DO NOTHING
