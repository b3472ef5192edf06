SELECT id, route FROM registermelding ORDER BY id
