SELECT leerling.id, leerling.organisatie, leerling.persoon, persoon.voornamen, persoon.tussenvoegsel, persoon.achternaam, persoon.geboortedatum, persoon.geslacht,
       persoon.gemeente_code, persoon.verblijf_gemeente, persoon.geheim, klas.naam AS klas, klas.id AS klas_id, klas.opleiding,
       leerling.leerlingnummer, leerling.ingeschreven, leerling.uitgeschreven, leerling.startkwalificatie
FROM leerling
JOIN persoon ON persoon.id = leerling.persoon
JOIN klas ON klas.id = leerling.klas
WHERE leerling.leerlingnummer = $1 AND leerling.organisatie = $2
