SELECT leerling.id, leerling.organisatie, leerling.persoon, persoon.voornamen, persoon.tussenvoegsel, persoon.achternaam, persoon.geboortedatum, persoon.geslacht,
       persoon.gemeente_code, persoon.verblijf_gemeente, persoon.geheim, klas.naam AS klas, klas.id AS klas_id, klas.opleiding,
       leerling.leerlingnummer, leerling.ingeschreven, leerling.uitgeschreven, leerling.startkwalificatie
FROM leerling
JOIN persoon ON persoon.id = leerling.persoon
JOIN klas ON klas.id = leerling.klas
WHERE leerling.persoon = $1
   OR leerling.persoon IN (SELECT kind FROM gezag WHERE ouder = $1 AND soort <> 'geen' AND van <= $2 AND (tot IS NULL OR tot >= $2))
ORDER BY persoon.geboortedatum
