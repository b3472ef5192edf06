//! Het besluit: van feiten naar `Grant`, of een weigering met reden.

use crate::handeling::{Eis, Handeling};
use crate::rol::{Doel, Principal, Rol};
use domain::Datum;
use domain::id::{GebruikerId, LeerlingId, OrganisatieId, PersoonId};
use std::marker::PhantomData;

/// Een band tussen de handelende persoon en het gegeven, met de periode waarin hij geldt (beide dagen inbegrepen).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relatie {
    /// De leerling zit in een klas die de medewerker begeleidt of lesgeeft.
    EigenKlas {
        /// Eerste dag.
        van: Option<Datum>,
        /// Laatste dag.
        tot: Option<Datum>,
    },
    /// Ouderlijk gezag of voogdij (A-002, BRP).
    Gezag {
        /// Eerste dag.
        van: Datum,
        /// Laatste dag.
        tot: Option<Datum>,
    },
    /// Het gaat om de persoon zelf.
    Zelf,
}

/// De feiten waarover wordt besloten: relaties en data, geen inhoud.
#[derive(Debug, Clone)]
pub struct Feiten {
    /// Van welke organisatie het gegeven is.
    pub organisatie: OrganisatieId,
    /// Over welke leerling, als het over een leerling gaat.
    pub leerling: Option<LeerlingId>,
    /// Dag waarop de jongere 18 wordt (CR-05), als het over een jongere gaat.
    pub achttien_op: Option<Datum>,
    /// Alle banden van de handelende persoon met deze leerling.
    pub relaties: Vec<Relatie>,
    /// De kalenderdag van nu in Europe/Amsterdam.
    pub op: Datum,
}

impl Feiten {
    /// Feiten over iets van een organisatie, zonder leerling.
    #[must_use]
    pub const fn van(organisatie: OrganisatieId, op: Datum) -> Self {
        Self { organisatie, leerling: None, achttien_op: None, relaties: Vec::new(), op }
    }
}

/// Waarom iets niet mag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reden {
    /// De rol kent deze handeling niet.
    Rol,
    /// Het gegeven is van een andere organisatie, of er is geen band: voor de vrager bestaat het niet.
    GeenBand,
    /// De jongere is 18: ouders zien niets meer zonder toestemming.
    Achttien,
}

/// Een weigering. Naar buiten zijn `GeenBand` en «bestaat niet» gelijk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geweigerd {
    /// Naam van de handeling.
    pub handeling: &'static str,
    /// De reden.
    pub reden: Reden,
}

/// Toestemming voor één handeling op één gegeven. De velden zijn alleen hier te zetten.
#[derive(Debug, Clone)]
pub struct Grant<H> {
    wie: Wie,
    leerling: Option<LeerlingId>,
    handeling: PhantomData<fn() -> H>,
}

/// Toestemming voor een lijst; het enige gebruik is het `WHERE` van de opvraging.
#[derive(Debug, Clone)]
pub struct Scope<H> {
    wie: Wie,
    alleen_eigen_klassen: bool,
    handeling: PhantomData<fn() -> H>,
}

#[derive(Debug, Clone)]
struct Wie {
    gebruiker: GebruikerId,
    rol: Rol,
    organisatie: OrganisatieId,
    persoon: Option<PersoonId>,
    doel: Doel,
}

macro_rules! wie_velden {
    () => {
        /// Wie handelt.
        #[must_use]
        pub const fn gebruiker(&self) -> GebruikerId {
            self.wie.gebruiker
        }
        /// In welke rol.
        #[must_use]
        pub const fn rol(&self) -> Rol {
            self.wie.rol
        }
        /// Voor welke organisatie; alleen rijen van deze organisatie zijn bereikbaar.
        #[must_use]
        pub const fn organisatie(&self) -> OrganisatieId {
            self.wie.organisatie
        }
        /// De eigen persoon, bij ouders en leerlingen.
        #[must_use]
        pub const fn persoon(&self) -> Option<PersoonId> {
            self.wie.persoon
        }
        /// Waarvoor.
        #[must_use]
        pub const fn doel(&self) -> Doel {
            self.wie.doel
        }
    };
}

