SELECT organisatie, leerling FROM melding WHERE id = $1
