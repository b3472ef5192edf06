SELECT persoon, sinds FROM absoluut_verzuim WHERE organisatie = $1 ORDER BY persoon