impl<H: Handeling> Grant<H> {
    wie_velden!();
    /// De leerling waarvoor deze toestemming geldt.
    #[must_use]
    pub const fn leerling(&self) -> Option<LeerlingId> {
        self.leerling
    }
}

impl<H: Handeling> Scope<H> {
    wie_velden!();
    /// Alleen leerlingen van eigen klassen.
    #[must_use]
    pub const fn alleen_eigen_klassen(&self) -> bool {
        self.alleen_eigen_klassen
    }
}

fn voldoet(eis: Eis, p: &Principal, f: &Feiten) -> Result<(), Reden> {
    let binnen =
        |van: Option<Datum>, tot: Option<Datum>| van.is_none_or(|v| v <= f.op) && tot.is_none_or(|t| f.op <= t);
    match eis {
        Eis::Geen => Ok(()),
        Eis::Organisatie if p.organisatie == f.organisatie => Ok(()),
        Eis::EigenKlas
            if p.organisatie == f.organisatie
                && f.relaties.iter().any(|r| matches!(r, Relatie::EigenKlas { van, tot } if binnen(*van, *tot))) =>
        {
            Ok(())
        }
        Eis::GezagTot18
            if f.relaties.iter().any(|r| matches!(r, Relatie::Gezag { van, tot } if binnen(Some(*van), *tot))) =>
        {
            // Zonder geboortedatum weten we de leeftijd niet, en dan is het antwoord nee.
            if f.achttien_op.is_some_and(|d| f.op < d) { Ok(()) } else { Err(Reden::Achttien) }
        }
        Eis::Zelf if f.relaties.contains(&Relatie::Zelf) => Ok(()),
        _ => Err(Reden::GeenBand),
    }
}

/// Mag deze persoon deze handeling doen op dit gegeven, vandaag?
///
/// # Errors
/// [`Geweigerd`] met de reden; nooit een standaard-ja.
pub fn decide<H: Handeling>(p: &Principal, f: &Feiten) -> Result<Grant<H>, Geweigerd> {
    let nee = |reden| Geweigerd { handeling: H::NAAM, reden };
    let regel = H::TOEGANG.iter().find(|t| t.rol == p.rol && t.doel == p.rol.doel()).ok_or_else(|| nee(Reden::Rol))?;
    voldoet(regel.eis, p, f).map_err(nee)?;
    Ok(Grant { wie: wie(p), leerling: f.leerling, handeling: PhantomData })
}

/// Welke rijen mag deze persoon in een lijst zien?
///
/// # Errors
/// [`Geweigerd`] als de rol deze lijst niet kent.
pub fn scope<H: Handeling>(p: &Principal) -> Result<Scope<H>, Geweigerd> {
    let nee = |reden| Geweigerd { handeling: H::NAAM, reden };
    let regel = H::TOEGANG.iter().find(|t| t.rol == p.rol && t.doel == p.rol.doel()).ok_or_else(|| nee(Reden::Rol))?;
    Ok(Scope { wie: wie(p), alleen_eigen_klassen: regel.eis == Eis::EigenKlas, handeling: PhantomData })
}

