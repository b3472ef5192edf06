INSERT INTO organisatie (id, code, soort, naam, brin, gemeente_code, onderwijssoort, vakantieregio, lesuur_minuten, te_laat_heel_lesuur, email, telefoon, regeling)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
