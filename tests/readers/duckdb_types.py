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
CSV = "read_csv('{}', dateformat='%Y-%m-%d')"
READERS = {"facts": "read_json('{}')", "jsonl": "read_json('{}')", "csv": CSV, "tsv": CSV}


def write(faktum, form, paths, output):
    subprocess.run([faktum, "-r", output.parent / "rules.toml", "-f", form, "--allow-failures",
                    "-o", output, *paths], check=True, stderr=subprocess.DEVNULL)
    return READERS[form].format(output)


def types_of(table):
    return {row[0]: str(row[1]) for row in duckdb.sql(f"describe from {table}").fetchall()}


def fields_of(of):
    """The fields of a type, in no order: the struct `value` has those of all kinds."""
    return sorted(part.strip() for part in re.split("[(),]", of))


def expected_values(faktum, paths, folder):
    """Facts a kind and the sum of amounts, by Python's own JSON reader."""
    write(faktum, "jsonl", paths, folder / "expected.jsonl")
    kinds, amounts = collections.Counter(), decimal.Decimal()
    for line in open(folder / "expected.jsonl", encoding="utf-8"):
        for fact in json.loads(line, parse_float=decimal.Decimal).get("facts", []):
            kinds[fact["kind"]] += 1
            amounts += fact["value"].get("amount") or 0
    return dict(kinds), amounts


def loaded_values(table):
    kinds = duckdb.sql(f"select kind, count(*) from {table} where kind is not null group by kind")
    amounts = duckdb.sql(f"select sum(amount::decimal(38, 6)) from {table}")  # exact in any order
    return dict(kinds.fetchall()), amounts.fetchall()[0][0]


def check_order(faktum, paths, folder, values):
    """Asserts one order in all flat formats; returns the columns of jsonl."""
    for form in ("facts", "csv", "tsv"):
        table = write(faktum, form, paths, folder / f"output.{form}")
        types = types_of(table)
        types.pop("error", None)
        assert types == TYPES, f"{form}, {paths[0].name} first: {set(types.items()) ^ set(TYPES.items())}"
        loaded = loaded_values(table)
        assert loaded == values, f"{form}, {paths[0].name} first: {loaded}, not {values}"
    types = types_of(write(faktum, "jsonl", paths, folder / "output.jsonl"))
    return {name: fields_of(of) for name, of in types.items()}


def main():
    faktum, samples = sys.argv[1], sorted(pathlib.Path(sys.argv[2]).glob("*.txt"))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "rules.toml").write_text(RULE)
        for file, text in FIRST.items():
            (folder / file).write_text(text)
        paths = [folder / file for file in FIRST] + [folder / "fehlt.txt"] + samples
        values = expected_values(faktum, paths, folder)
        assert len(values[0]) == 6 and values[1] > 0, values
        nested = [check_order(faktum, paths[first:] + paths[:first], folder, values)
                  for first in range(len(FIRST) + 2)]
    for types in nested:
        assert types == nested[0], f"jsonl: {types} and {nested[0]}"
    print(f"{len(nested)} orders of the documents: the same types and values; {values[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
