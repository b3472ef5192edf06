//! De matrix van het contract: per vrager en gegeven wat er te zien is, op elke leeftijd (BR-70).

use super::{Beperking, Gegeven, Mate, Vraag, Vrager};
use crate::leeftijd;
use crate::recht::{Recht, privacy};

/// Wat meer kan laten zien.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sleutel {
    /// T: toestemming van de jongere zelf.
    Toestemming,
    /// V: een vastgelegde, nodige verstrekking.
    Verstrekking,
    /// C: een convenant, en zo'n verstrekking.
    Convenant,
}

/// Eén vak van de matrix: wat te zien is, en wat met een sleutel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Vak {
    pub(super) zonder: Mate,
    pub(super) met: Option<(Sleutel, Mate)>,
}

/// Wat niet in de matrix staat, blijft dicht.
pub(super) const DICHT: Vak = Vak { zonder: Mate::Nee, met: None };

/// De vakken van één gegeven: jonger dan 12, 12 tot en met 15, 16 en 17, 18 en ouder.
type Leeftijden = [Vak; 4];

macro_rules! mate {
    (J) => {
        Mate::Ja
    };
    (N) => {
        Mate::Nee
    };
    (Bvr) => {
        Mate::Beperkt(Beperking::ZonderVertrouwelijkeReden)
    };
    (Bts) => {
        Mate::Beperkt(Beperking::AlleenToestemming)
    };
    (Bwp) => {
        Mate::Beperkt(Beperking::ZonderWpg)
    };
    (Biv) => {
        Mate::Beperkt(Beperking::AlleenBijInzageverzoek)
    };
    (Bel) => {
        Mate::Beperkt(Beperking::EigenLessen)
    };
    (Bll) => {
        Mate::Beperkt(Beperking::EigenLeerlingen)
    };
    (Bet) => {
        Mate::Beperkt(Beperking::EigenTeam)
    };
    (Bsa) => {
        Mate::Beperkt(Beperking::StatusEnAfspraken)
    };
    (Bvg) => {
        Mate::Beperkt(Beperking::AlleenVrijgesteld)
    };
    (Bvo) => {
        Mate::Beperkt(Beperking::Verzuimoverzicht)
    };
    (Bav) => {
        Mate::Beperkt(Beperking::AntwoordOpVragen)
    };
    (Bbb) => {
        Mate::Beperkt(Beperking::AlleenBelastbaarheid)
    };
    (Bad) => {
        Mate::Beperkt(Beperking::AlleenAdministratie)
    };
    (B18) => {
        Mate::Beperkt(Beperking::Tot18)
    };
    (Bdg) => {
        Mate::Beperkt(Beperking::AlleenDoelgroep)
    };
    (Bod) => {
        Mate::Beperkt(Beperking::Overdracht)
    };
    (Btz) => {
        Mate::Beperkt(Beperking::AlleenToezicht)
    };
    (Bcv) => {
        Mate::Beperkt(Beperking::OnderConvenant)
    };
    (Bvw) => {
        Mate::Beperkt(Beperking::AlleenVerwijzing)
    };
    (Bro) => {
        Mate::Beperkt(Beperking::AlleenRoutering)
    };
    (Bnh) => {
        Mate::Beperkt(Beperking::NietHerleidbaar)
    };
    (Bmd) => {
        Mate::Beperkt(Beperking::AlleenMededeling)
    };
}

macro_rules! sleutel {
    (T) => {
        Sleutel::Toestemming
    };
    (V) => {
        Sleutel::Verstrekking
    };
    (C) => {
        Sleutel::Convenant
    };
}

macro_rules! vak {
    ($zonder:ident) => {
        Vak { zonder: mate!($zonder), met: None }
    };
    ($zonder:ident ($sleutel:ident : $met:ident)) => {
        Vak { zonder: mate!($zonder), met: Some((sleutel!($sleutel), mate!($met))) }
    };
}

macro_rules! leeftijden {
    ($a:ident $(($as:ident : $am:ident))?) => {
        [vak!($a $(($as: $am))?); 4]
    };
    ($a:ident $(($as:ident : $am:ident))? $b:ident $(($bs:ident : $bm:ident))?
     $c:ident $(($cs:ident : $cm:ident))? $d:ident $(($ds:ident : $dm:ident))?) => {
        [vak!($a $(($as: $am))?), vak!($b $(($bs: $bm))?), vak!($c $(($cs: $cm))?), vak!($d $(($ds: $dm))?)]
    };
}

macro_rules! matrix {
    ($($vrager:ident $([$($teken:tt)+])+;)+) => {
        [$((Vrager::$vrager, [$(leeftijden!($($teken)+)),+])),+]
    };
}

