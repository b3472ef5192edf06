//! Who can sign in, which organisations there are, and which systems have a key. Never pupils.

use crate::inloggen::{totp, versleutel};
use crate::sessie::{hash, toeval};
use crate::{App, Fout};
use data_encoding::BASE32_NOPAD;
use domain::id::OrganisatieId;
use domain::waarden::{Brin, Gemeentecode};
use policy::handeling::Beheren;
use policy::{Principal, Rol};
use rand::RngCore;
use store::Event;
use store::beheer::Mens;
use store::gebruiker::NieuweGebruiker;
use store::rows::OrganisatieRow;
use uuid::Uuid;

/// What a new account gets, shown once and never stored in this form.
#[derive(Debug, Clone)]
pub struct Toegang {
    /// Sign-in name.
    pub code: String,
    /// Password.
    pub wachtwoord: String,
    /// Secret of the one-time code, in base32, for an authenticator app.
    pub geheim: String,
}

/// A new account.
#[derive(Debug, Clone, Default)]
pub struct NieuwMens {
    /// Sign-in name.
    pub code: String,
    /// Name.
    pub naam: String,
    /// Code of the role.
    pub rol: String,
    /// Code of the organisation.
    pub organisatie: String,
}

/// Roles that a person can get, per kind of organisation.
#[must_use]
pub fn rollen_bij(soort: &str) -> &'static [Rol] {
    match soort {
        "school" => &[Rol::Verzuimmedewerker, Rol::Schoolleider, Rol::Mentor],
        "gemeente" | "regeling" => &[
            Rol::Leerplichtambtenaar,
            Rol::LeerplichtambtenaarBoa,
            Rol::AdministratieLeerplicht,
            Rol::TeamleiderLeerplicht,
            Rol::Doorstroomcoach,
        ],
        "register" => &[Rol::Registerbeheerder],
        "toezicht" => &[Rol::Fg],
        "beheer" => &[Rol::Beheerder],
        _ => &[],
    }
}

/// Everybody who can sign in.
///
/// # Errors
/// A role that may not, or a fault.
pub async fn mensen(app: &App, wie: &Principal) -> Result<Vec<Mens>, Fout> {
    let mut r = app.store.read(app.mag::<Beheren>(wie, wie.organisatie.0)?, app.nu(), &app.spoor()).await?;
    Ok(r.mensen().await?)
}

/// Make an account in one role.
///
/// # Errors
/// Wrong input per field, a role that may not, or a fault.
pub async fn maak_mens(app: &App, wie: &Principal, m: &NieuwMens) -> Result<Toegang, Fout> {
    app.mag::<Beheren>(wie, wie.organisatie.0)?;
    let mut fouten = Vec::new();
    let mut fout = |veld: &str, melding: &str| fouten.push((veld.to_owned(), melding.to_owned()));
    let code = m.code.trim().to_lowercase();
    if !(3..=40).contains(&code.len())
        || !code.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'@'))
    {
        fout("code", "Gebruik 3 tot en met 40 letters, cijfers, punten of streepjes.");
    }
    let naam = m.naam.trim();
    if naam.is_empty() || naam.chars().count() > 200 || naam.chars().any(char::is_control) {
        fout("naam", "Vul de naam in, hoogstens 200 tekens.");
    }
    let organisatie = app.organisaties().await?.into_iter().find(|o| o.code == m.organisatie);
    let rol = Rol::uit_code(&m.rol);
    match (&organisatie, rol) {
        (None, _) => fout("organisatie", "Kies een organisatie uit de lijst."),
        (Some(o), Some(r)) if rollen_bij(&o.soort).contains(&r) => {}
        _ => fout("rol", "Deze rol hoort niet bij deze organisatie. Kies een andere rol."),
    }
    if app.store.gebruiker_bij_code(&code).await?.is_some() {
        fout("code", "Deze inlognaam is al in gebruik.");
    }
    let (Some(organisatie), Some(rol), true) = (organisatie, rol, fouten.is_empty()) else {
        return Err(Fout::Invoer(fouten));
    };
    let mut geheim = vec![0u8; 20];
    rand::rng().fill_bytes(&mut geheim);
    let wachtwoord: String = toeval().chars().filter(char::is_ascii_alphanumeric).take(20).collect();
    let (w, _) = (wachtwoord.clone(), totp(geheim.clone()));
    let dicht = tokio::task::spawn_blocking(move || versleutel(&w))
        .await
        .unwrap_or(Err(Fout::Storing(store::StoreError::Versleuteling)))?;
    // Written for the organisation where the person will work: its own log shows who came.
    let voor = Principal { organisatie: OrganisatieId(organisatie.id), ..wie.clone() };
    let grant = app.mag::<Beheren>(&voor, organisatie.id)?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    let id = app.sleutel();
    tx.gebruiker_toevoegen(&NieuweGebruiker {
        id,
        code: &code,
        naam,
        persoon: None,
        demo: false,
        wachtwoord: Some(&dicht),
        totp: Some(&geheim),
    })
    .await?;
    tx.rol_toekennen(id, organisatie.id, rol.code(), &app.vandaag().to_string(), None).await?;
    tx.record(Event::geschreven(format!("toegang {id} als {}", rol.code()), None)).await?;
    Ok(Toegang { code, wachtwoord, geheim: BASE32_NOPAD.encode(&geheim) })
}

