//! The binary `leerrecht`: settings, clock, accept loop, commands.

mod accept;
mod importeer;
mod kalender;
mod klok;
mod koppel;
mod lesregister;
mod opslag;
mod regel;
mod signaleer;
mod uitleg;
mod voortgang;

use app::{App, Omgeving};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// Leerrecht bewaakt het recht van iedere jongere om te leren.
#[derive(Parser)]
#[command(
    name = "leerrecht",
    version,
    about = "Leerrecht bewaakt het recht van iedere jongere om te leren.",
    disable_help_subcommand = true,
    disable_version_flag = true,
    subcommand_required = true
)]
struct Opdracht {
    #[command(subcommand)]
    wat: Wat,
}

#[derive(Subcommand)]
enum Wat {
    /// Start het product
    Start {
        /// Met verzonnen mensen en scholen, zonder wachtwoorden
        #[arg(long)]
        demo: bool,
        /// Zet de klok op deze dag (alleen met --demo)
        #[arg(long, requires = "demo")]
        nu: Option<jiff::civil::Date>,
    },
    /// Mensen die het product beheren
    Beheerder {
        #[command(subcommand)]
        wat: Beheerder,
    },
    /// Controleer de database
    Doctor,
    /// Maak een reservekopie terwijl het product draait
    Backup {
        /// Het nieuwe bestand
        #[arg(long)]
        naar: PathBuf,
    },
    /// De regels van de wet: lijst, of beantwoord vragen
    Regel {
        #[command(subcommand)]
        wat: regel::Regel,
    },
    /// Schrijf de leskalender van een vakantieregio: datum, schooldag, lesweek en lesdag
    Kalender {
        /// Vakantieregio: noord, midden of zuid
        #[arg(long, value_parser = kalender::regio)]
        regio: rules::Vakantieregio,
        /// Schooljaar, zoals 2025-2026
        #[arg(long, value_parser = kalender::schooljaar)]
        schooljaar: (jiff::civil::Date, jiff::civil::Date),
        /// Het nieuwe bestand (CSV)
        #[arg(long)]
        uit: PathBuf,
    },
    /// De lessen van een schooljaar in een map die in seconden te doorzoeken is
    Lesregister {
        #[command(subcommand)]
        wat: lesregister::Lesregister,
    },
    /// Zoek wie 16 uur bereikte, of vier lesweken wegbleef
    Signaleer(signaleer::Signaleer),
    /// Zoek wie leerplichtig is, nergens is ingeschreven en geen vrijstelling heeft
    Koppel(koppel::Koppel),
    /// Laad een export van een schoolsysteem: CSV, XLSX of ODS
    Importeer {
        /// Code van de school
        #[arg(long)]
        school: String,
        /// Een kolom die niet wordt herkend, als betekenis=kop; mag vaker
        #[arg(long, value_name = "BETEKENIS=KOP")]
        kolom: Vec<String>,
        /// Geen voortgang tonen
        #[arg(long)]
        stil: bool,
        /// Het bestand
        bestand: PathBuf,
    },
    /// Maak een verzonnen regio als bestanden
    Synthese {
        /// Begingetal: hetzelfde getal geeft dezelfde regio (anders 1)
        #[arg(long, default_value_t = 1)]
        zaad: u64,
        /// Aantal leerlingen (anders 320)
        #[arg(long, default_value_t = 320)]
        leerlingen: usize,
        /// Laatste dag met lessen (anders 2026-11-23)
        #[arg(long, default_value = "2026-11-23")]
        tot: jiff::civil::Date,
        /// Map voor de bestanden
        #[arg(long)]
        uit: PathBuf,
    },
    /// Het logboek
    Audit {
        #[command(subcommand)]
        wat: Audit,
    },
}

#[derive(Subcommand)]
enum Beheerder {
    /// Maak een beheerder; wachtwoord en geheim worden één keer getoond
    Maak {
        /// Inlognaam
        #[arg(long)]
        code: String,
        /// Naam
        #[arg(long)]
        naam: String,
    },
}

#[derive(Subcommand)]
enum Audit {
    /// Controleer of het logboek heel en onveranderd is
    Verifieer,
}

