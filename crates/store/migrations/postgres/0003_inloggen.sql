-- Per account: de laatst gebruikte inlogcode (elke code werkt één keer), en mislukte pogingen.
CREATE TABLE inlogstand (
    gebruiker UUID NOT NULL PRIMARY KEY REFERENCES gebruiker (id),
    laatste_stap BIGINT NOT NULL,
    mislukt BIGINT NOT NULL,
    sinds BIGINT NOT NULL
);
