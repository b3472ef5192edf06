DELETE FROM absoluut_verzuim WHERE organisatie = $1 AND persoon = $2
