"""Absolute absence in DuckDB with anti joins: duck_koppel.py MAP PEILDATUM UIT

`plicht.parquet` gives the first day of the duty and the last day of leerplicht per birth date: the law, which DuckDB does not
know. Everything else is in the query.
"""
import sys

import duckdb

map_, peil, uit = sys.argv[1:4]
c = duckdb.connect()
c.execute("set threads = 1")
c.execute(f"""
    copy (
        with wie as (
            select p.persoon, p.gemeente, l.begin, l.leerplicht_einde
            from '{map_}/personen.parquet' p join '{map_}/plicht.parquet' l using (geboortedatum)
            where l.begin <= date '{peil}' and p.geboortedatum > date '{peil}' - interval 18 year
        ),
        zonder as (
            select w.* from wie w
            anti join (select persoon from '{map_}/inschrijvingen.parquet'
                where begin <= date '{peil}' and (einde is null or einde >= date '{peil}')) i using (persoon)
        ),
        nog as (
            select z.* from zonder z
            anti join (select persoon, min(startkwalificatie_op) as op from '{map_}/diplomas.parquet' group by persoon) d
                on d.persoon = z.persoon and d.op < date '{peil}' and z.leerplicht_einde < date '{peil}'
        ),
        v as (select v.*, coalesce(einde, date '9999-12-31') as tm from '{map_}/vrijstellingen.parquet' v semi join nog using (persoon)),
        over as (
            select n.* from nog n
            anti join v on v.persoon = n.persoon and v.begin <= date '{peil}' and v.tm >= date '{peil}'
                and (v.artikel <> '15' or n.leerplicht_einde < date '{peil}')
        ),
        laatst as (
            select o.persoon,
                greatest(
                    (select max(i.einde) from '{map_}/inschrijvingen.parquet' i
                        where i.persoon = o.persoon and i.begin <= i.einde and i.einde < date '{peil}'),
                    (select max(v.tm) from v
                        where v.persoon = o.persoon and v.begin <= v.tm and v.tm < date '{peil}'
                            and (v.artikel <> '15' or v.tm > o.leerplicht_einde))) as einde
            from over o
        )
        select o.persoon, o.gemeente, greatest(o.begin, coalesce(l.einde + 1, o.begin)) as sinds, 'nieuw' as toestand
        from over o join laatst l using (persoon) order by o.persoon
    ) to '{uit}' (format parquet)""")
