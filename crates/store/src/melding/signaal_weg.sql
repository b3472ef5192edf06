DELETE FROM signaal WHERE melding = $1 AND organisatie = $2
