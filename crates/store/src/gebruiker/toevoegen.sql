INSERT INTO gebruiker (id, code, naam, persoon, demo, wachtwoord, totp) VALUES ($1, $2, $3, $4, $5, $6, $7)
