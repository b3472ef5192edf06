UPDATE bestand SET stand = $3, gedaan = $4, nieuw = $5, gewijzigd = $6, verslag = $7, inhoud = CASE WHEN $3 IN ('klaar', 'mislukt') THEN NULL ELSE inhoud END WHERE id = $1 AND organisatie = $2
