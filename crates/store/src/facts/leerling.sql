SELECT leerling.organisatie, leerling.persoon, leerling.klas, persoon.geboortedatum FROM leerling JOIN persoon ON persoon.id = leerling.persoon WHERE leerling.id = $1
