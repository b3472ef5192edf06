"""The benchmark of signalling and matching. Start it with `make bench`."""
import argparse
import glob
import os
import shutil
import subprocess
import sys
import time

import duckdb

from meting import Paren, draai, tabel, verhouding

HIER = os.path.dirname(os.path.abspath(__file__))
p = argparse.ArgumentParser()
p.add_argument("--bin", required=True)
p.add_argument("--werk", required=True)
p.add_argument("--maten", default="1,10,100", help="miljoenen rijen")
p.add_argument("--personen", type=int, default=3_600_000)
p.add_argument("--keren", type=int, default=5)
p.add_argument("--deel", default="signaleren,soorten,draden,scherven,dag,koppel,groei")
p.add_argument("--zaad", type=int, default=1)
a = p.parse_args()
delen = a.deel.split(",")
leerrecht = f"{a.bin}/leerrecht"
jaar = "2025-2026"
paren = Paren(a.keren)


def voorbeeld(naam, *rest):
    return [f"{a.bin}/examples/{naam}", *map(str, rest)]


def python(naam, *rest):
    return [sys.executable, f"{HIER}/{naam}.py", *map(str, rest)]


def maak(miljoen):
    """The data of a size, with its register and calendars; made once."""
    m = f"{a.werk}/m{miljoen}-{a.zaad}"
    if not os.path.exists(f"{m}/klaar"):
        shutil.rmtree(m, ignore_errors=True)
        subprocess.run(voorbeeld("maak", m, int(float(miljoen) * 1e6), a.zaad), check=True)
        for r in ("noord", "midden", "zuid"):
            subprocess.run([leerrecht, "kalender", "--regio", r, "--schooljaar", jaar, "--uit", f"{m}/{r}.csv"], check=True)
        b = draai([leerrecht, "lesregister", "bouw", "--aanwezigheid", f"{m}/aanwezigheid.parquet", "--scholen",
                   f"{m}/scholen.parquet", "--schooljaar", jaar, "--uit", f"{m}/register", "--stil"])
        print(f"  bouw van het lesregister: {b[0]:.2f} s CPU, {b[2] / 1024:.0f} MiB eigen")
        open(f"{m}/klaar", "w").close()
    return m


def uit_parket(m, uit, *meer):
    return [leerrecht, "signaleer", "--aanwezigheid", f"{m}/aanwezigheid.parquet", "--scholen", f"{m}/scholen.parquet",
            "--schooljaar", jaar, "--stil", "--uit", uit, *meer]


def uit_register(m, uit, *meer):
    return [leerrecht, "signaleer", "--lesregister", f"{m}/register", "--stil", "--uit", uit, *meer]


def gelijk(een, ander, wat):
    """Are two files of results the same, row by row? If not, there is no benchmark."""
    c = duckdb.connect()
    n, verschil = c.execute(f"""
        select (select count(*) from '{een}'),
            (select count(*) from (select * from '{een}' except all select * from '{ander}'))
          + (select count(*) from (select * from '{ander}' except all select * from '{een}'))""").fetchone()
    if verschil:
        raise SystemExit(f"{wat}: {verschil} rijen verschillen; er worden geen tijden getoond")
    print(f"  {wat}: {n} rijen, gelijk")
    return n


def telling(m):
    c = duckdb.connect()
    return c.execute(f"select count(*), count(distinct leerling) from '{m}/aanwezigheid.parquet'").fetchone()


