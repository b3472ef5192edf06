INSERT INTO teller (naam, waarde)
VALUES ($1, 1)
ON CONFLICT (naam) DO UPDATE SET waarde = teller.waarde + 1
RETURNING waarde
