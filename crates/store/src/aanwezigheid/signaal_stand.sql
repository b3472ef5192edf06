UPDATE signaal SET stand = $2, melding = $3 WHERE id = $1 AND organisatie = $4
