DELETE FROM lestijd WHERE organisatie = $1
