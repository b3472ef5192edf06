INSERT INTO zaak_gebeurtenis (zaak, volgnummer, moment, soort, wie, grond, tekst) SELECT $1, COALESCE(MAX(volgnummer), 0) + 1, $2, $3, $4, $5, $6 FROM zaak_gebeurtenis WHERE zaak = $1
