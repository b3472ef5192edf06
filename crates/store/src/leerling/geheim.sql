SELECT pgn, adres FROM persoon WHERE id = $1
