#!/usr/bin/env python3
"""The company lists: same columns, sorted, no name or form twice, common words only with `?` or `~`.

usage: companies.py FOLDER WORDS
"""

import pathlib
import sys


def main():
    folder, words = (pathlib.Path(argument) for argument in sys.argv[1:3])
    common = set(words.read_text().split())
    errors, owner, names = [], {}, set()
    for path in sorted(folder.glob("*.tsv")):
        lines = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
        if lines[0] != "name\tforms\tcountry\tticker":
            errors.append(f"{path.name}: other columns")
        rows = [line.split("\t") for line in lines[1:]]
        keys = [(row[0].casefold(), "\t".join(row)) for row in rows]
        for before, after in zip(keys, keys[1:]):
            if before > after:
                errors.append(f"{path.name}: not sorted at {after[1]!r}")
        for row in rows:
            if len(row) != 4:
                errors.append(f"{path.name}: {row[0]} has {len(row)} columns")
                continue
            name, cell, country, _ = row
            if name in names:
                errors.append(f"{path.name}: {name} twice")
            names.add(name)
            if country and not (len(country) == 2 and country.isupper()):
                errors.append(f"{path.name}: {name} has the country {country!r}")
            forms = [form for form in cell.split("|") if form]
            if name not in [form.lstrip("?~") for form in forms]:
                forms.append(name)
            for form in forms:
                bare = form.lstrip("?~")
                if bare in owner:
                    errors.append(f"{path.name}: {bare!r} of {name} is a form of {owner[bare]}, too")
                owner[bare] = name
                if bare in common and form == bare:
                    errors.append(f"{path.name}: {bare!r} is a common word: mark it with ?")
    print("\n".join(errors) or f"{len(names)} names, {len(owner)} forms: ok")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