fn wie(p: &Principal) -> Wie {
    Wie { gebruiker: p.gebruiker, rol: p.rol, organisatie: p.organisatie, persoon: p.persoon, doel: p.rol.doel() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handeling::{LeerlingInzien, MeldingIndienen, MijnInzien, ZaakBehandelen};
    use jiff::civil::date;

    fn org(n: u128) -> OrganisatieId {
        OrganisatieId(uuid::Uuid::from_u128(n))
    }
    fn iemand(rol: Rol, o: u128) -> Principal {
        Principal {
            gebruiker: GebruikerId(uuid::Uuid::from_u128(9)),
            naam: String::new(),
            rol,
            organisatie: org(o),
            persoon: None,
        }
    }
    fn feiten(o: u128, relaties: Vec<Relatie>) -> Feiten {
        Feiten {
            organisatie: org(o),
            leerling: None,
            achttien_op: Some(date(2027, 3, 14)),
            relaties,
            op: date(2026, 11, 23),
        }
    }
    const MENTOR: Relatie = Relatie::EigenKlas { van: None, tot: None };

    #[test]
    fn alleen_de_juiste_rol_organisatie_en_band() {
        let gezag = Relatie::Gezag { van: date(2011, 3, 14), tot: None };
        let voorbij = Relatie::Gezag { van: date(2011, 3, 14), tot: Some(date(2026, 11, 22)) };
        let straks = Relatie::Gezag { van: date(2026, 11, 24), tot: None };
        let inzien =
            |rol, o, r| decide::<LeerlingInzien>(&iemand(rol, o), &feiten(1, r)).map(|_| ()).map_err(|g| g.reden);
        let mijn = |rol, r| decide::<MijnInzien>(&iemand(rol, 7), &feiten(1, r)).map(|_| ()).map_err(|g| g.reden);
        assert_eq!(inzien(Rol::Verzuimmedewerker, 1, vec![]), Ok(()));
        assert_eq!(inzien(Rol::Verzuimmedewerker, 2, vec![]), Err(Reden::GeenBand));
        assert_eq!(inzien(Rol::Mentor, 1, vec![MENTOR]), Ok(()));
        assert_eq!(inzien(Rol::Mentor, 1, vec![]), Err(Reden::GeenBand));
        assert_eq!(inzien(Rol::Mentor, 2, vec![MENTOR]), Err(Reden::GeenBand));
        assert_eq!(inzien(Rol::Docent, 1, vec![MENTOR]), Err(Reden::Rol));
        assert_eq!(inzien(Rol::LeerplichtambtenaarBoa, 1, vec![]), Err(Reden::Rol));
        assert_eq!(mijn(Rol::Ouder, vec![gezag]), Ok(()));
        assert_eq!(mijn(Rol::Ouder, vec![voorbij]), Err(Reden::GeenBand));
        assert_eq!(mijn(Rol::Ouder, vec![straks]), Err(Reden::GeenBand));
        assert_eq!(mijn(Rol::Ouder, vec![]), Err(Reden::GeenBand));
        assert_eq!(mijn(Rol::Leerling, vec![Relatie::Zelf]), Ok(()));
        assert_eq!(mijn(Rol::Leerling, vec![gezag]), Err(Reden::GeenBand));
    }

    #[test]
    fn op_de_achttiende_verjaardag_sluit_het_venster_van_de_ouder() {
        let gezag = Relatie::Gezag { van: date(2011, 3, 14), tot: None };
        let op = |dag| {
            let f = Feiten { op: dag, ..feiten(1, vec![gezag]) };
            decide::<MijnInzien>(&iemand(Rol::Ouder, 7), &f).map(|_| ()).map_err(|g| g.reden)
        };
        assert_eq!(op(date(2027, 3, 13)), Ok(()));
        assert_eq!(op(date(2027, 3, 14)), Err(Reden::Achttien));
        let zonder = Feiten { achttien_op: None, ..feiten(1, vec![gezag]) };
        assert!(decide::<MijnInzien>(&iemand(Rol::Ouder, 7), &zonder).is_err());
    }

    #[test]
    fn elke_rol_heeft_bij_elke_handeling_hooguit_een_regel_en_elk_doel_past() {
        for (naam, grond, regels) in crate::handeling::ALLE {
            assert!(!grond.is_empty());
            for r in *regels {
                assert_eq!(r.doel, r.rol.doel(), "{naam}");
                assert_eq!(regels.iter().filter(|x| x.rol == r.rol).count(), 1, "{naam}");
            }
        }
    }

    #[test]
    fn een_teamleider_en_administratie_behandelen_geen_zaken_en_melden_niets() {
        for rol in [Rol::TeamleiderLeerplicht, Rol::AdministratieLeerplicht, Rol::Fg, Rol::Beheerder, Rol::Ouder] {
            assert!(decide::<ZaakBehandelen>(&iemand(rol, 1), &feiten(1, vec![])).is_err());
            assert!(decide::<MeldingIndienen>(&iemand(rol, 1), &feiten(1, vec![])).is_err());
        }
    }
}
