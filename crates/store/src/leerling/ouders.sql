SELECT persoon.voornamen, persoon.tussenvoegsel, persoon.achternaam, gezag.soort
FROM gezag
JOIN persoon ON persoon.id = gezag.ouder
WHERE gezag.kind = $1 AND gezag.soort <> 'geen' AND gezag.van <= $2 AND (gezag.tot IS NULL OR gezag.tot >= $2)
ORDER BY persoon.sorteernaam
