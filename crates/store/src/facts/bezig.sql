SELECT organisatie, id FROM bestand WHERE stand = 'bezig' ORDER BY gemaakt
