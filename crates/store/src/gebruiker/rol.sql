INSERT INTO rol_toekenning (gebruiker, organisatie, rol, van, tot) VALUES ($1, $2, $3, $4, $5)
