INSERT INTO leerling (id, organisatie, persoon, klas, leerlingnummer, ingeschreven, uitgeschreven, startkwalificatie) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
