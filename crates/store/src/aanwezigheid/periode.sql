SELECT datum, lesuur, minuten, status, minuten_te_laat FROM aanwezigheid WHERE leerling = $1 AND datum >= $2 AND datum <= $3 ORDER BY datum, lesuur
