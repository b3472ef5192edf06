//! The store on both engines: same statements, same tables, same answers; nothing half written, nothing unlogged.
//! PostgreSQL takes part when `LEERRECHT_TEST_POSTGRES` is set (see `ci/postgres.sh`).
#![expect(clippy::unwrap_used, reason = "the helpers of a test may stop it")]

use domain::id::{GebruikerId, LeerlingId, OrganisatieId};
use domain::waarden::{Pgn, Tijdstip};
use policy::handeling::{Beheren, LeerlingInzien, LogInzien, ZaakInzien};
use policy::{Feiten, Grant, Handeling, Principal, Rol};
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, SqlSafeStr};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use store::aanwezigheid::{BulkMarkering, NieuwSignaal, NieuweStand};
use store::leerling::{NieuweLeerling, NieuwePersoon};
use store::melding::NieuweMelding;
use store::rows::{MarkeringRow, OrganisatieRow, RegistermeldingRow};
use store::{Db, Engine, Event, Sleutelbos, StoreError, WriteTx, verifieer};
use tempfile::TempDir;
use uuid::Uuid;

const BSN: &str = "999990408";
const SCHOOL: Uuid = Uuid::from_u128(1);
const ANDERE: Uuid = Uuid::from_u128(2);
const GEMEENTE: Uuid = Uuid::from_u128(3);
const REGISTER: Uuid = Uuid::from_u128(4);
const PERSOON: Uuid = Uuid::from_u128(10);
const KLAS: Uuid = Uuid::from_u128(11);
const LEERLING: Uuid = Uuid::from_u128(12);
const SIGNAAL: Uuid = Uuid::from_u128(13);
const MELDING: Uuid = Uuid::from_u128(14);
const ZAAK: Uuid = Uuid::from_u128(15);

struct Proef {
    db: Db,
    map: Option<TempDir>,
}

impl Proef {
    fn motor(&self) -> &'static str {
        if self.map.is_some() { "SQLite" } else { "PostgreSQL" }
    }

    /// Change the database behind the store's back.
    async fn direct(&self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        match (self.db.engine(), &self.map) {
            (Engine::Postgres(p), _) => drop(p.execute(sqlx::raw_sql(sql)).await.unwrap()),
            (_, Some(map)) => {
                let mut c = los(map.path()).await;
                c.execute(sqlx::raw_sql(sql)).await.unwrap();
                c.close().await.unwrap();
            }
            _ => panic!("SQLite without a folder"),
        }
    }
}

async fn los(map: &Path) -> sqlx::SqliteConnection {
    SqliteConnectOptions::new()
        .filename(map.join("leerrecht.db"))
        .busy_timeout(Duration::from_secs(5))
        .connect()
        .await
        .unwrap()
}

fn bos() -> Sleutelbos {
    Sleutelbos::uit(&[7; 32])
}

async fn sqlite() -> Proef {
    let map = TempDir::new().unwrap();
    Proef { db: Db::sqlite(map.path(), bos()).await.unwrap(), map: Some(map) }
}

async fn postgres() -> Option<Proef> {
    let Ok(url) = std::env::var("LEERRECHT_TEST_POSTGRES") else {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "LEERRECHT_TEST_POSTGRES is required in CI");
        println!("LEERRECHT_TEST_POSTGRES is not set: PostgreSQL skipped");
        return None;
    };
    let naam = format!("proef_{}", Uuid::new_v4().simple());
    let beheer = PgPoolOptions::new().max_connections(1).connect(&url).await.unwrap();
    beheer.execute(AssertSqlSafe(format!("CREATE DATABASE {naam}"))).await.unwrap();
    beheer.close().await;
    let (server, _) = url.rsplit_once('/').unwrap();
    Some(Proef { db: Db::postgres(&format!("{server}/{naam}"), bos()).await.unwrap(), map: None })
}

async fn beide() -> Vec<Proef> {
    let mut uit = vec![sqlite().await];
    uit.extend(postgres().await);
    uit
}

fn nu() -> Tijdstip {
    Tijdstip::lokaal(jiff::civil::date(2026, 11, 23), 10, 20)
}

