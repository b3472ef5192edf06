SELECT organisatie, volgnummer, hash FROM logketen ORDER BY organisatie
