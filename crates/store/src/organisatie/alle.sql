SELECT id, code, soort, naam, brin, gemeente_code, onderwijssoort, vakantieregio, lesuur_minuten, te_laat_heel_lesuur, email, telefoon, regeling FROM organisatie ORDER BY soort, naam
