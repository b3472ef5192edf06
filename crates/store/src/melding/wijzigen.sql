UPDATE melding SET inhoud = $3, minuten = $4, versie = versie + 1 WHERE id = $1 AND versie = $2 AND stand = 'concept' AND organisatie = $5
