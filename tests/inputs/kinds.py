"""The same articles as every kind of input, each made by another program or library."""

import bz2
import csv
import gzip
import io
import json
import lzma
import os
import subprocess
import tarfile
import zipfile

ARTICLES = {
    "boerse/kurse.txt": ("Die Aktie von Nvidia stieg am 3. Mai 2024 um 4,5 Prozent. Der Konzern "
                         "setzte 26 Milliarden US-Dollar um.\n"),
    "boerse/ausblick.txt": ("Intel rechnet für 2025 mit einem Minus von 7 Prozent.\n"
                            "„Das ist bitter“, sagte ein Händler; er hält 300 Aktien.\n"),
    "test/karte.txt": "Die GeForce RTX 4090 kostet 1.949 Euro; vor einem Jahr waren es 10 % mehr.\n",
    "test/Grüße.txt": "AMD zeigt den Ryzen 7 9800X3D in München, für 529 Euro.\n",
}


def run(*command, folder=None, data=None):
    return subprocess.run(command, cwd=folder, input=data, check=True, capture_output=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout


def write_folder(folder):
    for name, text in ARTICLES.items():
        path = folder / "artikel" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def jsonl():
    return "".join(json.dumps({"id": name, "text": text}) + "\n"
                   for name, text in ARTICLES.items()).encode()


def table(delimiter, quote):
    """As Python's csv module writes it, with the texts' line breaks in quoted cells."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, quotechar=quote)
    writer.writerow(["text", "id", "rubrik"])
    for name, text in ARTICLES.items():
        writer.writerow([text, name, name.split("/", maxsplit=1)[0]])
    return written.getvalue().encode()


def http_response(text, headers=(), body=None):
    lines = ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", *headers]
    page = f"<!DOCTYPE html><html><body><article><p>{text}</p></article></body></html>"
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + (body or page.encode())


def warc_record(kind, uri, block, media="application/http; msgtype=response"):
    header = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <{uri}>\r\n"
              f"WARC-Date: 2019-01-01T00:00:00Z\r\nContent-Type: {media}\r\n"
              f"Content-Length: {len(block)}\r\n\r\n")
    return header.encode() + block + b"\r\n\r\n"


def warc_records():
    yield warc_record("warcinfo", "", b"software: test\r\n", "application/warc-fields")
    for name, text in ARTICLES.items():
        yield warc_record("request", name, b"GET / HTTP/1.1\r\n\r\n", "application/http")
        yield warc_record("response", name, http_response(text))


def make_all(folder):
    """Writes every kind into the folder; returns the paths, the folder of articles first."""
    write_folder(folder)
    (folder / "a.jsonl").write_bytes(jsonl())
    (folder / "a.csv").write_bytes(table(",", '"'))
    (folder / "a.tsv").write_bytes(table("\t", '"'))
    names = ["artikel/" + name for name in ARTICLES]
    run("tar", "-cf", "a.tar", *names, folder=folder)
    run("tar", "-czf", "a.tar.gz", *names, folder=folder)
    run("tar", "--zstd", "-cf", "a.tar.zst", *names, folder=folder)
    run("bsdtar", "-cJf", "a.tar.xz", *names, folder=folder)
    run("zip", "-q", "a.zip", *names, folder=folder)
    run("7z", "a", "-bd", "a.7z", *names, folder=folder)
    for program, end in (("gzip", "gz"), ("bzip2", "bz2"), ("xz", "xz"), ("zstd", "zst")):
        with open(folder / f"a.jsonl.{end}", "wb") as packed:
            packed.write(run(program, "-c", "a.jsonl", folder=folder))
    with tarfile.open(folder / "nested.tar.gz", "w:gz") as nested:
        for name in ("a.zip", "a.jsonl.gz", "a.7z"):
            nested.add(folder / name, name)
    with zipfile.ZipFile(folder / "nested.zip", "w") as nested:
        nested.write(folder / "a.tar.gz", "a.tar.gz")
    (folder / "a.warc").write_bytes(b"".join(warc_records()))
    (folder / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, warc_records())))
    return [folder / "artikel", *sorted(folder.glob("a.*"))]


def compress(data, end):
    return {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress,
            "zst": lambda raw: run("zstd", "-c", data=raw),
            "br": lambda raw: run("brotli", "-c", data=raw)}[end](data)
