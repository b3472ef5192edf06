SELECT kolommen FROM kolomindeling WHERE organisatie = $1 AND handtekening = $2
