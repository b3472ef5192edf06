SELECT logboek.organisatie, volgnummer, moment, gebruiker, rol, handeling, soort, voorwerp, betrokkene, doel, grondslag, spoor, hash
FROM logboek
ORDER BY moment DESC, volgnummer DESC
LIMIT $1
