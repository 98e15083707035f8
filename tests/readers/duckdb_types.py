#!/usr/bin/env python3
"""DuckDB loads what faktum writes with the same column types in whatever order the documents come,
and the values come through.

usage: duckdb_types.py FAKTUM SAMPLES (by a Python that has tests/registry/requirements.txt)
"""

import collections
import decimal
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import duckdb

TEXTS = ("id kind text name country ticker vendor family model level unit currency timex grain "
         "modifier groups rule").split()
TYPES = {**dict.fromkeys(TEXTS, "VARCHAR"),
         **dict.fromkeys(["start", "end", "sentence"], "BIGINT"),
         **dict.fromkeys(["number", "amount", "min", "max"], "DOUBLE"),
         **dict.fromkeys(["first_day", "last_day"], "DATE"),
         **dict.fromkeys(["fiscal", "resolved"], "BOOLEAN")}
# No rule of the samples gives named groups, and no document of theirs fails.
FIRST = {"daten.txt": "Am 3. Mai 2024 und am 4. Mai 2024.", "leer.txt": "Nichts.",
         "geld.txt": "Es kostet 5 Euro.", "gruppen.txt": "Das Netzteil 12VHPWR zu 600 W."}
RULE = """kind = "plug"
value = "groups"
[[rule]]
name = "plug.vhpwr"
pattern = '(?P<volts>12)VHPWR'
edges = "word"
examples = [ { text = "Stecker 12VHPWR", finds = "12VHPWR" } ]
rejects = [ "12" ]
"""
# DuckDB guesses one format of dates for all columns, so the text "12.03.2024" of a fact would hide
# that first_day is a date.
CSV = "read_csv('{}', sample_size=-1, dateformat='%Y-%m-%d')"
JSON = "read_json('{}', sample_size=-1)"  # else the first 20,480 rows tell the types
READERS = {"facts": JSON, "jsonl": JSON, "csv": CSV, "tsv": CSV}
MANY_ROWS = 20_500


def write(faktum, form, paths, output):
    subprocess.run([faktum, "-r", output.parent / "rules.toml", "-f", form, "--allow-failures",
                    "-o", output, *paths], check=True, stderr=subprocess.DEVNULL)
    return READERS[form].format(output)


def types_of(table):
    return {row[0]: str(row[1]) for row in duckdb.sql(f"describe from {table}").fetchall()}


def fields_of(of):
    """The fields of a type, in no order: the struct `value` has those of all kinds."""
    return sorted(part.strip() for part in re.split("[(),]", of))


def values_in(jsonl):
    """Facts a kind and the sum of amounts, by Python's own JSON reader."""
    kinds, amounts = collections.Counter(), decimal.Decimal()
    for line in open(jsonl, encoding="utf-8"):
        for fact in json.loads(line, parse_float=decimal.Decimal).get("facts", []):
            kinds[fact["kind"]] += 1
            amounts += fact["value"].get("amount") or 0
    assert len(kinds) == 6 and amounts > 0, kinds
    return dict(kinds), amounts


def loaded_values(table):
    kinds = duckdb.sql(f"select kind, count(*) from {table} where kind is not null group by kind")
    amounts = duckdb.sql(f"select sum(amount::decimal(38, 6)) from {table}")  # exact in any order
    return dict(kinds.fetchall()), amounts.fetchall()[0][0]


def check_order(faktum, paths, folder):
    """Asserts one order in all flat formats; returns the columns of jsonl."""
    nested = types_of(write(faktum, "jsonl", paths, folder / "output.jsonl"))
    values = values_in(folder / "output.jsonl")
    for form in ("facts", "csv", "tsv"):
        table = write(faktum, form, paths, folder / f"output.{form}")
        types = types_of(table)
        types.pop("error", None)
        different = set(types.items()) ^ set(TYPES.items())
        assert not different, f"{form}, {paths[0].name} first: {different}"
        loaded = loaded_values(table)
        assert loaded == values, f"{form}, {paths[0].name} first: {loaded}, not {values}"
    return {name: fields_of(of) for name, of in nested.items()}


def main():
    faktum, samples = sys.argv[1], sorted(pathlib.Path(sys.argv[2]).glob("*.txt"))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "rules.toml").write_text(RULE)
        for file, text in FIRST.items():
            (folder / file).write_text(text)
        dates = json.dumps({"id": "daten", "text": FIRST["daten.txt"]})
        (folder / "viele.jsonl").write_text(f"{dates}\n" * (MANY_ROWS // 2))
        paths = [folder / file for file in FIRST] + [folder / "fehlt.txt"] + samples
        orders = [paths[first:] + paths[:first] for first in range(len(FIRST) + 2)]
        orders.append([folder / "viele.jsonl", *paths])
        nested = [check_order(faktum, order, folder) for order in orders]
    for types in nested:
        assert types == nested[0], f"jsonl: {types} and {nested[0]}"
    print(f"{len(nested)} orders of the documents: the same types, all values")
    return 0


if __name__ == "__main__":
    sys.exit(main())