/// De matrix van het contract (BR-70), in de tekens van het contract. Per vrager de gegevens in de volgorde van
/// [`Gegeven::ALLE`]; één teken geldt voor elke leeftijd, vier tekens voor de vier leeftijden.
static MATRIX: [(Vrager, [Leeftijden; 13]); 20] = matrix! {
    Leerling [J] [N N J J] [N N J J] [N J J J] [N J J J] [N J J J] [N] [N] [N N J J] [N J J J] [N N Biv Biv]
        [N J J J] [N N Bwp Bwp];
    OuderMetGezag [J J J N(T:J)] [J J Bvr(T:J) N(T:J)] [J J N(T:J) N(T:J)] [J J Bvr(T:J) N(T:J)]
        [J J Bvr(T:J) N(T:J)] [J J Bvr(T:J) N(T:J)] [N] [N] [J J N(T:J) N(T:J)] [J J J N(T:J)] [N] [J J J N(T:J)]
        [Bwp Bwp N(T:Bwp) N(T:Bwp)];
    OuderZonderGezag [N N N(T:Bts) N(T:J)] [N N N(T:Bts) N(T:J)] [N N N(T:Bts) N(T:J)] [N N N N(T:J)] [N N N N(T:J)]
        [N N N N(T:J)] [N] [N] [N N N N(T:J)] [N N N N(T:J)] [N] [N N N N(T:J)] [N N N N(T:Bwp)];
    Verzorger [J J J N(T:J)] [J J Bvr(T:J) N(T:J)] [N N N(T:J) N(T:J)] [J J Bvr(T:J) N(T:J)] [J J Bvr(T:J) N(T:J)]
        [J J Bvr(T:J) N(T:J)] [N] [N] [N N N(T:J) N(T:J)] [J J J N(T:J)] [N] [J J J N(T:J)] [N N N(T:Bwp) N(T:Bwp)];
    Docent [Bel] [N] [N] [N] [N] [N] [N] [N] [N] [N] [N] [N] [N];
    Mentor [Bll] [Bll] [Bll] [Bll] [N] [N] [N] [N] [N] [Bsa] [N] [N] [N];
    Verzuimmedewerker [Bet] [Bet] [N] [Bet] [N] [N] [N] [N] [N] [Bsa] [N] [N] [N];
    Schoolleider [J] [J] [J] [J] [N] [N] [N] [N] [N] [Bsa] [N] [Bvg] [N];
    Leerplichtambtenaar [N(V:Bvo) N(V:Bvo) N(V:Bvo) N] [N(V:Bav) N(V:Bav) N(V:Bav) N] [N] [J J J B18] [J J J B18]
        [J J J B18] [N] [N] [Bbb Bbb Bbb N] [J J J B18] [J J J N] [J J J B18] [N];
    LeerplichtambtenaarBoa [N(V:Bvo) N(V:Bvo) N(V:Bvo) N] [N(V:Bav) N(V:Bav) N(V:Bav) N] [N] [J J J B18] [J J J B18]
        [J J J B18] [N] [J] [Bbb Bbb Bbb N] [J J J B18] [J J J N] [J J J B18] [N];
    AdministratieLeerplicht [N(V:Bvo) N(V:Bvo) N(V:Bvo) N] [N] [N] [J J J B18] [Bad] [N] [N] [N] [N] [J J J B18]
        [J J J N] [J J J B18] [N];
    Doorstroomcoach [N N N(V:Bdg) N(V:Bvo)] [N N N(V:Bdg) N(V:Bav)] [N] [N N Bdg J] [N N N N(V:Bod)] [N] [N] [N]
        [N N N(T:Bdg) N(T:J)] [N N Bdg J] [N N Bdg J] [N] [N];
    Fg [N(V:Btz)] [N(V:Btz)] [N(V:Btz)] [N(V:Btz)] [N(V:Btz)] [N(V:Btz)] [N] [N(V:Btz)] [N(V:Btz)] [N(V:Btz)]
        [N(V:Btz)] [N(V:Btz)] [J];
    Samenwerkingsverband [N(C:Bcv)] [N(C:Bcv)] [N] [N] [N(C:Bcv)] [N] [N] [N] [N] [N(C:Bcv)] [N] [N] [N];
    Jeugdarts [N(V:Bvw)] [N(V:Bvw)] [N] [N] [N] [N] [N] [N] [J] [N] [N] [N] [N];
    Registerbeheerder [N] [N] [N] [Bro] [N] [N] [N] [N] [N] [N] [N] [Bro] [N];
    Inspectie [N(V:Bnh)] [N(V:Bnh)] [N] [N(V:Bnh)] [N] [N] [N] [N] [N] [N] [N] [N] [N];
    Halt [N] [N] [N] [N] [N N(V:Bvw) N(V:Bvw) N] [N] [N] [N] [N] [N] [N] [N] [N];
    Svb [N] [N] [N] [N] [N N N(V:Bmd) N] [N] [N] [N] [N] [N] [N] [N] [N];
    Derde [N N N(T:Bts) N(T:Bts)] [N N N(T:Bts) N(T:Bts)] [N N N(T:Bts) N(T:Bts)] [N] [N] [N] [N] [N] [N] [N] [N]
        [N] [N];
};

/// Het vak van de matrix.
pub(super) fn vak(v: &Vraag, recht: Recht) -> Vak {
    let jaren = leeftijd(v.geboortedatum, v.peildatum);
    let grenzen = [&privacy::EIGEN_PARTIJ_LEEFTIJD, &privacy::TOESTEMMING_LEEFTIJD, &privacy::MEERDERJARIG_LEEFTIJD];
    let groep = grenzen.iter().filter(|g| g.waarde(recht) <= jaren).count();
    let rij = MATRIX.iter().find(|(w, _)| *w == v.vrager);
    rij.and_then(|(_, r)| Gegeven::ALLE.iter().zip(r).find(|(g, _)| **g == v.gegeven))
        .and_then(|(_, l)| l.get(groep))
        .copied()
        .unwrap_or(DICHT)
}
