UPDATE melding SET stand = 'ingetrokken', reden_stand = $3, versie = versie + 1 WHERE id = $1 AND organisatie = $2 AND stand <> 'ingetrokken'
