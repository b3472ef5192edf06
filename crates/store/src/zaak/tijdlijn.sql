SELECT moment, soort, wie, grond, tekst FROM zaak_gebeurtenis WHERE zaak = $1 ORDER BY volgnummer
