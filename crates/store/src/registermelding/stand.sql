UPDATE registermelding SET stand = $2 WHERE nummer = $1
