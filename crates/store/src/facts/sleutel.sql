SELECT organisatie, naam FROM api_sleutel WHERE hash = $1 AND ingetrokken IS NULL
