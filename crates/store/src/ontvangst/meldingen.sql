SELECT id, leerling, inhoud FROM melding WHERE organisatie = $1 ORDER BY id
