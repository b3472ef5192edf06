UPDATE idem SET status = $3, antwoord = $4 WHERE organisatie = $1 AND sleutel = $2
