DELETE FROM idem WHERE gemaakt < $1 AND organisatie = $2
