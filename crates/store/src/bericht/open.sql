SELECT id, van, naar, soort, sleutel, inhoud FROM bericht WHERE stand = 'klaar' AND pogingen < 20 ORDER BY gemaakt, id LIMIT $1
