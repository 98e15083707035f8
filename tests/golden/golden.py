#!/usr/bin/env python3
"""The samples' facts against samples/expected/*.json, and two ways to one answer:
prefilter on and off, files and JSONL, one kind and all, one thread and eight, rules mapped and
parsed.

usage: golden.py FAKTUM SAMPLES [--write]

--write makes the expectations anew; read the difference before you commit it.
"""

import json
import pathlib
import subprocess
import sys
import tempfile


def run(*command, stdin=None):
    return subprocess.run(command, input=stdin, capture_output=True, check=True).stdout.decode()


def check_facts(document, text):
    end = 0
    for fact in document["facts"]:
        assert fact["text"] == text[fact["start"]:fact["end"]], fact
        assert end <= fact["start"] < fact["end"] <= len(text), f"not in order or overlapping: {fact}"
        end = fact["end"]
    assert document["length"] == len(text)


def main():
    faktum, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    write = "--write" in sys.argv[3:]
    failed = passed = 0
    documents = {}
    for path in sorted(samples.glob("*.txt")):
        expected = samples / "expected" / (path.stem + ".json")
        text = path.read_text()
        actual = run(faktum, "-f", "json", "-", stdin=text.encode())
        document = documents[path.name] = json.loads(actual)
        check_facts(document, text)
        if write:
            expected.parent.mkdir(exist_ok=True)
            expected.write_text(actual)
        good = (
            expected.read_text() == actual
            and run(faktum, "-f", "json", "--no-prefilter", "-", stdin=text.encode()) == actual
        )
        failed, passed = failed + (not good), passed + good
        if not good:
            print(f"{path.name}: the facts differ from {expected.name}")
            wanted = json.loads(expected.read_text())["facts"]
            for fact in [f for f in wanted if f not in document["facts"]]:
                print("  missing", json.dumps(fact, ensure_ascii=False))
            for fact in [f for f in document["facts"] if f not in wanted]:
                print("  new    ", json.dumps(fact, ensure_ascii=False))

    lines = "".join(json.dumps({"id": name, "text": (samples / name).read_text()}) + "\n"
                    for name in documents)
    by_line = [json.loads(line) for line in run(faktum, stdin=lines.encode()).splitlines()]
    same = [line["facts"] for line in by_line] == [d["facts"] for d in documents.values()]
    same = same and [line["id"] for line in by_line] == list(documents)
    print("as JSONL: the same facts" if same else "as JSONL: other facts than by file")
    archive = lines * 20
    if run(faktum, "-j", "1", stdin=archive.encode()) != run(faktum, "-j", "8", stdin=archive.encode()):
        same = False
        print("-j 8: other bytes than with one thread")
    with tempfile.TemporaryDirectory() as folder:  # any rule file: then the built-in ones are parsed
        rules = pathlib.Path(folder) / "other.toml"
        rules.write_text('[fragments]\nunused = "x"\n')
        if run(faktum, "-r", rules, stdin=lines.encode()) != run(faktum, stdin=lines.encode()):
            same = False
            print("parsed rules: other bytes than the mapped ones")
    kinds = ["company", "chip", "percent", "date", "money"]
    for kind in kinds:
        only = [json.loads(line)["facts"]
                for line in run(faktum, "-k", kind, stdin=lines.encode()).splitlines()]
        filtered = [[f for f in d["facts"] if f["kind"] == kind] for d in documents.values()]
        if only != filtered:
            same = False
            print(f"-k {kind}: other facts than without")
    failed, passed = failed + (not same), passed + same
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
