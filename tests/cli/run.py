#!/usr/bin/env python3
"""Runs the cases of the command line: each file in cases/ is prose with commands and what they say.

    $ COMMAND                a command for sh, indented by two spaces as all that follows
    > MORE                   its next line
    OUTPUT                   what it writes to standard output
    ! MESSAGE                what it writes to standard error
    [2]                      its exit status, if that is not 0

A case runs in a folder of its own that holds a copy of files/. Every JSON line that says "facts" or
"error" must fit `faktum schema`.

    python3 tests/cli/run.py build/release/faktum [CASE...]           compare
    python3 tests/cli/run.py --rewrite build/release/faktum [CASE...] write down what is said now
"""

import argparse
import difflib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import schema

HERE = pathlib.Path(__file__).resolve().parent


def read_commands(text):
    """Yields prose as lines and commands as lists of lines; drops what they said."""
    command = []
    for line in text.splitlines():
        if line.startswith("  $ "):
            if command:
                yield command
            command = [line]
        elif line.startswith("  > ") and command:
            command.append(line)
        elif line.startswith("  "):
            continue
        else:
            if command:
                yield command
            command = []
            yield line
    if command:
        yield command


def run_command(command, folder, environment):
    script = "\n".join(line[4:] for line in command)
    done = subprocess.run(["sh", "-c", script], cwd=folder, env=environment, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=60, check=False)
    return script, done


def written_down(done):
    lines = ["  " + line for line in done.stdout.decode("utf-8").splitlines()]
    lines += ["  ! " + line for line in done.stderr.decode("utf-8").splitlines()]
    if done.returncode != 0:
        lines.append(f"  [{done.returncode}]")
    return lines


def check_shape(script, done, document_schema):
    for line in done.stdout.decode("utf-8").splitlines():
        if not line.startswith("{"):
            continue
        try:
            value = json.loads(line)
        except ValueError:
            continue
        if "facts" in value or "error" in value:
            problem = schema.problem(value, document_schema, document_schema,
                                     open_top="--keep-fields" in script)
            if problem:
                raise SystemExit(f"the output of `{script}` breaks the schema: {problem}")


def run_case(path, environment, document_schema):
    actual = []
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(HERE / "files", folder, dirs_exist_ok=True)
        for part in read_commands(path.read_text(encoding="utf-8")):
            if isinstance(part, str):
                actual.append(part)
                continue
            script, done = run_command(part, folder, environment)
            check_shape(script, done, document_schema)
            actual += part + written_down(done)
    return "\n".join(actual) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rewrite", action="store_true")
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("cases", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    program = arguments.program.resolve()
    environment = {"PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C"}
    document_schema = json.loads(subprocess.run([program, "schema"], capture_output=True,
                                                check=True).stdout)
    failed = 0
    cases = arguments.cases or sorted((HERE / "cases").glob("*.txt"))
    for path in cases:
        expected = path.read_text(encoding="utf-8")
        actual = run_case(path, environment, document_schema)
        if actual == expected:
            continue
        if arguments.rewrite:
            path.write_text(actual, encoding="utf-8")
            print(f"rewritten: {path.name}")
            continue
        failed += 1
        sys.stdout.writelines(difflib.unified_diff(
            expected.splitlines(True), actual.splitlines(True), f"{path.name}: expected", "found"))
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
