DELETE FROM signaal WHERE leerling = $1 AND stand = 'open'
