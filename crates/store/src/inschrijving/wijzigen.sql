UPDATE leerling SET klas = $3, ingeschreven = $4, uitgeschreven = $5, startkwalificatie = $6 WHERE id = $1 AND organisatie = $2
