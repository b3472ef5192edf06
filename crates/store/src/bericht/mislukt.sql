UPDATE bericht SET pogingen = pogingen + 1 WHERE id = $1
