-- Wanneer de lessen zijn, voor bestanden met tijden in plaats van lesuren. Begin en einde in minuten na middernacht.
CREATE TABLE lestijd (
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    lesuur BIGINT NOT NULL,
    begin BIGINT NOT NULL,
    einde BIGINT NOT NULL,
    PRIMARY KEY (organisatie, lesuur)
);
