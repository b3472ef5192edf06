//! Reading a request strictly: JSON only, 256 KiB, 32 deep, no unknown or double fields.

use super::Probleem;
use app::Herhaling;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;

/// Deepest nesting of a body.
const DIEPST: usize = 32;

/// A body that was read, and its bytes.
pub(crate) struct Lijf<T>(pub(crate) T, pub(crate) Bytes);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Lijf<T> {
    type Rejection = Probleem;

    async fn from_request(verzoek: Request, staat: &S) -> Result<Self, Probleem> {
        let soort = verzoek.headers().get(header::CONTENT_TYPE).and_then(|w| w.to_str().ok()).unwrap_or_default();
        let soort = soort.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if soort != "application/json" {
            return Err(Probleem::nieuw(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "soort",
                "Dit soort inhoud kan niet",
                "Stuur de inhoud als application/json.",
            ));
        }
        let bytes = Bytes::from_request(verzoek, staat).await.map_err(|e| {
            if e.status() == StatusCode::PAYLOAD_TOO_LARGE {
                let detail = "Stuur hoogstens 256 KiB per verzoek. Verdeel het over meer verzoeken.";
                Probleem::nieuw(StatusCode::PAYLOAD_TOO_LARGE, "te-groot", "Het verzoek is te groot", detail)
            } else {
                Probleem::onleesbaar("", "Het verzoek kwam niet heel aan. Stuur het opnieuw.")
            }
        })?;
        lees(&bytes).map(|t| Self(t, bytes))
    }
}

fn lees<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Probleem> {
    if diepte(bytes) > DIEPST {
        return Err(Probleem::onleesbaar("", "De inhoud is dieper genest dan 32 lagen."));
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let waarde = serde_path_to_error::deserialize(&mut json).map_err(|fout| {
        let plek = wijzer(&fout.path().to_string());
        let tekst = fout.inner().to_string();
        // The text of the library may quote a value; only its kind is passed on.
        let melding = if fout.inner().is_syntax() || fout.inner().is_eof() {
            format!("Dit is geen geldige JSON (regel {}, kolom {}).", fout.inner().line(), fout.inner().column())
        } else if let Some(veld) = tekst.strip_prefix("missing field `").and_then(|t| t.split('`').next()) {
            format!("Het verplichte veld {veld} ontbreekt.")
        } else if tekst.starts_with("unknown field") {
            "Dit veld kennen we niet. Laat het weg.".to_owned()
        } else if tekst.starts_with("duplicate field") {
            "Dit veld staat er twee keer. Laat er één staan.".to_owned()
        } else {
            "De waarde heeft niet het soort of de vorm die het document van de API noemt.".to_owned()
        };
        Probleem::onleesbaar(plek, melding)
    })?;
    json.end().map_err(|_| Probleem::onleesbaar("", "Na de JSON staat nog iets anders."))?;
    Ok(waarde)
}

/// `a[3].b` as a JSON Pointer; an unknown place is the whole.
fn wijzer(pad: &str) -> String {
    if pad == "." {
        return String::new();
    }
    pad.split(['.', '[', ']']).filter(|d| !d.is_empty() && *d != "?").map(|d| format!("/{d}")).collect()
}

/// How deep objects and lists are nested, outside of texts.
fn diepte(bytes: &[u8]) -> usize {
    let (mut nu, mut meest, mut in_tekst, mut ontsnapt) = (0_usize, 0_usize, false, false);
    for b in bytes {
        match (in_tekst, ontsnapt, b) {
            (true, true, _) => ontsnapt = false,
            (true, false, b'\\') => ontsnapt = true,
            (_, false, b'"') => in_tekst = !in_tekst,
            (false, _, b'{' | b'[') => {
                nu += 1;
                meest = meest.max(nu);
            }
            (false, _, b'}' | b']') => nu = nu.saturating_sub(1),
            _ => {}
        }
    }
    meest
}

/// The parameters after the question mark, strictly.
pub(crate) struct Vraagdelen<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Vraagdelen<T> {
    type Rejection = Probleem;

    async fn from_request_parts(delen: &mut Parts, staat: &S) -> Result<Self, Probleem> {
        Query::<T>::from_request_parts(delen, staat)
            .await
            .map(|q| Self(q.0))
            .map_err(|_| Probleem::onleesbaar("?", "Een parameter is onbekend of heeft geen geldige waarde."))
    }
}

/// The `Idempotency-Key`, bound to this request. It is required: a system that repeats must not do things twice.
pub(crate) fn herhaling(koppen: &HeaderMap, pad: &str, lijf: &[u8]) -> Result<Herhaling, Probleem> {
    let mut sleutels = koppen.get_all("idempotency-key").iter();
    let (Some(eerste), None) = (sleutels.next(), sleutels.next()) else {
        return Err(Probleem::onleesbaar(
            "Idempotency-Key",
            "Stuur precies één kop Idempotency-Key mee, per verzoek een nieuwe.",
        ));
    };
    eerste.to_str().ok().and_then(|s| Herhaling::nieuw(s, pad, lijf)).ok_or_else(|| {
        Probleem::onleesbaar("Idempotency-Key", "Gebruik 1 tot en met 255 gewone tekens zonder spaties.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Binnen {
        #[expect(dead_code, reason = "alleen het lezen telt")]
        n: u8,
    }
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Buiten {
        #[expect(dead_code, reason = "alleen het lezen telt")]
        rijen: Vec<Binnen>,
    }

    #[test]
    fn elke_leesfout_wijst_naar_haar_veld_zonder_de_waarde() {
        let diep = format!("{}{}", "[".repeat(33), "]".repeat(33));
        let gevallen: &[(&str, &str, &str)] = &[
            ("", "", "geen geldige JSON"),
            ("{\"rijen\":[{\"n\":1}", "", "geen geldige JSON"),
            ("{\"rijen\":[{\"n\":1}]} x", "", "nog iets anders"),
            ("{\"rijen\":[{\"n\":1,\"m\":2}]}", "/rijen/0/m", "kennen we niet"),
            ("{\"rijen\":[{\"n\":1,\"n\":2}]}", "/rijen/0", "twee keer"),
            ("{\"rijen\":[{\"n\":1},{}]}", "/rijen/1", "n ontbreekt"),
            ("{\"rijen\":[{\"n\":null}]}", "/rijen/0/n", "soort of de vorm"),
            ("{\"rijen\":[{\"n\":\"geheim\"}]}", "/rijen/0/n", "soort of de vorm"),
            ("{\"rijen\":[{\"n\":99999999999999999999}]}", "/rijen/0/n", "soort of de vorm"),
            ("{\"rijen\":[{\"n\":1e400}]}", "", ""),
            ("{\"rijen\":\"\\ud800\"}", "", ""),
            (&diep, "", "dieper"),
        ];
        for (tekst, veld, melding) in gevallen {
            let json = serde_json::to_string(&lees::<Buiten>(tekst.as_bytes()).unwrap_err()).unwrap();
            assert!(veld.is_empty() || json.contains(&format!("\"veld\":\"{veld}\"")), "{tekst}: {json}");
            assert!(json.contains(melding) && !json.contains("geheim"), "{tekst}: {json}");
        }
        assert!(lees::<Buiten>(b"{\"rijen\":[{\"n\":1}]}").is_ok());
        assert_eq!(diepte(br#"{"a":"[[[[\"{{"}"#), 1);
    }
}