fn mag<H: Handeling>(rol: Rol, organisatie: Uuid, leerling: Option<Uuid>) -> Grant<H> {
    let p = Principal {
        gebruiker: GebruikerId(Uuid::nil()),
        naam: String::new(),
        rol,
        organisatie: OrganisatieId(organisatie),
        persoon: None,
    };
    let f = Feiten { leerling: leerling.map(LeerlingId), ..Feiten::van(OrganisatieId(organisatie), nu().datum()) };
    policy::decide::<H>(&p, &f).unwrap()
}

async fn schrijf(db: &Db, organisatie: Uuid, spoor: &str) -> WriteTx {
    db.write(&mag::<Beheren>(Rol::Systeem, organisatie, None), nu(), spoor).await.unwrap()
}

async fn noteer(tx: WriteTx) {
    tx.record(Event::geschreven("proef", None)).await.unwrap();
}

fn scope<H: Handeling>(rol: Rol, organisatie: Uuid) -> policy::Scope<H> {
    policy::scope::<H>(&Principal { rol, ..Principal::systeem("proef", OrganisatieId(organisatie)) }).unwrap()
}

async fn logboek(db: &Db) -> Vec<store::LogRow> {
    db.list(scope::<LogInzien>(Rol::Fg, REGISTER), nu(), "").await.unwrap().logboek(10_000).await.unwrap()
}

async fn keten(db: &Db, organisatie: Uuid) -> (i64, Result<(), i64>) {
    let (_, n, heel) = verifieer(db).await.unwrap().into_iter().find(|k| k.0.0 == organisatie).unwrap();
    (n, heel)
}

async fn binnen<T>(wat: &str, f: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), f).await.unwrap_or_else(|_| panic!("hangs: {wat}"))
}

fn organisatie(id: Uuid, code: &str, soort: &str) -> OrganisatieRow {
    OrganisatieRow {
        id,
        code: code.to_owned(),
        soort: soort.to_owned(),
        naam: code.to_owned(),
        brin: None,
        gemeente_code: None,
        onderwijssoort: None,
        vakantieregio: None,
        lesuur_minuten: 50,
        te_laat_heel_lesuur: true,
        email: String::new(),
        telefoon: String::new(),
        regeling: None,
    }
}

fn markering(datum: &str, lesuur: i64, status: &str) -> BulkMarkering {
    let rij =
        MarkeringRow { datum: datum.to_owned(), lesuur, minuten: 50, status: status.to_owned(), minuten_te_laat: 0 };
    BulkMarkering { leerling: LEERLING, rij }
}

fn registermelding(id: u128, nummer: &str) -> RegistermeldingRow {
    RegistermeldingRow {
        id: Uuid::from_u128(id),
        nummer: nummer.to_owned(),
        school: SCHOOL,
        meldingnummer: "M1".to_owned(),
        soort: "relatief".to_owned(),
        ontvangen: nu().micros(),
        stand: "geregistreerd".to_owned(),
        ontvanger: GEMEENTE,
        afdeling: "leerplicht".to_owned(),
        zonder_brp: false,
        route: "{}".to_owned(),
    }
}