/// Settings that the product knows; another one with our prefix stops the start.
const INSTELLINGEN: &[&str] = &[
    "LEERRECHT_ADRES",
    "LEERRECHT_DATA",
    "LEERRECHT_DATABASE",
    "LEERRECHT_LOG",
    "LEERRECHT_BIN",
    "LEERRECHT_TEST_POSTGRES",
];

fn lees_opdracht() -> Result<Opdracht, clap::Error> {
    Opdracht::from_arg_matches(&uitleg::nederlands(Opdracht::command()).try_get_matches()?)
}

fn main() -> ExitCode {
    let opdracht = match lees_opdracht() {
        Ok(o) => o,
        Err(e) if matches!(e.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            let _ = e.print();
            return ExitCode::SUCCESS;
        }
        Err(e) => {
            eprintln!("{}", uitleg::fout(&e));
            return ExitCode::from(2);
        }
    };
    if let Wat::Regel { wat } = &opdracht.wat
        && !wat.bewaard()
    {
        return regel::doe(wat);
    }
    if let Wat::Kalender { regio, schooljaar, uit } = &opdracht.wat {
        return kalender::doe(*regio, *schooljaar, uit).map_or_else(
            |fout| {
                eprintln!("{fout}");
                ExitCode::from(2)
            },
            |()| ExitCode::SUCCESS,
        );
    }
    let met_bestanden = match &opdracht.wat {
        Wat::Lesregister { wat } => Some(lesregister::doe(wat, klok::vandaag())),
        Wat::Koppel(k) => Some(koppel::doe(k)),
        Wat::Signaleer(v) => Some(signaleer::doe(v, klok::vandaag())),
        _ => None,
    };
    if let Some(gedaan) = met_bestanden {
        return gedaan.map_or_else(
            |fout| {
                eprintln!("{fout}");
                ExitCode::from(2)
            },
            |()| ExitCode::SUCCESS,
        );
    }
    for (naam, _) in std::env::vars_os() {
        let naam = naam.to_string_lossy().into_owned();
        if naam.starts_with("LEERRECHT_") && !INSTELLINGEN.contains(&naam.as_str()) {
            eprintln!("Onbekende instelling: {naam}. Bekend zijn: {}.", INSTELLINGEN.join(", "));
            return ExitCode::from(2);
        }
    }
    let filter = std::env::var("LEERRECHT_LOG").unwrap_or_else(|_| "warn".to_owned());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false).init();
    let draait = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(r) => r,
        Err(fout) => {
            eprintln!("Starten lukt niet: {fout}");
            return ExitCode::FAILURE;
        }
    };
    match draait.block_on(doe(opdracht.wat)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fout) => {
            eprintln!("{fout}");
            ExitCode::FAILURE
        }
    }
}

