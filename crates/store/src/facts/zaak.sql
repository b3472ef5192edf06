SELECT organisatie, afdeling, registernummer FROM zaak WHERE id = $1