/// A small world; returns what was seen on the way, to compare the engines.
async fn wereld(db: &Db) -> Vec<String> {
    let mut gezien = Vec::new();
    let mut tx = schrijf(db, SCHOOL, "wereld").await;
    for (id, code, soort) in [
        (SCHOOL, "school", "school"),
        (ANDERE, "andere", "school"),
        (GEMEENTE, "gemeente", "gemeente"),
        (REGISTER, "register", "register"),
    ] {
        tx.organisatie_toevoegen(&organisatie(id, code, soort)).await.unwrap();
    }
    let pgn: Pgn = BSN.parse().ok().unwrap();
    let persoon = NieuwePersoon {
        id: PERSOON,
        voornamen: "Noor",
        tussenvoegsel: "de",
        achternaam: "Vries",
        geboortedatum: "2011-03-14",
        geslacht: "vrouw",
        pgn: Some(&pgn),
        adres: Some("Kade 1"),
        gemeente_code: Some("0599"),
        verblijf_gemeente: None,
        geheim: true,
    };
    tx.persoon_toevoegen(&persoon).await.unwrap();
    tx.klas_toevoegen(KLAS, "3B", "havo", &[(0, 1, "wi"), (1, 2, "en")]).await.unwrap();
    let leerling = NieuweLeerling {
        id: LEERLING,
        persoon: PERSOON,
        klas: KLAS,
        leerlingnummer: "1001",
        ingeschreven: "2023-08-01",
        uitgeschreven: None,
        startkwalificatie: None,
    };
    tx.leerling_toevoegen(&leerling).await.unwrap();
    let rijen = [markering("2026-11-16", 1, "ongeoorloofd"), markering("2026-11-17", 2, "te_laat")];
    let eerst = tx.markeringen_zetten(&rijen, "proef").await.unwrap();
    let weer = tx.markeringen_zetten(&rijen, "proef").await.unwrap();
    let anders = tx.markeringen_zetten(&[markering("2026-11-16", 1, "ziek"), rijen[1].clone()], "proef").await.unwrap();
    assert_eq!((eerst, weer, anders), (2, 0, 1));
    let stand =
        NieuweStand { peildatum: "2026-11-23".to_owned(), zeker: 50, mogelijk: 100, keren_te_laat: 1, dagen_weg: 0 };
    let signaal = NieuwSignaal {
        id: SIGNAAL,
        soort: "relatief".to_owned(),
        begin: "2026-11-16".to_owned(),
        einde: "2026-11-17".to_owned(),
        bereikt_op: "2026-11-17".to_owned(),
        uiterlijk: Some("2026-11-24".to_owned()),
        minuten: 100,
        bewijs: "{}".to_owned(),
    };
    tx.stand_zetten(LEERLING, &stand, std::slice::from_ref(&signaal)).await.unwrap();
    tx.stand_zetten(LEERLING, &stand, &[signaal]).await.unwrap();
    gezien.push(format!("{:?}", tx.signalen_van(LEERLING).await.unwrap()));
    let melding = NieuweMelding {
        id: MELDING,
        leerling: LEERLING,
        nummer: "M1",
        soort: "relatief",
        begin: "2026-11-16",
        einde: None,
        minuten: 100,
        uiterlijk: None,
    };
    tx.melding_toevoegen(&melding, &BSN).await.unwrap();
    tx.melding_wijzigen(MELDING, 1, 150, &BSN).await.unwrap();
    assert!(matches!(tx.melding_wijzigen(MELDING, 1, 200, &"").await, Err(StoreError::Conflict)));
    tx.signaal_zetten(SIGNAAL, "concept", Some(MELDING)).await.unwrap();
    for id in [20, 21] {
        tx.bericht_versturen(Uuid::from_u128(id), REGISTER, "verzuimmelding", "verzuimmelding M1", &BSN).await.unwrap();
    }
    noteer(tx).await;

    let open = db.open_berichten(10).await.unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!((open[0].0.id, open[0].1.as_slice()), (Uuid::from_u128(20), format!("\"{BSN}\"").as_bytes()));

    let mut tx = schrijf(db, REGISTER, "wereld").await;
    assert!(tx.bericht_verwerkt(Uuid::from_u128(20)).await.unwrap());
    assert!(!tx.bericht_verwerkt(Uuid::from_u128(20)).await.unwrap());
    assert!(tx.registermelding_toevoegen(&registermelding(30, "R1"), BSN.as_bytes()).await.unwrap());
    assert!(!tx.registermelding_toevoegen(&registermelding(31, "R2"), BSN.as_bytes()).await.unwrap());
    gezien.push(format!("{:?}", tx.registermelding_van(SCHOOL, "M1").await.unwrap()));
    noteer(tx).await;
    assert!(db.open_berichten(10).await.unwrap().is_empty());

    let mut tx = schrijf(db, GEMEENTE, "wereld").await;
    let inhoud = format!("\"{BSN}\"");
    assert!(
        tx.zaak_toevoegen(ZAAK, "LP-1", "R1", "leerplicht", "relatief", "2026-11-30", inhoud.as_bytes()).await.unwrap()
    );
    assert!(
        !tx.zaak_toevoegen(
            Uuid::from_u128(16),
            "LP-2",
            "R1",
            "leerplicht",
            "relatief",
            "2026-11-30",
            inhoud.as_bytes()
        )
        .await
        .unwrap()
    );
    tx.zaak_gebeurtenis(ZAAK, "Melding ontvangen", "register", "Lpw", BSN).await.unwrap();
    tx.zaak_stand(ZAAK, 1, "in_behandeling", None, "2026-11-30").await.unwrap();
    assert!(matches!(tx.zaak_stand(ZAAK, 1, "gesloten", None, "2026-11-30").await, Err(StoreError::Conflict)));
    noteer(tx).await;
    gezien
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_prepares() {
    fn verzamel(map: &Path, uit: &mut Vec<PathBuf>) {
        for e in std::fs::read_dir(map).unwrap() {
            let p = e.unwrap().path();
            if p.is_dir() {
                verzamel(&p, uit);
            } else if p.extension().is_some_and(|x| x == "sql") {
                uit.push(p);
            }
        }
    }
    let mut paden = Vec::new();
    verzamel(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut paden);
    assert!(paden.len() > 80, "only {} statements found", paden.len());
    let mut fouten = Vec::new();
    for p in beide().await {
        for pad in &paden {
            let naam = pad.to_string_lossy();
            let sql = AssertSqlSafe(std::fs::read_to_string(pad).unwrap()).into_sql_str();
            let fout = match (p.db.engine(), &p.map) {
                _ if naam.ends_with("db/kopie.sqlite.sql") => None,
                (Engine::Postgres(pool), _) if !naam.ends_with(".sqlite.sql") => {
                    pool.acquire().await.unwrap().prepare(sql).await.err()
                }
                (_, Some(map)) if !naam.ends_with(".postgres.sql") => los(map.path()).await.prepare(sql).await.err(),
                _ => None,
            };
            fouten.extend(fout.map(|f| format!("{} {naam}: {f}", p.motor())));
        }
    }
    assert!(fouten.is_empty(), "{}", fouten.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn migrations_agree() {
    let mut kolommen = Vec::new();
    for p in beide().await {
        let rijen: Vec<(String, String, bool)> = match (p.db.engine(), &p.map) {
            (Engine::Postgres(pool), _) => {
                let sql = "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), is_nullable = 'YES' FROM information_schema.columns WHERE table_schema = 'public'";
                sqlx::query_as(sql).fetch_all(pool).await.unwrap()
            }
            (_, map) => {
                let sql = "SELECT m.name, k.name, k.\"notnull\" = 0 FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS k WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'";
                sqlx::query_as(sql).fetch_all(&mut los(map.as_ref().unwrap().path()).await).await.unwrap()
            }
        };
        let set: BTreeSet<_> = rijen.into_iter().filter(|r| r.0 != "_sqlx_migrations").collect();
        assert!(set.len() > 150, "{}: {} columns", p.motor(), set.len());
        kolommen.push(set);
    }
    if let [a, b] = kolommen.as_slice() {
        assert_eq!(a.symmetric_difference(b).collect::<Vec<_>>(), Vec::<&(String, String, bool)>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn small_world() {
    let mut uitkomsten = Vec::new();
    for p in beide().await {
        let db = &p.db;
        let mut gezien = wereld(db).await;

        let mut r =
            db.read(mag::<LeerlingInzien>(Rol::Verzuimmedewerker, SCHOOL, Some(LEERLING)), nu(), "lees").await.unwrap();
        let dicht = r.leerling().await.unwrap();
        gezien.push(format!("{:?}", r.open(dicht).await.unwrap()));
        let dicht = r.markeringen("2026-11-01", "2026-11-30").await.unwrap();
        gezien.push(format!("{:?}", r.open(dicht).await.unwrap()));
        let dicht = r.melding::<String>(MELDING).await.unwrap();
        let (rij, inhoud) = r.open(dicht).await.unwrap();
        assert_eq!((rij.versie, rij.minuten, rij.stand.as_str(), inhoud.as_str()), (2, 150, "concept", BSN));
        drop(r);
        let mut r = db.list(scope::<LeerlingInzien>(Rol::Verzuimmedewerker, SCHOOL), nu(), "lees").await.unwrap();
        let dicht = r.standen(100).await.unwrap();
        gezien.push(format!("{:?}", r.open(dicht).await.unwrap()));
        let dicht = r.open_signalen().await.unwrap();
        gezien.push(format!("{:?}", r.open(dicht).await.unwrap()));
        drop(r);
        let mut r = db.read(mag::<ZaakInzien>(Rol::Leerplichtambtenaar, GEMEENTE, None), nu(), "lees").await.unwrap();
        let dicht = r.zaak::<String>(ZAAK).await.unwrap();
        let z = r.open(dicht).await.unwrap();
        assert_eq!((z.inhoud.as_str(), z.zaak.versie, z.zaak.stand.as_str()), (BSN, 2, "in_behandeling"));
        gezien.push(format!("{:?}", z.tijdlijn));
        drop(r);

        // Somebody else's: for the asker it does not exist.
        let mut r =
            db.read(mag::<LeerlingInzien>(Rol::Verzuimmedewerker, ANDERE, Some(LEERLING)), nu(), "").await.unwrap();
        assert!(matches!(r.leerling().await, Err(StoreError::NietGevonden)));
        assert!(matches!(r.melding::<String>(MELDING).await, Err(StoreError::NietGevonden)));
        drop(r);
        let mut r = db.read(mag::<ZaakInzien>(Rol::Leerplichtambtenaar, ANDERE, None), nu(), "").await.unwrap();
        assert!(matches!(r.zaak::<String>(ZAAK).await, Err(StoreError::NietGevonden)));
        drop(r);
        let mut tx = schrijf(db, ANDERE, "").await;
        assert!(matches!(tx.leerling(LEERLING).await, Err(StoreError::NietGevonden)));
        assert!(matches!(tx.signaal(SIGNAAL).await, Err(StoreError::NietGevonden)));
        assert!(matches!(tx.melding::<String>(MELDING).await, Err(StoreError::NietGevonden)));
        assert!(matches!(tx.zaak(ZAAK, "leerplicht").await, Err(StoreError::NietGevonden)));
        assert!(tx.melding_wijzigen(MELDING, 2, 1, &"").await.is_err());
        assert!(tx.melding_verzenden(MELDING, 2, &"").await.is_err());
        assert!(tx.zaak_stand(ZAAK, 2, "gesloten", None, "2026-11-30").await.is_err());
        drop(tx);

        let ketens = verifieer(db).await.unwrap();
        assert!(ketens.iter().all(|k| k.2.is_ok()), "{}: {ketens:?}", p.motor());
        gezien.push(format!("{ketens:?}"));
        gezien.push(format!("{:?}", logboek(db).await.iter().map(|l| (&l.voorwerp, &l.hash)).collect::<BTreeSet<_>>()));
        uitkomsten.push(gezien);
    }
    if let [a, b] = uitkomsten.as_slice() {
        assert_eq!(a, b);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dropped_write_leaves_nothing() {
    for p in beide().await {
        let mut tx = schrijf(&p.db, SCHOOL, "weg").await;
        tx.organisatie_toevoegen(&organisatie(SCHOOL, "school", "school")).await.unwrap();
        tx.volgend_nummer("proef").await.unwrap();
        drop(tx);
        let mut tx = binnen("write after a drop", schrijf(&p.db, ANDERE, "blijft")).await;
        assert_eq!(tx.volgend_nummer("proef").await.unwrap(), 1);
        tx.organisatie_toevoegen(&organisatie(ANDERE, "andere", "school")).await.unwrap();
        noteer(tx).await;
        let codes: Vec<_> = p.db.organisaties().await.unwrap().into_iter().map(|o| o.code).collect();
        assert_eq!(codes, ["andere"], "{}", p.motor());
        assert_eq!(logboek(&p.db).await.into_iter().map(|l| l.spoor).collect::<Vec<_>>(), ["blijft"]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_concurrent_writers() {
    for p in beide().await {
        let mut taken = Vec::new();
        for i in 0..260_u64 {
            let db = p.db.clone();
            let taak = tokio::spawn(async move {
                let mut tx = schrijf(&db, SCHOOL, &format!("w{i}")).await;
                tx.volgend_nummer("proef").await.unwrap();
                noteer(tx).await;
            });
            taken.push((i, taak));
        }
        let mut verwacht = BTreeSet::new();
        for (i, taak) in &taken {
            if i % 13 < 3 {
                tokio::time::sleep(Duration::from_micros(i * 7 % 400)).await;
                taak.abort();
            }
        }
        for (i, taak) in taken {
            if binnen("a writer among aborted ones", taak).await.is_ok() {
                verwacht.insert(format!("w{i}"));
            }
        }
        assert!(verwacht.len() >= 200, "{}", verwacht.len());

        // SQLite's queue: its last member goes away, and the one before it counted on it to commit.
        if p.map.is_some() {
            let eerste = schrijf(&p.db, SCHOOL, "eerste").await;
            let db = p.db.clone();
            let tweede = tokio::spawn(async move { noteer(schrijf(&db, SCHOOL, "tweede").await).await });
            tokio::time::sleep(Duration::from_millis(50)).await;
            let db = p.db.clone();
            let laatste = tokio::spawn(async move { noteer(schrijf(&db, SCHOOL, "laatste").await).await });
            tokio::time::sleep(Duration::from_millis(50)).await;
            laatste.abort();
            assert!(laatste.await.unwrap_err().is_cancelled());
            binnen("the first of the queue", noteer(eerste)).await;
            binnen("the one before an aborted writer", tweede).await.unwrap();
            verwacht.extend(["eerste".to_owned(), "tweede".to_owned()]);
        }

        let db = match &p.map {
            Some(map) => {
                p.db.sluit().await;
                Db::sqlite(map.path(), bos()).await.unwrap()
            }
            None => p.db.clone(),
        };
        let mut sporen = BTreeMap::<String, usize>::new();
        for l in logboek(&db).await {
            *sporen.entry(l.spoor).or_default() += 1;
        }
        assert!(sporen.values().all(|n| *n == 1), "{}", p.motor());
        assert!(verwacht.iter().all(|s| sporen.contains_key(s)), "{}", p.motor());
        assert!(!sporen.contains_key("laatste"));
        let (n, heel) = keten(&db, SCHOOL).await;
        assert_eq!((usize::try_from(n).unwrap(), heel), (sporen.len(), Ok(())));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tampering_is_found() {
    let gevallen = [
        ("UPDATE logboek SET voorwerp = 'iets anders' WHERE volgnummer = 3", Some(3)),
        (
            "UPDATE logboek SET hash = (SELECT l.hash FROM logboek AS l WHERE l.volgnummer = 1) WHERE volgnummer = 2",
            Some(2),
        ),
        ("DELETE FROM logboek WHERE volgnummer = 3", Some(3)),
        ("DELETE FROM logboek WHERE volgnummer = 1", Some(1)),
        ("DELETE FROM logboek WHERE volgnummer > 4", Some(5)),
        ("DELETE FROM logboek", Some(1)),
        ("DELETE FROM logketen", None),
        ("UPDATE logketen SET volgnummer = 4", None),
    ];
    for (sql, plek) in gevallen {
        for p in beide().await {
            for i in 0..6 {
                noteer(schrijf(&p.db, SCHOOL, &format!("s{i}")).await).await;
            }
            assert_eq!(keten(&p.db, SCHOOL).await, (6, Ok(())));
            p.direct(sql).await;
            let (_, heel) = keten(&p.db, SCHOOL).await;
            assert!(heel.is_err(), "{}: not found: {sql}", p.motor());
            if let Some(plek) = plek {
                assert_eq!(heel, Err(plek), "{}: {sql}", p.motor());
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn reads_are_logged() {
    for p in beide().await {
        wereld(&p.db).await;
        let mut tx = schrijf(&p.db, SCHOOL, "wereld").await;
        let tweede = Uuid::from_u128(40);
        let leerling = NieuweLeerling {
            id: tweede,
            persoon: PERSOON,
            klas: KLAS,
            leerlingnummer: "1002",
            ingeschreven: "2023-08-01",
            uitgeschreven: None,
            startkwalificatie: None,
        };
        tx.leerling_toevoegen(&leerling).await.unwrap();
        let van_tweede = |m: BulkMarkering| BulkMarkering { leerling: tweede, ..m };
        let rijen = [(16, 2), (17, 3)].map(|(dag, les)| markering(&format!("2026-11-{dag}"), les, "ongeoorloofd"));
        tx.markeringen_zetten(&rijen, "proef").await.unwrap();
        tx.markeringen_zetten(&[1, 2].map(|u| van_tweede(markering("2026-11-16", u, "ziek"))), "proef").await.unwrap();
        noteer(tx).await;

        // Two pupils with the same name, two lessons each, in turns: still one line per person.
        let mut r = p.db.list(scope::<LeerlingInzien>(Rol::Verzuimmedewerker, SCHOOL), nu(), "dag").await.unwrap();
        let dicht = r.dag("2026-11-16").await.unwrap();
        assert!(logboek(&p.db).await.iter().all(|l| l.spoor != "dag"), "nothing is read before open");
        assert_eq!(r.open(dicht).await.unwrap().len(), 4);
        let regels: Vec<_> = logboek(&p.db).await.into_iter().filter(|l| l.spoor == "dag").collect();
        assert!(regels.iter().all(|l| l.soort == "lezen"));
        let wie: BTreeSet<_> = regels.iter().filter_map(|l| l.betrokkene).collect();
        assert_eq!((regels.len(), wie), (2, BTreeSet::from([LEERLING, tweede])), "{}", p.motor());
        drop(r);

        // As many readers as the pool has connections, all open at once: their log lines still get through.
        let samen = if p.map.is_some() { 6 } else { 8 };
        let hek = Arc::new(tokio::sync::Barrier::new(samen));
        let mut taken = Vec::new();
        for i in 0..samen {
            let (db, hek) = (p.db.clone(), Arc::clone(&hek));
            taken.push(tokio::spawn(async move {
                let grant = mag::<LeerlingInzien>(Rol::Verzuimmedewerker, SCHOOL, Some(LEERLING));
                let mut r = db.read(grant, nu(), &format!("r{i}")).await.unwrap();
                let dicht = r.leerling().await.unwrap();
                hek.wait().await;
                r.open(dicht).await.unwrap().voornamen
            }));
        }
        for t in taken {
            assert_eq!(binnen("readers at once", t).await.unwrap(), "Noor");
        }
        assert_eq!(logboek(&p.db).await.iter().filter(|l| l.spoor.starts_with('r')).count(), samen);
        assert_eq!(keten(&p.db, SCHOOL).await.1, Ok(()));
    }
}

#[tokio::test]
async fn bsn_is_not_in_the_file() {
    let p = sqlite().await;
    wereld(&p.db).await;
    let bytes: Vec<u8> = std::fs::read_dir(p.map.as_ref().unwrap().path())
        .unwrap()
        .flat_map(|e| std::fs::read(e.unwrap().path()).unwrap())
        .collect();
    let bevat = |t: &str| bytes.windows(t.len()).any(|w| w == t.as_bytes());
    assert!(bevat("Vries"), "the search itself works");
    assert!(!bevat(BSN) && !bevat("Kade 1"));
}

#[tokio::test]
async fn kopie_opens_and_verifies() {
    let p = sqlite().await;
    wereld(&p.db).await;
    let map = TempDir::new().unwrap();
    p.db.kopie(&map.path().join("leerrecht.db")).await.unwrap();
    assert!(p.db.kopie(&map.path().join("leerrecht.db")).await.is_err(), "an existing file is not overwritten");
    noteer(binnen("write after a copy", schrijf(&p.db, SCHOOL, "na")).await).await;
    let kopie = Db::sqlite(map.path(), bos()).await.unwrap();
    assert!(kopie.controleer().await.unwrap().fouten.is_empty());
    assert_eq!(keten(&kopie, SCHOOL).await, (1, Ok(())));
    let mut tx = schrijf(&kopie, SCHOOL, "kopie").await;
    assert_eq!(tx.melding::<String>(MELDING).await.unwrap().1, BSN);
}
