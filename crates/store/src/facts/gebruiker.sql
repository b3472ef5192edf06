SELECT id, naam, persoon, demo, wachtwoord, totp FROM gebruiker WHERE code = $1
