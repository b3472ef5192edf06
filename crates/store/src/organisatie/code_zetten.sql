INSERT INTO verzuimcode (organisatie, code, status, vanaf, tot) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organisatie, code, vanaf) DO UPDATE SET status = excluded.status, tot = excluded.tot