def signaleren(miljoen):
    m = maak(miljoen)
    rijen, leerlingen = telling(m)
    print(f"\n== {miljoen} miljoen: {rijen} rijen, {leerlingen} leerlingen; de eerste melding van elke leerling")
    opdrachten = {
        "DuckDB": python("duck_signaleer", f"{m}/aanwezigheid.parquet", f"{m}/scholen.parquet", m, f"{m}/duck.parquet"),
        "leerrecht, hetzelfde Parquet": uit_parket(m, f"{m}/onze1.parquet", "--eerste"),
        "leerrecht, lesregister": uit_register(m, f"{m}/onze2.parquet", "--eerste"),
        "vloer: elke byte van het register": voorbeeld("vloer", *glob.glob(f"{m}/register/*.lr1")),
    }
    draai(opdrachten["DuckDB"])
    for n in ("leerrecht, hetzelfde Parquet", "leerrecht, lesregister"):
        draai(opdrachten[n])
    kolommen = "leerling::ubigint as leerling, school::uinteger as school, begin, bereikt_op, minuten::bigint as minuten"
    for naam in ("duck", "onze1", "onze2"):
        duckdb.connect().execute(f"copy (select {kolommen} from '{m}/{naam}.parquet' order by leerling) to '{m}/{naam}.g.parquet'")
    gelijk(f"{m}/duck.g.parquet", f"{m}/onze1.g.parquet", "DuckDB en leerrecht op Parquet")
    gelijk(f"{m}/duck.g.parquet", f"{m}/onze2.g.parquet", "DuckDB en leerrecht op het lesregister")
    if float(miljoen) <= 20:
        # Polars needs more memory than a laptop has for the largest size.
        opdrachten["Polars"] = python("polars_signaleer", f"{m}/aanwezigheid.parquet", f"{m}/scholen.parquet", m, f"{m}/polars.parquet")
        draai(opdrachten["Polars"])
        duckdb.connect().execute(f"copy (select {kolommen} from '{m}/polars.parquet' order by leerling) to '{m}/polars.g.parquet'")
        gelijk(f"{m}/duck.g.parquet", f"{m}/polars.g.parquet", "DuckDB en Polars")
    uit = paren.meet(**opdrachten)
    tabel(uit, rijen)
    start = min(draai(python("start"))[0] for _ in range(3))
    print(f"  opstarten van DuckDB: {start:.2f} s")
    for naam in ("leerrecht, hetzelfde Parquet", "leerrecht, lesregister"):
        print(f"  DuckDB / {naam}: {verhouding(uit, 'DuckDB', naam):.1f}× (zonder opstarten {verhouding(uit, 'DuckDB', naam, start):.1f}×)")
    print(f"  vloer / lesregister: {verhouding(uit, 'vloer: elke byte van het register', 'leerrecht, lesregister'):.2f}")
    print(f"  eigen geheugen per leerling: {uit['leerrecht, lesregister']['kb'] * 1024 / leerlingen:.1f} bytes (lesregister), "
          f"{uit['leerrecht, hetzelfde Parquet']['kb'] * 1024 / leerlingen:.1f} (Parquet), {uit['DuckDB']['kb'] * 1024 / leerlingen:.0f} (DuckDB)")


def soorten(miljoen):
    m = maak(miljoen)
    rijen, _ = telling(m)
    print(f"\n== {miljoen} miljoen: beide soorten in een keer, alle meldingen")
    uit = paren.meet(**{s: uit_register(m, f"{m}/{s}.parquet", "--soort", s) for s in ("zestien_uur", "langdurig", "beide")})
    tabel(uit, rijen)
    print(f"  beide / zestien uur: {verhouding(uit, 'beide', 'zestien_uur'):.2f}×")


def draden(miljoen):
    m = maak(miljoen)
    rijen, _ = telling(m)
    print(f"\n== {miljoen} miljoen: draden (let op de muurklok; {os.cpu_count()} kernen, belasting {os.getloadavg()[0]:.1f})")
    uit = paren.meet(**{f"{bron}, {d} draad": maker(m, f"{m}/draad.parquet", "--draden", str(d))
                        for bron, maker in (("Parquet", uit_parket), ("lesregister", uit_register)) for d in (1, 2, 4)})
    tabel(uit, rijen)
    for bron in ("Parquet", "lesregister"):
        een = uit[f"{bron}, 1 draad"]["muur"]
        print(f"  {bron}: 2 draden {een / uit[f'{bron}, 2 draad']['muur']:.2f}×, 4 draden {een / uit[f'{bron}, 4 draad']['muur']:.2f}×")


