INSERT INTO aanwezigheid_historie (leerling, datum, lesuur, moment, was, werd, wie, waarom) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (leerling, datum, lesuur, moment) DO NOTHING
