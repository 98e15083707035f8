#!/usr/bin/env python3
"""What tests need of Python's package registry, in a virtual environment that is made once.

usage: install.py FOLDER
"""

import pathlib
import shutil
import subprocess
import sys
import venv

REQUIREMENTS = pathlib.Path(__file__).resolve().parent / "requirements.txt"


def main():
    folder = pathlib.Path(sys.argv[1])
    installed = folder / REQUIREMENTS.name  # a copy, written when all is there
    if installed.exists() and installed.read_text() == REQUIREMENTS.read_text():
        return 0
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True, symlinks=True)
    pip = [folder / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "install"]
    if subprocess.run([*pip, "--quiet", "--requirement", REQUIREMENTS], check=False).returncode:
        wanted = ", ".join(REQUIREMENTS.read_text().split())
        print(f"pip cannot install {wanted}: the tests with Spark and DuckDB need a package "
              "registry that pip reaches (the messages above say what is missing)")
        return 1
    shutil.copy(REQUIREMENTS, installed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
