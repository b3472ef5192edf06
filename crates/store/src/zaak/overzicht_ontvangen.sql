UPDATE zaak SET overzicht = $2, overzicht_ontvangen = $3, versie = versie + 1 WHERE id = $1
