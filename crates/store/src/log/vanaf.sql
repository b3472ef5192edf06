SELECT organisatie, volgnummer, moment, gebruiker, rol, handeling, soort, voorwerp, betrokkene, doel, grondslag, spoor, hash
FROM logboek
WHERE organisatie = $1 AND volgnummer > $2
ORDER BY volgnummer
LIMIT $3
