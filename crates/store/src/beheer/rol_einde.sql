UPDATE rol_toekenning SET tot = $3 WHERE gebruiker = $1 AND rol = $2
