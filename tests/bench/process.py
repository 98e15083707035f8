#!/usr/bin/env python3
"""Whole processes: faktum on a 1 KB article beside `jq -n 1`, and on 20 MB of JSONL on one thread.

usage: process.py FAKTUM SAMPLES

Prints medians and their ratio. Each result is checked before it is timed.
"""

import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 21


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def small_article(faktum, samples, folder):
    article = folder / "article.txt"
    article.write_text((samples / "quartalszahlen.txt").read_text()[:1000])
    facts = json.loads(subprocess.run([faktum, article], capture_output=True, check=True).stdout)
    assert len(facts["facts"]) >= 5, "the article's facts are missing"
    times = {"faktum": [], "jq": []}
    for _ in range(RUNS):
        times["faktum"].append(seconds([faktum, article]))
        times["jq"].append(seconds(["jq", "-n", "1"]))
    ours, theirs = (statistics.median(times[name]) for name in ("faktum", "jq"))
    print(f"1 KB article: faktum {ours * 1000:.1f} ms, jq -n 1 {theirs * 1000:.1f} ms, "
          f"ratio {ours / theirs:.2f}")


def archive(faktum, samples, folder):
    texts = [path.read_text() for path in sorted(samples.glob("*.txt"))]
    path = folder / "archive.jsonl"
    count = size = 0
    with path.open("w") as out:
        while size < 20_000_000:
            line = json.dumps({"id": str(count), "text": texts[count % len(texts)],
                               "date": f"2024-{count % 12 + 1:02}-{count % 28 + 1:02}"},
                              ensure_ascii=False) + "\n"
            out.write(line)
            size += len(line.encode())
            count += 1
    output = subprocess.run([faktum, "-j1", path], capture_output=True, check=True).stdout.splitlines()
    assert [json.loads(line)["id"] for line in output] == [str(i) for i in range(count)]
    times = [seconds([faktum, "-j1", path]) for _ in range(5)]
    print(f"20 MB of JSONL, one thread: {size / 1e6 / statistics.median(times):.1f} MB/s")


def main():
    faktum, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        small_article(faktum, samples, pathlib.Path(folder))
        archive(faktum, samples, pathlib.Path(folder))


if __name__ == "__main__":
    main()