def scherven(miljoen):
    """Sharding by school: N registers, N processes at the same time. Pupils of one school never need another shard."""
    m = maak(miljoen)
    rijen, _ = telling(m)
    print(f"\n== {miljoen} miljoen: scherven per school, zoveel processen tegelijk")
    eerste = None
    for n in (1, 2, 4):
        mappen = [f"{m}/scherf-{n}-{i}" for i in range(n)]
        for i, d in enumerate(mappen):
            if not os.path.exists(f"{d}/register/REGISTER"):
                os.makedirs(d, exist_ok=True)
                duckdb.connect().execute(f"copy (select * from '{m}/aanwezigheid.parquet' where school % {n} = {i}) to '{d}/a.parquet'")
                draai([leerrecht, "lesregister", "bouw", "--aanwezigheid", f"{d}/a.parquet", "--scholen", f"{m}/scholen.parquet",
                       "--schooljaar", jaar, "--uit", f"{d}/register", "--stil"])
                os.remove(f"{d}/a.parquet")
        muren, cpus = [], []
        for _ in range(a.keren):
            voor, begin = os.times(), time.perf_counter()
            kinderen = [subprocess.Popen([leerrecht, "signaleer", "--lesregister", f"{d}/register", "--stil", "--uit", f"{d}/s.parquet"])
                        for d in mappen]
            if any(k.wait() for k in kinderen):
                raise SystemExit("een scherf is mislukt")
            na = os.times()
            muren.append(time.perf_counter() - begin)
            cpus.append(na.children_user + na.children_system - voor.children_user - voor.children_system)
        muur, cpu = sorted(muren)[len(muren) // 2], sorted(cpus)[len(cpus) // 2]
        samen = " union all ".join(f"select * from '{d}/s.parquet'" for d in mappen)
        duckdb.connect().execute(f"copy ({samen}) to '{m}/scherven.parquet'")
        if eerste is None:
            eerste = muur
            shutil.copy(f"{m}/scherven.parquet", f"{m}/scherven-een.parquet")
        gelijk(f"{m}/scherven-een.parquet", f"{m}/scherven.parquet", f"{n} scherven en 1")
        print(f"  {n} processen: {muur:.3f} s muur, {cpu:.3f} s CPU samen, {eerste / muur:.2f}× ({rijen / muur / 1e6:.0f} miljoen rijen/s)")


def dag(miljoen):
    m = maak(miljoen)
    print(f"\n== {miljoen} miljoen: een dag erbij en verbeteringen, in één proces")
    print(subprocess.run(voorbeeld("bijhouden_tempo", m), check=True, text=True, capture_output=True).stdout, end="")


def koppel():
    m = f"{a.werk}/k{a.personen}-{a.zaad}"
    print(f"\n== koppel: {a.personen} personen")
    if not os.path.exists(f"{m}/klaar"):
        subprocess.run(voorbeeld("maak_koppel", m, a.personen, a.zaad), check=True)
        open(f"{m}/klaar", "w").close()
    peil = "2026-11-02"
    onze = [leerrecht, "koppel", *(x for n in ("personen", "inschrijvingen", "vrijstellingen", "diplomas")
                                   for x in (f"--{n}", f"{m}/{n}.parquet")), "--peildatum", peil, "--stil"]
    opdrachten = {
        "DuckDB": python("duck_koppel", m, peil, f"{m}/duck.parquet"),
        "leerrecht": [*onze, "--uit", f"{m}/onze.parquet"],
        "vloer: elke byte": voorbeeld("vloer", *(f"{m}/{n}.parquet" for n in ("personen", "inschrijvingen", "vrijstellingen", "diplomas"))),
    }
    draai(opdrachten["DuckDB"])
    draai(opdrachten["leerrecht"])
    kolommen = "persoon::ubigint as persoon, gemeente, sinds::date as sinds, toestand"
    for naam in ("duck", "onze"):
        duckdb.connect().execute(f"copy (select {kolommen} from '{m}/{naam}.parquet' order by persoon) to '{m}/{naam}.g.parquet'")
    gelijk(f"{m}/duck.g.parquet", f"{m}/onze.g.parquet", "DuckDB en leerrecht")
    uit = Paren(max(a.keren, 7)).meet(**opdrachten)
    tabel(uit, a.personen)
    start = min(draai(python("start"))[0] for _ in range(5))
    print(f"  opstarten van DuckDB: {start:.2f} s")
    print(f"  DuckDB / leerrecht: {verhouding(uit, 'DuckDB', 'leerrecht'):.1f}×, zonder opstarten {verhouding(uit, 'DuckDB', 'leerrecht', start):.1f}×")


def groei():
    """All sizes in turn, so that a machine that is slower for a while is slower for all of them."""
    print("\n== groei: verdubbelen van de rijen")
    maten = ("12.5", "25", "50", "100")
    mappen = {m: maak(m) for m in maten}
    uit = paren.meet(**{f"{bron} {m}": maker(d, f"{d}/g.parquet", "--eerste")
                        for bron, maker in (("Parquet", uit_parket), ("lesregister", uit_register)) for m, d in mappen.items()})
    for bron in ("Parquet", "lesregister"):
        for vorig, m in zip((None, *maten), maten):
            v = uit[f"{bron} {m}"]
            keer = "" if vorig is None else f"{verhouding(uit, f'{bron} {m}', f'{bron} {vorig}'):.2f}×"
            print(f"  {bron:<12} {m:>5} miljoen rijen: {v['cpu']:.3f} s CPU, {v['kb'] / 1024:.1f} MiB eigen  {keer}")


grootste = a.maten.split(",")[-1]
print(f"Machine: {os.cpu_count()} kernen, belasting {os.getloadavg()}, DuckDB {duckdb.__version__}, één draad per motor")
if "signaleren" in delen:
    for maat in a.maten.split(","):
        signaleren(maat)
if "soorten" in delen:
    soorten(grootste)
if "draden" in delen:
    draden(grootste)
if "scherven" in delen:
    scherven(grootste)
if "dag" in delen:
    dag(grootste)
if "koppel" in delen:
    koppel()
if "groei" in delen:
    groei()
