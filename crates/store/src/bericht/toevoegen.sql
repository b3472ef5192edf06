INSERT INTO bericht (id, van, naar, soort, sleutel, inhoud, stand, pogingen, gemaakt, verwerkt) VALUES ($1, $2, $3, $4, $5, $6, 'klaar', 0, $7, NULL) ON CONFLICT (sleutel) DO NOTHING
