SELECT leerling.leerlingnummer, leerling.id FROM leerling WHERE leerling.organisatie = $1
