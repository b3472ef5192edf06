INSERT INTO api_sleutel (hash, organisatie, naam, gemaakt, ingetrokken) VALUES ($1, $2, $3, $4, NULL)
