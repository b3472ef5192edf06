"""First 16-hour report per pupil in DuckDB: duck_signaleer.py AANWEZIGHEID SCHOLEN KALENDERMAP UIT [vorm]

Two formulations; `smal` (the default, its best) first leaves out the pupils whose total is under the threshold, as our engine
does, and then slides a RANGE window over the lesson calendar. `recht` slides over everything.
"""
import sys

import duckdb

aanwezigheid, scholen, kalender, uit = sys.argv[1:5]
vorm = sys.argv[5] if len(sys.argv) > 5 else "smal"
c = duckdb.connect()
c.execute("set threads = 1")
c.execute(
    "create table kal as "
    + " union all ".join(
        f"select '{r}' as vakantieregio, datum, lesdag from read_csv('{kalender}/{r}.csv', types = {{'lesdag': 'INTEGER'}}) "
        "where schooldag = 1"
        for r in ("noord", "midden", "zuid")
    )
)
c.execute(
    f"create table dag as select s.school, k.datum, k.lesdag, s.lesuur_minuten * 16 as drempel "
    f"from '{scholen}' s join kal k using (vakantieregio)"
)
per_dag = f"""
    select leerling, school, datum, sum(minuten)::integer as m
    from '{aanwezigheid}' where status in ('ongeoorloofd', 'te_laat') and minuten > 0
    group by leerling, school, datum"""
if vorm == "smal":
    c.execute(f"create temp table d as {per_dag}")
    bron = """
        (select d.* from d semi join (
            select leerling, school, sum(m) as t from d group by all
            having t >= (select min(drempel) from dag)) using (leerling, school))"""
else:
    bron = f"({per_dag})"
c.execute(f"""
    copy (
        with w as (
            select leerling, school, datum, drempel,
                sum(m) over v as som, min(datum) over v as begin
            from {bron} join dag using (school, datum)
            window v as (partition by leerling, school order by lesdag range between 27 preceding and current row)
        ),
        eerst as (
            select leerling, school, arg_min(begin, datum) as begin, min(datum) as bereikt_op, arg_min(som, datum) as minuten
            from w where som >= drempel group by leerling, school
        )
        select leerling, arg_min(school, (bereikt_op, school)) as school, arg_min(begin, (bereikt_op, school)) as begin,
            min(bereikt_op) as bereikt_op, arg_min(minuten, (bereikt_op, school)) as minuten
        from eerst group by leerling order by leerling
    ) to '{uit}' (format parquet)""")
