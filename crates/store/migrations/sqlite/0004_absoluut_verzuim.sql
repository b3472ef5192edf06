-- Per gemeente: wie moet naar school en is nergens ingeschreven, elke nacht opnieuw bepaald.
CREATE TABLE absoluut_verzuim (
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    persoon BLOB NOT NULL REFERENCES persoon (id),
    sinds TEXT NOT NULL,
    gevonden_op TEXT NOT NULL,
    PRIMARY KEY (organisatie, persoon)
) STRICT;
