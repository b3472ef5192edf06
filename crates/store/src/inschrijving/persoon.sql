SELECT id, geboortedatum FROM persoon WHERE pgn_index = $1
