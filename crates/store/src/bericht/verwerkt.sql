UPDATE bericht SET stand = 'verwerkt', verwerkt = $2, pogingen = pogingen + 1 WHERE id = $1 AND stand = 'klaar'
