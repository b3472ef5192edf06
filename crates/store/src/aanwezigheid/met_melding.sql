SELECT DISTINCT melding.leerling FROM melding JOIN leerling ON leerling.id = melding.leerling WHERE leerling.organisatie = $1