/// End a role of an account, from today on.
///
/// # Errors
/// `NietGevonden`, a role that may not, or a fault.
pub async fn beeindig(app: &App, wie: &Principal, code: &str, rol: &str) -> Result<(), Fout> {
    let grant = app.mag::<Beheren>(wie, wie.organisatie.0)?;
    let g = app.store.gebruiker_bij_code(code).await?.ok_or(Fout::NietGevonden)?;
    if g.id == wie.gebruiker.0 {
        return Err(Fout::weigering(
            "U kunt uw eigen toegang niet beëindigen.",
            "AVG, artikel 32",
            "Laat een andere beheerder dit doen.",
        ));
    }
    let gisteren = app.vandaag().yesterday().map_err(|_| Fout::NietGevonden)?;
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    tx.rol_beeindigen(g.id, rol, &gisteren.to_string()).await?;
    tx.record(Event::geschreven(format!("toegang {} beëindigd als {rol}", g.id), None)).await?;
    Ok(())
}

/// A new organisation.
#[derive(Debug, Clone, Default)]
pub struct NieuweOrganisatie {
    /// Short code.
    pub code: String,
    /// Kind.
    pub soort: String,
    /// Name.
    pub naam: String,
    /// BRIN of a school.
    pub brin: String,
    /// Municipality code.
    pub gemeente: String,
    /// Kind of education of a school.
    pub onderwijssoort: String,
    /// Vacation region of a school.
    pub regio: String,
    /// Minutes of a lesson.
    pub lesuur_minuten: String,
    /// Mailbox.
    pub email: String,
    /// Telephone.
    pub telefoon: String,
}

/// Kinds of organisation that a beheerder can add.
pub const SOORTEN: &[(&str, &str)] = &[
    ("school", "school"),
    ("gemeente", "gemeente"),
    ("regeling", "gemeenschappelijke regeling"),
    ("toezicht", "toezicht (FG)"),
];

/// Add an organisation.
///
/// # Errors
/// Wrong input per field, a role that may not, or a fault.
pub async fn maak_organisatie(app: &App, wie: &Principal, o: &NieuweOrganisatie) -> Result<(), Fout> {
    let grant = app.mag::<Beheren>(wie, wie.organisatie.0)?;
    let mut fouten = Vec::new();
    let mut fout = |veld: &str, melding: &str| fouten.push((veld.to_owned(), melding.to_owned()));
    let code = o.code.trim().to_lowercase();
    if !(2..=30).contains(&code.len())
        || !code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    {
        fout("code", "Gebruik 2 tot en met 30 kleine letters, cijfers of streepjes.");
    } else if app.organisaties().await?.iter().any(|x| x.code == code) {
        fout("code", "Deze code is al in gebruik.");
    }
    let naam = o.naam.trim();
    if naam.is_empty() || naam.chars().count() > 200 || naam.chars().any(char::is_control) {
        fout("naam", "Vul de naam in, hoogstens 200 tekens.");
    }
    if !SOORTEN.iter().any(|s| s.0 == o.soort) {
        fout("soort", "Kies een soort uit de lijst.");
    }
    let school = o.soort == "school";
    let gemeente: Option<Gemeentecode> = o.gemeente.parse().ok();
    if (school || o.soort == "gemeente") && gemeente.is_none() {
        fout("gemeente", "Vul de gemeentecode in: 4 cijfers.");
    }
    let brin: Option<Brin> = o.brin.trim().parse().ok();
    let lesuur: Option<i64> = o.lesuur_minuten.trim().parse().ok().filter(|m| (20..=120).contains(m));
    if school {
        if brin.is_none() {
            fout("brin", "Vul de BRIN in, bijvoorbeeld 99ZC.");
        }
        if lesuur.is_none() {
            fout("lesuur_minuten", "Vul in hoeveel minuten een les duurt: 20 tot en met 120.");
        }
        if rules::Vakantieregio::uit_code(&o.regio).is_none() {
            fout("regio", "Kies noord, midden of zuid.");
        }
        if domain::onderwijs::Onderwijssoort::uit_code(&o.onderwijssoort).is_none() {
            fout("onderwijssoort", "Kies een soort onderwijs uit de lijst.");
        }
    }
    if !fouten.is_empty() {
        return Err(Fout::Invoer(fouten));
    }
    let leeg = |t: &str| Some(t.trim().to_owned()).filter(|t| !t.is_empty());
    let rij = OrganisatieRow {
        id: app.sleutel(),
        code,
        soort: o.soort.clone(),
        naam: naam.to_owned(),
        brin: brin.filter(|_| school).map(|b| b.to_string()),
        gemeente_code: gemeente.map(|g| g.to_string()),
        onderwijssoort: leeg(&o.onderwijssoort).filter(|_| school),
        vakantieregio: leeg(&o.regio).filter(|_| school),
        lesuur_minuten: lesuur.unwrap_or(60),
        te_laat_heel_lesuur: false,
        email: o.email.trim().chars().take(200).collect(),
        telefoon: o.telefoon.trim().chars().take(40).collect(),
        regeling: None,
    };
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    tx.organisatie_toevoegen(&rij).await?;
    tx.record(Event::geschreven(format!("organisatie {}", rij.code), None)).await?;
    Ok(())
}

