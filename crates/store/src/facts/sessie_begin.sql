INSERT INTO sessie (hash, gebruiker, organisatie, rol, csrf, begonnen, gezien) VALUES ($1, $2, $3, $4, $5, $6, $6)
