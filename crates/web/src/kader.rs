//! What every page shows around its own content.

use crate::toon::datum_lang;
use app::App;
use app::sessie::Sessie;
use policy::Rol;

/// One place of the menu.
pub(crate) struct Plek {
    pub(crate) naam: &'static str,
    pub(crate) url: &'static str,
    pub(crate) actief: bool,
}

/// One step of the breadcrumb; the last has no address.
pub(crate) struct Kruimel {
    pub(crate) naam: String,
    pub(crate) url: Option<String>,
}

/// The frame.
pub(crate) struct Kader {
    pub(crate) titel: String,
    pub(crate) demo: bool,
    pub(crate) ruimte: &'static str,
    pub(crate) ingelogd: bool,
    pub(crate) naam: String,
    pub(crate) rol: &'static str,
    pub(crate) organisatie: String,
    pub(crate) doel: &'static str,
    pub(crate) csrf: String,
    pub(crate) menu: Vec<Plek>,
    pub(crate) kruimels: Vec<Kruimel>,
    pub(crate) stand: String,
}

const MENU_SCHOOL: &[(&str, &str)] = &[
    ("Vandaag", "/school"),
    ("Leerlingen", "/school/leerlingen"),
    ("Signalen", "/school/signalen"),
    ("Meldingen", "/school/meldingen"),
    ("Bestanden", "/school/bestanden"),
    ("Inrichting", "/school/inrichting"),
];

fn plekken(rol: Rol) -> (&'static str, Vec<(&'static str, &'static str)>) {
    match rol {
        Rol::Verzuimmedewerker => ("School", MENU_SCHOOL.to_vec()),
        Rol::Schoolleider => ("School", MENU_SCHOOL.iter().copied().filter(|m| m.0 != "Bestanden").collect()),
        Rol::Mentor => {
            ("School", MENU_SCHOOL.iter().copied().filter(|m| !matches!(m.0, "Bestanden" | "Inrichting")).collect())
        }
        Rol::Leerplichtambtenaar | Rol::LeerplichtambtenaarBoa | Rol::AdministratieLeerplicht => {
            ("Leerplicht", vec![("Werkvoorraad", "/leerplicht")])
        }
        Rol::Doorstroomcoach => ("Doorstroompunt", vec![("Werkvoorraad", "/leerplicht")]),
        Rol::TeamleiderLeerplicht => ("Leerplicht", vec![("Aantallen", "/leerplicht/aantallen")]),
        Rol::Registerbeheerder => ("Register", vec![("Meldingen", "/register")]),
        Rol::Docent => ("School", vec![("Lessen", "/les")]),
        Rol::Beheerder => ("Beheer", vec![("Toegang", "/beheer")]),
        Rol::Fg => ("Toezicht", vec![("Logboek", "/toezicht")]),
        Rol::Ouder | Rol::Leerling => ("Mijn Leerrecht", vec![("Overzicht", "/mijn")]),
        _ => ("", Vec::new()),
    }
}

/// The first page of a role; nothing is shown for roles whose space is not built.
pub(crate) fn thuis(rol: Rol) -> &'static str {
    plekken(rol).1.first().map_or("/inloggen", |m| m.1)
}

impl Kader {
    /// The frame for somebody who is signed in; `kruimels` are name and address, the title comes last.
    pub(crate) async fn voor(
        app: &App,
        s: &Sessie,
        titel: &str,
        hier: &str,
        kruimels: &[(&str, &str)],
    ) -> Result<Self, app::Fout> {
        let (ruimte, menu) = plekken(s.wie.rol);
        let mut k: Vec<Kruimel> =
            kruimels.iter().map(|(n, u)| Kruimel { naam: (*n).to_owned(), url: Some((*u).to_owned()) }).collect();
        k.push(Kruimel { naam: titel.to_owned(), url: None });
        let organisatie = app.organisatie(s.wie.organisatie.0).await?.naam;
        Ok(Self {
            ruimte,
            ingelogd: true,
            naam: s.wie.naam.clone(),
            rol: s.wie.rol.woord(),
            organisatie,
            doel: s.wie.rol.doel().woord(),
            csrf: s.csrf.clone(),
            menu: menu.into_iter().map(|(naam, url)| Plek { naam, url, actief: url == hier }).collect(),
            kruimels: k,
            ..Self::los(app, titel)
        })
    }

    /// The same frame in a space, with the way back.
    pub(crate) fn met_kruimels(mut self, ruimte: &'static str, kruimels: &[(&str, &str)]) -> Self {
        self.ruimte = ruimte;
        self.kruimels = kruimels
            .iter()
            .map(|(n, u)| Kruimel { naam: (*n).to_owned(), url: Some((*u).to_owned()) })
            .chain([Kruimel { naam: self.titel.clone(), url: None }])
            .collect();
        self
    }

    /// The frame for somebody who is not signed in.
    pub(crate) fn los(app: &App, titel: &str) -> Self {
        let t = app.nu().lokale_tijd();
        Self {
            titel: titel.to_owned(),
            demo: app.demo(),
            ruimte: "",
            ingelogd: false,
            naam: String::new(),
            rol: "",
            organisatie: String::new(),
            doel: "",
            csrf: String::new(),
            menu: Vec::new(),
            kruimels: Vec::new(),
            stand: format!("{}, {}.{:02} uur", datum_lang(t.date()), t.hour(), t.minute()),
        }
    }
}
