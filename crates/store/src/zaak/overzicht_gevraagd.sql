UPDATE zaak SET overzicht_gevraagd = COALESCE(overzicht_gevraagd, $2), overzicht_uiterlijk = COALESCE(overzicht_uiterlijk, $3), versie = versie + 1 WHERE id = $1
