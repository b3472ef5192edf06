DELETE FROM sessie WHERE hash = $1
