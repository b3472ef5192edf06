-- Per account: de laatst gebruikte inlogcode (elke code werkt één keer), en mislukte pogingen.
CREATE TABLE inlogstand (
    gebruiker BLOB NOT NULL PRIMARY KEY REFERENCES gebruiker (id),
    laatste_stap INTEGER NOT NULL,
    mislukt INTEGER NOT NULL,
    sinds INTEGER NOT NULL
) STRICT;
