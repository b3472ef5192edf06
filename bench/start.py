"""What DuckDB costs before it does anything."""
import duckdb

duckdb.connect().execute("select 1")
