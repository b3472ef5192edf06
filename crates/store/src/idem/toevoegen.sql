INSERT INTO idem (organisatie, sleutel, vingerafdruk, status, antwoord, gemaakt) VALUES ($1, $2, $3, $4, $5, $6)
