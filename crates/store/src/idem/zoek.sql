SELECT vingerafdruk, status, antwoord FROM idem WHERE organisatie = $1 AND sleutel = $2
