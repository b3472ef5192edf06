SELECT klas_medewerker.van, klas_medewerker.tot FROM klas_medewerker WHERE klas_medewerker.klas = $1 AND klas_medewerker.gebruiker = $2
