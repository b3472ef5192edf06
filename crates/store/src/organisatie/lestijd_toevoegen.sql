INSERT INTO lestijd (organisatie, lesuur, begin, einde) VALUES ($1, $2, $3, $4)
