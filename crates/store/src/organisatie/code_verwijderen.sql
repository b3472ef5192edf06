DELETE FROM verzuimcode WHERE organisatie = $1 AND code = $2 AND vanaf = $3
