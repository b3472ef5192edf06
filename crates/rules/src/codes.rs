//! Gesloten lijsten: elke waarde staat één keer met haar code van het regelcontract.

/// Een opsomming met per waarde haar code, en daarbij `ALLE`, `CODES`, `code` en `uit_code`.
///
/// Zo kan de lijst in een vraag nooit iets anders noemen dan de regel kent.
macro_rules! codes {
    ($(#[$soort:meta])* pub enum $naam:ident { $($(#[$uitleg:meta])* $waarde:ident = $code:literal,)+ }) => {
        $(#[$soort])*
        pub enum $naam {
            $($(#[$uitleg])* $waarde,)+
        }

        impl $naam {
            /// De codes van het regelcontract, in de volgorde van het contract.
            pub const CODES: &'static [&'static str] = &[$($code),+];
            /// Alle waarden, in dezelfde volgorde.
            pub const ALLE: [Self; Self::CODES.len()] = [$(Self::$waarde),+];
            /// Code in het regelcontract.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$waarde => $code,)+
                }
            }
            /// Waarde bij een code.
            #[must_use]
            pub fn uit_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$waarde),)+
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use codes;

#[cfg(test)]
mod tests {
    use crate::plicht::Plicht;

    #[test]
    fn elke_code_leidt_heen_en_terug() {
        assert_eq!(Plicht::CODES.len(), Plicht::ALLE.len());
        for (p, code) in Plicht::ALLE.into_iter().zip(Plicht::CODES) {
            assert_eq!((p.code(), Plicht::uit_code(code)), (*code, Some(p)));
        }
        assert_eq!(Plicht::uit_code("soms"), None);
    }
}
