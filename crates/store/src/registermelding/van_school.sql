SELECT id, nummer, school, meldingnummer, soort, ontvangen, stand, ontvanger, afdeling, zonder_brp, route FROM registermelding WHERE school = $1 AND meldingnummer = $2
