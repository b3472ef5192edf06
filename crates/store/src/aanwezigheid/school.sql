SELECT leerling, datum, lesuur, minuten, status, minuten_te_laat FROM aanwezigheid WHERE leerling IN (SELECT leerling.id FROM leerling WHERE leerling.organisatie = $1) AND datum >= $2 AND datum <= $3
