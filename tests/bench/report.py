#!/usr/bin/env python3
"""Measures faktum and prints the tables: stages, and ratios to what its speed is compared with.

usage: report.py FAKTUM TOOLS [--quick] [--runs N] [--gigabyte] [--only TABLE]

TOOLS is the folder with faktum_yardstick and its like. A whole run, of all tables at full size, also
goes to a file in runs/, with date, commit, machine and command.
"""

import argparse
import datetime
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

import ratios
from inputs import ROOT
from processes import Programs


def arguments():
    parser = argparse.ArgumentParser(description="Measures faktum and prints the tables.")
    parser.add_argument("faktum", type=pathlib.Path)
    parser.add_argument("tools", type=pathlib.Path)
    parser.add_argument("--runs", type=int, help="medians of so many (default 7)")
    parser.add_argument("--quick", action="store_true", help="a tenth of the sizes, three runs")
    parser.add_argument("--smoke", action="store_true", help="tiny sizes, one run: does it work?")
    parser.add_argument("--gigabyte", action="store_true", help="an archive of 1 GB, too")
    parser.add_argument("--only", choices=[table.__name__ for table in ratios.ALL], action="append")
    return parser.parse_args()


def git(*command):
    return subprocess.run(["git", "-C", ROOT, *command], stdout=subprocess.PIPE, text=True,
                          check=False).stdout.strip()


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def load():
    return os.getloadavg()[0]


def heading(load_before):
    """What a reader of the tables has to know."""
    commit = git("rev-parse", "--short=12", "HEAD")
    if git("status", "--porcelain"):
        commit += ", with changes"
    busy = " (other programs ran: these numbers do not count)" if load_before > 0.3 else ""
    return "\n".join([
        f"# {datetime.date.today()}", "",
        f"- commit: {commit}",
        f"- machine: {processor()}, {os.cpu_count()} cores",
        f"- load before: {load_before:.2f}{busy}",
        f"- command: ./dev bench {' '.join(sys.argv[3:])}".rstrip(), ""])


def record(text):
    folder = ROOT / "tests/bench/runs"
    folder.mkdir(exist_ok=True)
    moment = datetime.datetime.now().strftime("%Y-%m-%d-%H%M")
    path = folder / f"{moment}.md"
    path.write_text(text)
    print(f"written to {path.relative_to(ROOT)}", file=sys.stderr)


def main():
    options = arguments()
    kinds = ("money",) if options.smoke else ("company", "chip", "percent", "date", "money")
    scale, runs = (0.01, 1) if options.smoke else (0.1, 3) if options.quick else (1, 7)
    parts = [heading(load())]
    print(parts[0])
    with tempfile.TemporaryDirectory() as folder:
        bench = ratios.Bench(Programs(options.faktum.resolve(), options.tools.resolve()),
                             pathlib.Path(folder), options.runs or runs, scale,
                             1000 if options.gigabyte else 100, kinds)
        for table in ratios.ALL:
            if options.only and table.__name__ not in options.only:
                continue
            parts.append(table(bench).markdown())
            print(parts[-1], flush=True)
    if not (options.smoke or options.quick or options.only):
        record("\n".join(parts))


if __name__ == "__main__":
    main()
