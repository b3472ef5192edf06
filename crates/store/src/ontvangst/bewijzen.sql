SELECT id, leerling, bewijs FROM signaal WHERE organisatie = $1 ORDER BY id
