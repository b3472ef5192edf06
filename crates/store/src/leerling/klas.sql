INSERT INTO klas (id, organisatie, naam, opleiding) VALUES ($1, $2, $3, $4)
