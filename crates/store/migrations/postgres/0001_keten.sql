-- De keten: school, register, gemeente, en het logboek dat hen bindt.
-- Alfabet: TEXT, bigint, boolean, sleutel (16 bytes), bytes. Datums zijn ISO-tekst, momenten microseconden (ADR 0007).

CREATE TABLE organisatie (
    id UUID NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    soort TEXT NOT NULL,
    naam TEXT NOT NULL,
    brin TEXT,
    gemeente_code TEXT,
    onderwijssoort TEXT,
    vakantieregio TEXT,
    lesuur_minuten BIGINT NOT NULL,
    te_laat_heel_lesuur BOOLEAN NOT NULL,
    email TEXT NOT NULL,
    telefoon TEXT NOT NULL,
    regeling UUID REFERENCES organisatie (id)
);

CREATE TABLE gebruiker (
    id UUID NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    naam TEXT NOT NULL,
    persoon UUID,
    demo BOOLEAN NOT NULL,
    wachtwoord TEXT,
    totp BYTEA
);

CREATE TABLE rol_toekenning (
    gebruiker UUID NOT NULL REFERENCES gebruiker (id),
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    rol TEXT NOT NULL,
    van TEXT NOT NULL,
    tot TEXT,
    PRIMARY KEY (gebruiker, organisatie, rol)
);

CREATE TABLE sessie (
    hash BYTEA NOT NULL PRIMARY KEY,
    gebruiker UUID NOT NULL REFERENCES gebruiker (id),
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    rol TEXT NOT NULL,
    csrf TEXT NOT NULL,
    begonnen BIGINT NOT NULL,
    gezien BIGINT NOT NULL
);

CREATE TABLE api_sleutel (
    hash BYTEA NOT NULL PRIMARY KEY,
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    naam TEXT NOT NULL,
    gemaakt BIGINT NOT NULL,
    ingetrokken BIGINT
);

