-- De keten: school, register, gemeente, en het logboek dat hen bindt.
-- Alfabet: TEXT, bigint, boolean, sleutel (16 bytes), bytes. Datums zijn ISO-tekst, momenten microseconden (ADR 0007).

CREATE TABLE organisatie (
    id BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    soort TEXT NOT NULL,
    naam TEXT NOT NULL,
    brin TEXT,
    gemeente_code TEXT,
    onderwijssoort TEXT,
    vakantieregio TEXT,
    lesuur_minuten INTEGER NOT NULL,
    te_laat_heel_lesuur INTEGER NOT NULL,
    email TEXT NOT NULL,
    telefoon TEXT NOT NULL,
    regeling BLOB REFERENCES organisatie (id)
) STRICT;

CREATE TABLE gebruiker (
    id BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    naam TEXT NOT NULL,
    persoon BLOB,
    demo INTEGER NOT NULL,
    wachtwoord TEXT,
    totp BLOB
) STRICT;

CREATE TABLE rol_toekenning (
    gebruiker BLOB NOT NULL REFERENCES gebruiker (id),
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    rol TEXT NOT NULL,
    van TEXT NOT NULL,
    tot TEXT,
    PRIMARY KEY (gebruiker, organisatie, rol)
) STRICT;

CREATE TABLE sessie (
    hash BLOB NOT NULL PRIMARY KEY,
    gebruiker BLOB NOT NULL REFERENCES gebruiker (id),
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    rol TEXT NOT NULL,
    csrf TEXT NOT NULL,
    begonnen INTEGER NOT NULL,
    gezien INTEGER NOT NULL
) STRICT;

CREATE TABLE api_sleutel (
    hash BLOB NOT NULL PRIMARY KEY,
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    naam TEXT NOT NULL,
    gemaakt INTEGER NOT NULL,
    ingetrokken INTEGER
) STRICT;

