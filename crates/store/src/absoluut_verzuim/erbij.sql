INSERT INTO absoluut_verzuim (organisatie, persoon, sinds, gevonden_op) VALUES ($1, $2, $3, $4) ON CONFLICT (organisatie, persoon) DO UPDATE SET sinds = excluded.sinds