async fn doe(wat: Wat) -> Result<(), String> {
    let tekst = |e: store::StoreError| e.to_string();
    match wat {
        Wat::Regel { .. } => {
            let db = opslag::open().await?;
            let app = App::nieuw(db.clone(), Omgeving { klok: klok::klok(None), demo: false });
            let klaar = regel::herhaal_bewaard(&app).await;
            db.sluit().await;
            klaar
        }
        Wat::Synthese { zaad, leerlingen, tot, uit } => {
            let wereld = synthese::maak(zaad, leerlingen, tot);
            synthese::schrijf(&wereld, &uit).map_err(|e| format!("Schrijven in {} lukt niet: {e}", uit.display()))?;
            println!(
                "{} leerlingen en {} lesmarkeringen in {}",
                wereld.leerlingen.len(),
                wereld.markeringen.len(),
                uit.display()
            );
            Ok(())
        }
        // Need no database: done before.
        Wat::Kalender { .. } | Wat::Lesregister { .. } | Wat::Signaleer(_) | Wat::Koppel(_) => Ok(()),
        Wat::Start { demo, nu } => start(demo, nu).await,
        Wat::Importeer { school, kolom, stil, bestand } => importeer::doe(&school, &kolom, stil, &bestand).await,
        Wat::Beheerder { wat: Beheerder::Maak { code, naam } } => {
            let db = opslag::open().await?;
            let app = App::nieuw(db.clone(), Omgeving { klok: klok::klok(None), demo: false });
            let t = app::beheer::eerste(&app, &code, &naam).await.map_err(|f| match f {
                app::Fout::Invoer(v) => v.into_iter().map(|(_, m)| m).collect::<Vec<_>>().join("\n"),
                andere => andere.to_string(),
            })?;
            println!("Inlognaam:  {}", t.code);
            println!("Wachtwoord: {}", t.wachtwoord);
            println!("Geheim voor de app met inlogcodes (TOTP): {}", t.geheim);
            println!("Dit wordt niet nog een keer getoond.");
            db.sluit().await;
            Ok(())
        }
        Wat::Doctor => {
            let db = opslag::open().await?;
            let v = db.controleer().await.map_err(tekst)?;
            println!("{}", v.motor);
            if v.fouten.is_empty() {
                println!("De database is heel.");
                Ok(())
            } else {
                Err(v.fouten.join("\n"))
            }
        }
        Wat::Backup { naar } => {
            let db = opslag::open().await?;
            db.kopie(&naar).await.map_err(tekst)?;
            println!("Reservekopie: {}", naar.display());
            Ok(())
        }
        Wat::Audit { wat: Audit::Verifieer } => {
            let db = opslag::open().await?;
            let mut stuk = 0;
            for (organisatie, regels, uitslag) in store::verifieer(&db).await.map_err(tekst)? {
                match uitslag {
                    Ok(()) => println!("{organisatie}: {regels} regels, heel"),
                    Err(plek) => {
                        stuk += 1;
                        println!("{organisatie}: GEBROKEN bij regel {plek}");
                    }
                }
            }
            if stuk == 0 {
                Ok(())
            } else {
                Err(format!("{stuk} ketens zijn gebroken: dit is een beveiligingsincident"))
            }
        }
    }
}

async fn start(demo: bool, nu: Option<jiff::civil::Date>) -> Result<(), String> {
    let db = opslag::open().await?;
    let app = App::nieuw(db.clone(), Omgeving { klok: klok::klok(nu), demo });
    if demo {
        let sleutels = app::demo::vul(&app).await.map_err(|f| f.to_string())?;
        for (organisatie, sleutel) in sleutels {
            println!("API-sleutel {organisatie}: {sleutel}");
        }
    }
    // What waited when the product stopped goes out first.
    app::register::verwerk(&app).await.map_err(|f| f.to_string())?;
    let hervat = app.clone();
    tokio::spawn(async move {
        if let Err(fout) = app::school::bestand::hervat(&hervat).await {
            tracing::error!(%fout, "een onderbroken bestand is niet verder geladen");
        }
    });
    tokio::spawn(achtergrond(app.clone()));
    let adres = std::env::var("LEERRECHT_ADRES").unwrap_or_else(|_| "127.0.0.1:8080".to_owned());
    let poort = tokio::net::TcpListener::bind(&adres)
        .await
        .map_err(|e| format!("Het adres {adres} kan niet worden gebruikt: {e}"))?;
    // Nobody has to read this: a closed terminal does not stop the product.
    let mut uit = std::io::stdout();
    let _ = writeln!(uit, "Leerrecht draait op http://{adres}");
    for p in app::sessie::demopersonen(&app).await.map_err(|f| f.to_string())? {
        let _ = writeln!(uit, "  {:<20} {} ({}, {})", p.code, p.naam, p.rol, p.organisatie);
    }
    accept::bedien(poort, web::maak_router(app)).await;
    db.sluit().await;
    Ok(())
}

/// Work without a visitor: the nightly round (a missed night is caught up at once) and messages that waited.
async fn achtergrond(app: App) {
    let mut minuut = tokio::time::interval(Duration::from_secs(60));
    loop {
        minuut.tick().await;
        if let Err(fout) = app::nachtronde(&app).await {
            tracing::error!(%fout, "nachtronde onderbroken");
        }
        if let Err(fout) = app::gemeente::absoluut_verzuim::ronde(&app).await {
            tracing::error!(%fout, "absoluut verzuim niet bepaald");
        }
        if let Err(fout) = app::register::verwerk(&app).await {
            tracing::error!(%fout, "post blijft wachten");
        }
    }
}
