//! Sleutels: elk ding zijn eigen type, zodat een leerling nooit per ongeluk een melding is.

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $naam:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $naam(pub Uuid);
        impl std::fmt::Display for $naam {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl std::str::FromStr for $naam {
            type Err = uuid::Error;
            fn from_str(t: &str) -> Result<Self, Self::Err> { Uuid::parse_str(t).map(Self) }
        }
        impl From<Uuid> for $naam { fn from(u: Uuid) -> Self { Self(u) } }
        impl From<$naam> for Uuid { fn from(i: $naam) -> Self { i.0 } }
    )+};
}

ids! {
    /// School, gemeente, regeling, register of toezichthouder.
    OrganisatieId,
    /// Iemand die kan inloggen.
    GebruikerId,
    /// Natuurlijk persoon in de kopie van de BRP.
    PersoonId,
    /// Leerling in de administratie van één school.
    LeerlingId,
    /// Klas of stamgroep.
    KlasId,
    /// Verzuimsignaal bij een leerling.
    SignaalId,
    /// Verzuimmelding van een school.
    MeldingId,
    /// Melding zoals het register haar bewaart.
    RegistermeldingId,
    /// Zaak van een gemeente.
    ZaakId,
    /// Bericht tussen school, register en gemeente.
    BerichtId,
    /// Geladen bestand.
    ImportId,
    /// Ingelogde sessie.
    SessieId,
}
