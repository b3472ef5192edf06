SELECT stand, COUNT(*) FROM zaak WHERE organisatie = $1 GROUP BY stand ORDER BY stand
