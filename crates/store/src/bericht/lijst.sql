SELECT soort, van, naar, stand, gemaakt, verwerkt FROM bericht ORDER BY gemaakt DESC, id DESC LIMIT 100
