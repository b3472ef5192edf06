SELECT organisatie FROM bestand WHERE id = $1
