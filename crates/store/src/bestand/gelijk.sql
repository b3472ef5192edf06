SELECT id, gemaakt FROM bestand WHERE organisatie = $1 AND vingerafdruk = $2 AND stand = 'klaar' ORDER BY gemaakt DESC LIMIT 1
