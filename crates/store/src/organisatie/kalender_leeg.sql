DELETE FROM schoolkalender WHERE organisatie = $1
