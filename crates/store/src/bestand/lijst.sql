SELECT id, naam, kolommen, stand, rijen, gedaan, nieuw, gewijzigd, verslag, gemaakt FROM bestand WHERE organisatie = $1 ORDER BY gemaakt DESC LIMIT 20
