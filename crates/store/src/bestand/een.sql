SELECT id, naam, kolommen, stand, rijen, gedaan, nieuw, gewijzigd, verslag, gemaakt FROM bestand WHERE id = $1 AND organisatie = $2