CREATE TABLE persoon (
    id BLOB NOT NULL PRIMARY KEY,
    voornamen TEXT NOT NULL,
    tussenvoegsel TEXT NOT NULL,
    achternaam TEXT NOT NULL,
    sorteernaam TEXT NOT NULL,
    geboortedatum TEXT NOT NULL,
    geslacht TEXT NOT NULL,
    pgn BLOB,
    pgn_index BLOB,
    adres BLOB,
    gemeente_code TEXT,
    verblijf_gemeente TEXT,
    geheim INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX persoon_pgn ON persoon (pgn_index);

CREATE TABLE gezag (
    ouder BLOB NOT NULL REFERENCES persoon (id),
    kind BLOB NOT NULL REFERENCES persoon (id),
    soort TEXT NOT NULL,
    van TEXT NOT NULL,
    tot TEXT,
    PRIMARY KEY (ouder, kind, van)
) STRICT;
CREATE INDEX gezag_kind ON gezag (kind);

CREATE TABLE klas (
    id BLOB NOT NULL PRIMARY KEY,
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    naam TEXT NOT NULL,
    opleiding TEXT NOT NULL,
    UNIQUE (organisatie, naam)
) STRICT;

CREATE TABLE klas_medewerker (
    klas BLOB NOT NULL REFERENCES klas (id),
    gebruiker BLOB NOT NULL REFERENCES gebruiker (id),
    van TEXT,
    tot TEXT,
    PRIMARY KEY (klas, gebruiker)
) STRICT;

CREATE TABLE roosterles (
    klas BLOB NOT NULL REFERENCES klas (id),
    dag INTEGER NOT NULL,
    lesuur INTEGER NOT NULL,
    vak TEXT NOT NULL,
    PRIMARY KEY (klas, dag, lesuur)
) STRICT;

CREATE TABLE leerling (
    id BLOB NOT NULL PRIMARY KEY,
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    persoon BLOB NOT NULL REFERENCES persoon (id),
    klas BLOB NOT NULL REFERENCES klas (id),
    leerlingnummer TEXT NOT NULL,
    ingeschreven TEXT NOT NULL,
    uitgeschreven TEXT,
    startkwalificatie TEXT,
    UNIQUE (organisatie, leerlingnummer)
) STRICT;
CREATE INDEX leerling_persoon ON leerling (persoon);
CREATE INDEX leerling_klas ON leerling (klas);

CREATE TABLE aanwezigheid (
    leerling BLOB NOT NULL REFERENCES leerling (id),
    datum TEXT NOT NULL,
    lesuur INTEGER NOT NULL,
    minuten INTEGER NOT NULL,
    status TEXT NOT NULL,
    minuten_te_laat INTEGER NOT NULL,
    bron TEXT NOT NULL,
    PRIMARY KEY (leerling, datum, lesuur)
) STRICT;
CREATE INDEX aanwezigheid_datum ON aanwezigheid (datum);

CREATE TABLE aanwezigheid_historie (
    leerling BLOB NOT NULL REFERENCES leerling (id),
    datum TEXT NOT NULL,
    lesuur INTEGER NOT NULL,
    moment INTEGER NOT NULL,
    was TEXT,
    werd TEXT NOT NULL,
    wie TEXT NOT NULL,
    waarom TEXT NOT NULL,
    PRIMARY KEY (leerling, datum, lesuur, moment)
) STRICT;

CREATE TABLE schoolkalender (
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    soort TEXT NOT NULL,
    begin_dag TEXT NOT NULL,
    einde_dag TEXT NOT NULL,
    PRIMARY KEY (organisatie, soort, begin_dag)
) STRICT;

CREATE TABLE verzuimcode (
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    code TEXT NOT NULL,
    status TEXT NOT NULL,
    vanaf TEXT NOT NULL,
    tot TEXT,
    PRIMARY KEY (organisatie, code, vanaf)
) STRICT;

CREATE TABLE bestand (
    id BLOB NOT NULL PRIMARY KEY,
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    naam TEXT NOT NULL,
    vingerafdruk BLOB NOT NULL,
    inhoud BLOB,
    kolommen TEXT NOT NULL,
    stand TEXT NOT NULL,
    rijen INTEGER NOT NULL,
    gedaan INTEGER NOT NULL,
    nieuw INTEGER NOT NULL,
    gewijzigd INTEGER NOT NULL,
    verslag TEXT NOT NULL,
    door BLOB NOT NULL,
    gemaakt INTEGER NOT NULL
) STRICT;
CREATE INDEX bestand_organisatie ON bestand (organisatie, gemaakt);

CREATE TABLE kolomindeling (
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    handtekening TEXT NOT NULL,
    kolommen TEXT NOT NULL,
    PRIMARY KEY (organisatie, handtekening)
) STRICT;

CREATE TABLE stand (
    leerling BLOB NOT NULL PRIMARY KEY REFERENCES leerling (id),
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    peildatum TEXT NOT NULL,
    zeker INTEGER NOT NULL,
    mogelijk INTEGER NOT NULL,
    keren_te_laat INTEGER NOT NULL,
    dagen_weg INTEGER NOT NULL
) STRICT;
CREATE INDEX stand_organisatie ON stand (organisatie, mogelijk);

CREATE TABLE signaal (
    id BLOB NOT NULL PRIMARY KEY,
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    leerling BLOB NOT NULL REFERENCES leerling (id),
    soort TEXT NOT NULL,
    begin_dag TEXT NOT NULL,
    einde_dag TEXT NOT NULL,
    bereikt_op TEXT NOT NULL,
    uiterlijk TEXT,
    minuten INTEGER NOT NULL,
    stand TEXT NOT NULL,
    melding BLOB,
    bewijs TEXT NOT NULL,
    UNIQUE (leerling, soort, begin_dag)
) STRICT;
CREATE INDEX signaal_organisatie ON signaal (organisatie, stand);

CREATE TABLE melding (
    id BLOB NOT NULL PRIMARY KEY,
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    leerling BLOB NOT NULL REFERENCES leerling (id),
    nummer TEXT NOT NULL,
    soort TEXT NOT NULL,
    stand TEXT NOT NULL,
    begin_dag TEXT NOT NULL,
    einde_dag TEXT,
    minuten INTEGER NOT NULL,
    uiterlijk TEXT,
    gemaakt INTEGER NOT NULL,
    verzonden INTEGER,
    registernummer TEXT,
    registerdatum INTEGER,
    registerstand TEXT,
    reden_stand TEXT,
    terugkoppeling TEXT,
    overzicht_gevraagd INTEGER,
    inhoud BLOB NOT NULL,
    versie INTEGER NOT NULL,
    UNIQUE (organisatie, nummer)
) STRICT;
CREATE INDEX melding_leerling ON melding (leerling);
CREATE UNIQUE INDEX melding_enkel ON melding (leerling, soort, begin_dag) WHERE stand <> 'ingetrokken';

CREATE TABLE registermelding (
    id BLOB NOT NULL PRIMARY KEY,
    nummer TEXT NOT NULL UNIQUE,
    school BLOB NOT NULL REFERENCES organisatie (id),
    meldingnummer TEXT NOT NULL,
    soort TEXT NOT NULL,
    ontvangen INTEGER NOT NULL,
    stand TEXT NOT NULL,
    ontvanger BLOB NOT NULL REFERENCES organisatie (id),
    afdeling TEXT NOT NULL,
    zonder_brp INTEGER NOT NULL,
    route TEXT NOT NULL,
    inhoud BLOB NOT NULL,
    UNIQUE (school, meldingnummer)
) STRICT;

CREATE TABLE zaak (
    id BLOB NOT NULL PRIMARY KEY,
    organisatie BLOB NOT NULL REFERENCES organisatie (id),
    nummer TEXT NOT NULL,
    registernummer TEXT NOT NULL,
    afdeling TEXT NOT NULL,
    soort TEXT NOT NULL,
    stand TEXT NOT NULL,
    ontvangen INTEGER NOT NULL,
    uiterlijk TEXT NOT NULL,
    behandelaar TEXT,
    overzicht_gevraagd INTEGER,
    overzicht_uiterlijk TEXT,
    overzicht_ontvangen INTEGER,
    overzicht BLOB,
    inhoud BLOB NOT NULL,
    versie INTEGER NOT NULL,
    UNIQUE (organisatie, registernummer),
    UNIQUE (organisatie, nummer)
) STRICT;
CREATE INDEX zaak_stand ON zaak (organisatie, stand);

CREATE TABLE zaak_gebeurtenis (
    zaak BLOB NOT NULL REFERENCES zaak (id),
    volgnummer INTEGER NOT NULL,
    moment INTEGER NOT NULL,
    soort TEXT NOT NULL,
    wie TEXT NOT NULL,
    grond TEXT NOT NULL,
    tekst BLOB NOT NULL,
    PRIMARY KEY (zaak, volgnummer)
) STRICT;

CREATE TABLE bericht (
    id BLOB NOT NULL PRIMARY KEY,
    van BLOB NOT NULL REFERENCES organisatie (id),
    naar BLOB NOT NULL REFERENCES organisatie (id),
    soort TEXT NOT NULL,
    sleutel TEXT NOT NULL UNIQUE,
    inhoud BLOB NOT NULL,
    stand TEXT NOT NULL,
    pogingen INTEGER NOT NULL,
    gemaakt INTEGER NOT NULL,
    verwerkt INTEGER
) STRICT;
CREATE INDEX bericht_open ON bericht (stand, gemaakt);

CREATE TABLE idem (
    organisatie BLOB NOT NULL,
    sleutel TEXT NOT NULL,
    vingerafdruk BLOB NOT NULL,
    status INTEGER NOT NULL,
    antwoord TEXT NOT NULL,
    gemaakt INTEGER NOT NULL,
    PRIMARY KEY (organisatie, sleutel)
) STRICT;

CREATE TABLE teller (
    naam TEXT NOT NULL PRIMARY KEY,
    waarde INTEGER NOT NULL
) STRICT;

CREATE TABLE taak_gedaan (
    taak TEXT NOT NULL,
    dag TEXT NOT NULL,
    PRIMARY KEY (taak, dag)
) STRICT;

CREATE TABLE logketen (
    organisatie BLOB NOT NULL PRIMARY KEY,
    volgnummer INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE logboek (
    organisatie BLOB NOT NULL,
    volgnummer INTEGER NOT NULL,
    moment INTEGER NOT NULL,
    gebruiker BLOB NOT NULL,
    rol TEXT NOT NULL,
    handeling TEXT NOT NULL,
    soort TEXT NOT NULL,
    voorwerp TEXT NOT NULL,
    betrokkene BLOB,
    doel TEXT NOT NULL,
    grondslag TEXT NOT NULL,
    spoor TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (organisatie, volgnummer)
) STRICT;
CREATE INDEX logboek_betrokkene ON logboek (betrokkene, moment);
