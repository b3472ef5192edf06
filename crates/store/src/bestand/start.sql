UPDATE bestand SET stand = $3, kolommen = $4 WHERE id = $1 AND organisatie = $2
