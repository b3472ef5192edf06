UPDATE zaak SET stand = $3, behandelaar = COALESCE($4, behandelaar), uiterlijk = $5, versie = versie + 1 WHERE id = $1 AND versie = $2 AND organisatie = $6