/// Make a key for a system of an organisation; shown once.
///
/// # Errors
/// `NietGevonden`, a refusal for organisations without systems, a role that may not, or a fault.
pub async fn maak_sleutel(app: &App, wie: &Principal, organisatie: &str, naam: &str) -> Result<String, Fout> {
    app.mag::<Beheren>(wie, wie.organisatie.0)?;
    let o = app.organisatie_bij_code(organisatie).await?;
    if !matches!(o.soort.as_str(), "school" | "gemeente" | "regeling") {
        return Err(Fout::veld("organisatie", "Alleen scholen en gemeenten hebben systemen."));
    }
    let naam = naam.trim();
    if naam.is_empty() || naam.chars().count() > 60 || naam.chars().any(char::is_control) {
        return Err(Fout::veld("systeem", "Vul de naam van het systeem in, hoogstens 60 tekens."));
    }
    let voor = Principal { organisatie: OrganisatieId(o.id), ..wie.clone() };
    let grant = app.mag::<Beheren>(&voor, o.id)?;
    let sleutel = toeval();
    let mut tx = app.store.write(&grant, app.nu(), &app.spoor()).await?;
    tx.api_sleutel_toevoegen(&hash(&sleutel), o.id, naam).await?;
    tx.record(Event::geschreven("sleutel van een systeem", None)).await?;
    Ok(sleutel)
}

/// Make the first beheerder, and what the product itself needs: the register, the parents' space and beheer.
///
/// # Errors
/// A refusal when the code is taken, or a fault.
pub async fn eerste(app: &App, code: &str, naam: &str) -> Result<Toegang, Fout> {
    let bestaand = app.organisaties().await?;
    let beheer = match bestaand.iter().find(|o| o.soort == "beheer") {
        Some(o) => o.id,
        None => app.sleutel(),
    };
    let systeem = App::systeem("beheerder maken", beheer);
    let mut tx = app.store.write(&app.mag::<Beheren>(&systeem, beheer)?, app.nu(), &app.spoor()).await?;
    let mut erbij = 0;
    for (soort, naam) in [("beheer", "Beheer"), ("register", "Register"), ("mijn", "Mijn Leerrecht")] {
        if bestaand.iter().any(|o| o.soort == soort) {
            continue;
        }
        let id: Uuid = if soort == "beheer" { beheer } else { app.sleutel() };
        tx.organisatie_toevoegen(&OrganisatieRow {
            id,
            code: soort.to_owned(),
            soort: soort.to_owned(),
            naam: naam.to_owned(),
            brin: None,
            gemeente_code: None,
            onderwijssoort: None,
            vakantieregio: None,
            lesuur_minuten: 60,
            te_laat_heel_lesuur: false,
            email: String::new(),
            telefoon: String::new(),
            regeling: None,
        })
        .await?;
        erbij += 1;
    }
    if erbij > 0 {
        tx.record(Event::geschreven("inrichting van het product", None)).await?;
    } else {
        drop(tx);
    }
    let m = NieuwMens {
        code: code.to_owned(),
        naam: naam.to_owned(),
        rol: Rol::Beheerder.code().to_owned(),
        organisatie: app.organisatie(beheer).await?.code,
    };
    maak_mens(app, &systeem, &m).await
}
