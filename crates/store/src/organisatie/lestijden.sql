SELECT lesuur, begin, einde FROM lestijd WHERE organisatie = $1 ORDER BY lesuur
