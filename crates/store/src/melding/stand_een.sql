SELECT melding.leerling, leerling.leerlingnummer, melding.nummer, melding.soort, melding.stand, melding.begin_dag, melding.einde_dag, melding.minuten, melding.verzonden, melding.registernummer, melding.registerdatum, melding.registerstand, melding.reden_stand, melding.terugkoppeling
FROM melding JOIN leerling ON leerling.id = melding.leerling
WHERE melding.organisatie = $1 AND melding.nummer = $2
