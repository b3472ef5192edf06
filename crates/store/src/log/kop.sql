UPDATE logketen SET hash = $2 WHERE organisatie = $1
