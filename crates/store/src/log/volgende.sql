INSERT INTO logketen (organisatie, volgnummer, hash)
VALUES ($1, 1, $2)
ON CONFLICT (organisatie) DO UPDATE SET volgnummer = logketen.volgnummer + 1
RETURNING volgnummer, hash
