SELECT wie.organisatie, logketen.volgnummer, logketen.hash
FROM (SELECT organisatie FROM logketen UNION SELECT organisatie FROM logboek) AS wie
LEFT JOIN logketen ON logketen.organisatie = wie.organisatie
ORDER BY wie.organisatie
