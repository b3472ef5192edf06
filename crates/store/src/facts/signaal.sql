SELECT organisatie, leerling FROM signaal WHERE id = $1
