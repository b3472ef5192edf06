INSERT INTO logboek (organisatie, volgnummer, moment, gebruiker, rol, handeling, soort, voorwerp, betrokkene, doel, grondslag, spoor, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
