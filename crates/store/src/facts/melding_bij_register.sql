SELECT organisatie, leerling FROM melding WHERE registernummer = $1
