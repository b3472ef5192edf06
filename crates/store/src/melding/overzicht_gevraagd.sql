UPDATE melding SET overzicht_gevraagd = $3 WHERE organisatie = $1 AND registernummer = $2
