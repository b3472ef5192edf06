SELECT leerling.id FROM leerling WHERE leerling.organisatie = $1 ORDER BY leerling.id
