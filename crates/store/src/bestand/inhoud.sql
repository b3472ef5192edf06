SELECT inhoud FROM bestand WHERE id = $1 AND organisatie = $2
