SELECT id, nummer, school, meldingnummer, soort, ontvangen, stand, ontvanger, afdeling, zonder_brp, route FROM registermelding ORDER BY ontvangen DESC, nummer DESC LIMIT 200
