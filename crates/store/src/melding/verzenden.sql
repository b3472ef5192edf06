UPDATE melding SET inhoud = $3, stand = 'verzonden', verzonden = $4, registerstand = NULL, versie = versie + 1 WHERE id = $1 AND versie = $2 AND stand = 'concept' AND organisatie = $5
