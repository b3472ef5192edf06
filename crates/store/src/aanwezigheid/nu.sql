SELECT status FROM aanwezigheid WHERE leerling = $1 AND datum = $2 AND lesuur = $3
