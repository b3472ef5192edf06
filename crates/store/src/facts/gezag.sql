SELECT van, tot FROM gezag WHERE ouder = $1 AND kind = $2 AND soort <> 'geen'
