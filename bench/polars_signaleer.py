"""First 16-hour report per pupil in Polars: polars_signaleer.py AANWEZIGHEID SCHOLEN KALENDERMAP UIT"""
import os
import sys

os.environ["POLARS_MAX_THREADS"] = "1"
import polars as pl

aanwezigheid, scholen, kalender, uit = sys.argv[1:5]
kal = pl.concat(
    pl.read_csv(f"{kalender}/{r}.csv", try_parse_dates=True, schema_overrides={"lesdag": pl.Int32})
    .filter(pl.col("schooldag") == 1)
    .select(pl.lit(r).alias("vakantieregio"), "datum", "lesdag")
    for r in ("noord", "midden", "zuid")
)
dag = (
    pl.read_parquet(scholen)
    .join(kal, on="vakantieregio")
    .select("school", "datum", "lesdag", (pl.col("lesuur_minuten").cast(pl.Int32) * 16).alias("drempel"))
)
d = (
    pl.scan_parquet(aanwezigheid)
    .filter(pl.col("status").cast(pl.String).is_in(["ongeoorloofd", "te_laat"]))
    .group_by("leerling", "school", "datum")
    .agg(pl.col("minuten").cast(pl.Int32).sum().alias("m"))
    .collect(engine="streaming")
)
veel = d.group_by("leerling", "school").agg(pl.col("m").sum().alias("t")).filter(pl.col("t") >= dag["drempel"].min())
w = (
    d.join(veel, on=["leerling", "school"], how="semi")
    .join(dag, on=["school", "datum"])
    .sort("leerling", "school", "lesdag")
    .rolling(index_column="lesdag", period="28i", group_by=["leerling", "school"])
    .agg(
        pl.col("m").sum().alias("minuten"),
        pl.col("datum").min().alias("begin"),
        pl.col("datum").max().alias("bereikt_op"),
        pl.col("drempel").last(),
    )
    .filter(pl.col("minuten") >= pl.col("drempel"))
    .sort("leerling", "bereikt_op", "school")
    .unique("leerling", keep="first", maintain_order=True)
)
w.select("leerling", "school", "begin", "bereikt_op", "minuten").write_parquet(uit)