CREATE TABLE persoon (
    id UUID NOT NULL PRIMARY KEY,
    voornamen TEXT NOT NULL,
    tussenvoegsel TEXT NOT NULL,
    achternaam TEXT NOT NULL,
    sorteernaam TEXT NOT NULL,
    geboortedatum TEXT NOT NULL,
    geslacht TEXT NOT NULL,
    pgn BYTEA,
    pgn_index BYTEA,
    adres BYTEA,
    gemeente_code TEXT,
    verblijf_gemeente TEXT,
    geheim BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX persoon_pgn ON persoon (pgn_index);

CREATE TABLE gezag (
    ouder UUID NOT NULL REFERENCES persoon (id),
    kind UUID NOT NULL REFERENCES persoon (id),
    soort TEXT NOT NULL,
    van TEXT NOT NULL,
    tot TEXT,
    PRIMARY KEY (ouder, kind, van)
);
CREATE INDEX gezag_kind ON gezag (kind);

CREATE TABLE klas (
    id UUID NOT NULL PRIMARY KEY,
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    naam TEXT NOT NULL,
    opleiding TEXT NOT NULL,
    UNIQUE (organisatie, naam)
);

CREATE TABLE klas_medewerker (
    klas UUID NOT NULL REFERENCES klas (id),
    gebruiker UUID NOT NULL REFERENCES gebruiker (id),
    van TEXT,
    tot TEXT,
    PRIMARY KEY (klas, gebruiker)
);

CREATE TABLE roosterles (
    klas UUID NOT NULL REFERENCES klas (id),
    dag BIGINT NOT NULL,
    lesuur BIGINT NOT NULL,
    vak TEXT NOT NULL,
    PRIMARY KEY (klas, dag, lesuur)
);

CREATE TABLE leerling (
    id UUID NOT NULL PRIMARY KEY,
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    persoon UUID NOT NULL REFERENCES persoon (id),
    klas UUID NOT NULL REFERENCES klas (id),
    leerlingnummer TEXT NOT NULL,
    ingeschreven TEXT NOT NULL,
    uitgeschreven TEXT,
    startkwalificatie TEXT,
    UNIQUE (organisatie, leerlingnummer)
);
CREATE INDEX leerling_persoon ON leerling (persoon);
CREATE INDEX leerling_klas ON leerling (klas);

CREATE TABLE aanwezigheid (
    leerling UUID NOT NULL REFERENCES leerling (id),
    datum TEXT NOT NULL,
    lesuur BIGINT NOT NULL,
    minuten BIGINT NOT NULL,
    status TEXT NOT NULL,
    minuten_te_laat BIGINT NOT NULL,
    bron TEXT NOT NULL,
    PRIMARY KEY (leerling, datum, lesuur)
);
CREATE INDEX aanwezigheid_datum ON aanwezigheid (datum);

CREATE TABLE aanwezigheid_historie (
    leerling UUID NOT NULL REFERENCES leerling (id),
    datum TEXT NOT NULL,
    lesuur BIGINT NOT NULL,
    moment BIGINT NOT NULL,
    was TEXT,
    werd TEXT NOT NULL,
    wie TEXT NOT NULL,
    waarom TEXT NOT NULL,
    PRIMARY KEY (leerling, datum, lesuur, moment)
);

CREATE TABLE schoolkalender (
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    soort TEXT NOT NULL,
    begin_dag TEXT NOT NULL,
    einde_dag TEXT NOT NULL,
    PRIMARY KEY (organisatie, soort, begin_dag)
);

CREATE TABLE verzuimcode (
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    code TEXT NOT NULL,
    status TEXT NOT NULL,
    vanaf TEXT NOT NULL,
    tot TEXT,
    PRIMARY KEY (organisatie, code, vanaf)
);

CREATE TABLE bestand (
    id UUID NOT NULL PRIMARY KEY,
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    naam TEXT NOT NULL,
    vingerafdruk BYTEA NOT NULL,
    inhoud BYTEA,
    kolommen TEXT NOT NULL,
    stand TEXT NOT NULL,
    rijen BIGINT NOT NULL,
    gedaan BIGINT NOT NULL,
    nieuw BIGINT NOT NULL,
    gewijzigd BIGINT NOT NULL,
    verslag TEXT NOT NULL,
    door UUID NOT NULL,
    gemaakt BIGINT NOT NULL
);
CREATE INDEX bestand_organisatie ON bestand (organisatie, gemaakt);

CREATE TABLE kolomindeling (
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    handtekening TEXT NOT NULL,
    kolommen TEXT NOT NULL,
    PRIMARY KEY (organisatie, handtekening)
);

CREATE TABLE stand (
    leerling UUID NOT NULL PRIMARY KEY REFERENCES leerling (id),
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    peildatum TEXT NOT NULL,
    zeker BIGINT NOT NULL,
    mogelijk BIGINT NOT NULL,
    keren_te_laat BIGINT NOT NULL,
    dagen_weg BIGINT NOT NULL
);
CREATE INDEX stand_organisatie ON stand (organisatie, mogelijk);

CREATE TABLE signaal (
    id UUID NOT NULL PRIMARY KEY,
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    leerling UUID NOT NULL REFERENCES leerling (id),
    soort TEXT NOT NULL,
    begin_dag TEXT NOT NULL,
    einde_dag TEXT NOT NULL,
    bereikt_op TEXT NOT NULL,
    uiterlijk TEXT,
    minuten BIGINT NOT NULL,
    stand TEXT NOT NULL,
    melding UUID,
    bewijs TEXT NOT NULL,
    UNIQUE (leerling, soort, begin_dag)
);
CREATE INDEX signaal_organisatie ON signaal (organisatie, stand);

CREATE TABLE melding (
    id UUID NOT NULL PRIMARY KEY,
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    leerling UUID NOT NULL REFERENCES leerling (id),
    nummer TEXT NOT NULL,
    soort TEXT NOT NULL,
    stand TEXT NOT NULL,
    begin_dag TEXT NOT NULL,
    einde_dag TEXT,
    minuten BIGINT NOT NULL,
    uiterlijk TEXT,
    gemaakt BIGINT NOT NULL,
    verzonden BIGINT,
    registernummer TEXT,
    registerdatum BIGINT,
    registerstand TEXT,
    reden_stand TEXT,
    terugkoppeling TEXT,
    overzicht_gevraagd BIGINT,
    inhoud BYTEA NOT NULL,
    versie BIGINT NOT NULL,
    UNIQUE (organisatie, nummer)
);
CREATE INDEX melding_leerling ON melding (leerling);
CREATE UNIQUE INDEX melding_enkel ON melding (leerling, soort, begin_dag) WHERE stand <> 'ingetrokken';

CREATE TABLE registermelding (
    id UUID NOT NULL PRIMARY KEY,
    nummer TEXT NOT NULL UNIQUE,
    school UUID NOT NULL REFERENCES organisatie (id),
    meldingnummer TEXT NOT NULL,
    soort TEXT NOT NULL,
    ontvangen BIGINT NOT NULL,
    stand TEXT NOT NULL,
    ontvanger UUID NOT NULL REFERENCES organisatie (id),
    afdeling TEXT NOT NULL,
    zonder_brp BOOLEAN NOT NULL,
    route TEXT NOT NULL,
    inhoud BYTEA NOT NULL,
    UNIQUE (school, meldingnummer)
);

CREATE TABLE zaak (
    id UUID NOT NULL PRIMARY KEY,
    organisatie UUID NOT NULL REFERENCES organisatie (id),
    nummer TEXT NOT NULL,
    registernummer TEXT NOT NULL,
    afdeling TEXT NOT NULL,
    soort TEXT NOT NULL,
    stand TEXT NOT NULL,
    ontvangen BIGINT NOT NULL,
    uiterlijk TEXT NOT NULL,
    behandelaar TEXT,
    overzicht_gevraagd BIGINT,
    overzicht_uiterlijk TEXT,
    overzicht_ontvangen BIGINT,
    overzicht BYTEA,
    inhoud BYTEA NOT NULL,
    versie BIGINT NOT NULL,
    UNIQUE (organisatie, registernummer),
    UNIQUE (organisatie, nummer)
);
CREATE INDEX zaak_stand ON zaak (organisatie, stand);

CREATE TABLE zaak_gebeurtenis (
    zaak UUID NOT NULL REFERENCES zaak (id),
    volgnummer BIGINT NOT NULL,
    moment BIGINT NOT NULL,
    soort TEXT NOT NULL,
    wie TEXT NOT NULL,
    grond TEXT NOT NULL,
    tekst BYTEA NOT NULL,
    PRIMARY KEY (zaak, volgnummer)
);

CREATE TABLE bericht (
    id UUID NOT NULL PRIMARY KEY,
    van UUID NOT NULL REFERENCES organisatie (id),
    naar UUID NOT NULL REFERENCES organisatie (id),
    soort TEXT NOT NULL,
    sleutel TEXT NOT NULL UNIQUE,
    inhoud BYTEA NOT NULL,
    stand TEXT NOT NULL,
    pogingen BIGINT NOT NULL,
    gemaakt BIGINT NOT NULL,
    verwerkt BIGINT
);
CREATE INDEX bericht_open ON bericht (stand, gemaakt);

CREATE TABLE idem (
    organisatie UUID NOT NULL,
    sleutel TEXT NOT NULL,
    vingerafdruk BYTEA NOT NULL,
    status BIGINT NOT NULL,
    antwoord TEXT NOT NULL,
    gemaakt BIGINT NOT NULL,
    PRIMARY KEY (organisatie, sleutel)
);

CREATE TABLE teller (
    naam TEXT NOT NULL PRIMARY KEY,
    waarde BIGINT NOT NULL
);

CREATE TABLE taak_gedaan (
    taak TEXT NOT NULL,
    dag TEXT NOT NULL,
    PRIMARY KEY (taak, dag)
);

CREATE TABLE logketen (
    organisatie UUID NOT NULL PRIMARY KEY,
    volgnummer BIGINT NOT NULL,
    hash BYTEA NOT NULL
);

CREATE TABLE logboek (
    organisatie UUID NOT NULL,
    volgnummer BIGINT NOT NULL,
    moment BIGINT NOT NULL,
    gebruiker UUID NOT NULL,
    rol TEXT NOT NULL,
    handeling TEXT NOT NULL,
    soort TEXT NOT NULL,
    voorwerp TEXT NOT NULL,
    betrokkene UUID,
    doel TEXT NOT NULL,
    grondslag TEXT NOT NULL,
    spoor TEXT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (organisatie, volgnummer)
);
CREATE INDEX logboek_betrokkene ON logboek (betrokkene, moment);
