SELECT id FROM klas WHERE organisatie = $1 AND naam = $2
