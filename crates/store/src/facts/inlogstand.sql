SELECT laatste_stap, mislukt, sinds FROM inlogstand WHERE gebruiker = $1
