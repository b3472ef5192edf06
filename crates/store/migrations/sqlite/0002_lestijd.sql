-- Wanneer de lessen zijn, voor bestanden met tijden in plaats van lesuren. Begin en einde in minuten na middernacht.
CREATE TABLE lestijd (
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    lesuur INTEGER NOT NULL,
    begin INTEGER NOT NULL,
    einde INTEGER NOT NULL,
    PRIMARY KEY (organisatie, lesuur)
) STRICT;
