"""Writes what a fuzzer begins with: seeds.py TARGET FOLDER."""

import hashlib
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LONGEST = 4096


def inputs():
    # The first byte says the pieces, the second the format: to be detected (tests/fuzz/input.cpp).
    for path in sorted((ROOT / "tests").rglob("*")):
        if path.is_file() and path.suffix not in (".py", ".cpp", ".hpp") and path.stat().st_size < LONGEST:
            yield b"\x07\x00" + path.read_bytes()


def texts():
    for path in sorted((ROOT / "samples").glob("*.txt")):
        yield from (line.encode() for line in path.read_text("utf-8").splitlines() if line)


def rule_files():
    for path in sorted((ROOT / "rules").glob("*.toml")):
        for rule in path.read_text("utf-8").split("\n[[rule]]\n")[1:20]:
            yield ('kind = "k"\n[[rule]]\n' + rule).encode()


def main(target, folder):
    for seed in {"input": inputs, "extract": texts, "rules": rule_files}[target]():
        name = hashlib.sha1(seed).hexdigest()
        (pathlib.Path(folder) / name).write_bytes(seed[:LONGEST])


main(*sys.argv[1:])
