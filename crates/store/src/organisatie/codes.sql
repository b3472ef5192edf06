SELECT code, status, vanaf, tot FROM verzuimcode WHERE organisatie = $1 ORDER BY code, vanaf
