SELECT organisatie, naam FROM klas WHERE id = $1
