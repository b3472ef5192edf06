SELECT id, nummer, school, meldingnummer, soort, ontvangen, stand, ontvanger, afdeling, zonder_brp, route FROM registermelding WHERE nummer = $1
