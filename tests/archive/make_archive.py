#!/usr/bin/env python3
"""Makes a news archive of the samples: the same documents in the shape that is asked for.

    make_archive.py OUT [--count 200000] [--seed 1] [--part 0.93] [--broken N] [--shape SHAPE]

Shapes: jsonl, jsonl.gz, folder (a text file each), tar.gz, zip, warc.gz (a response record each).
Each document is a part of a sample, from any paragraph on, and has a date of its own, in its first
line, so that every shape says it. With --broken every Nth JSON line is no JSON. The same arguments
give the same bytes.
"""

import argparse
import datetime
import gzip
import html
import io
import json
import pathlib
import random
import tarfile
import zipfile

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
SHAPES = ("jsonl", "jsonl.gz", "folder", "tar.gz", "zip", "warc.gz")
DAYS = 3650


def documents(count, seed, part):
    """Yields (name, text)."""
    chance = random.Random(seed)
    samples = [path.read_text(encoding="utf-8").strip().split("\n\n")
               for path in sorted(SAMPLES.glob("*.txt"))]
    for number in range(count):
        paragraphs = chance.choice(samples)
        first = chance.randrange(len(paragraphs))
        length = round(len(paragraphs) * chance.uniform(0.43, 1) * part)
        day = datetime.date(2015, 1, 1) + datetime.timedelta(chance.randrange(DAYS))
        yield (f"{number:07}.txt",
               "\n\n".join([day.isoformat(), *(paragraphs[first:] + paragraphs[:first])[:length]]))


def write_jsonl(out, articles, broken):
    for number, (name, text) in enumerate(articles, 1):
        line = json.dumps({"id": name, "text": text}, ensure_ascii=False)
        out.write((line[:40] if broken and number % broken == 0 else line).encode() + b"\n")


def zipped(raw):
    return gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0, compresslevel=1)


def write_folder(folder, articles):
    folder.mkdir(parents=True)
    for name, text in articles:
        (folder / name).write_text(text, encoding="utf-8")


def write_tar(raw, articles):
    with zipped(raw) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for name, text in articles:
            member = tarfile.TarInfo(name)
            body = text.encode()
            member.size = len(body)
            archive.addfile(member, io.BytesIO(body))


def write_zip(raw, articles):
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in articles:
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


def write_warc(raw, articles):
    for name, text in articles:
        body = ("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><article>" +
                "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n\n"))
                .replace("\n", "<br>") +
                "</article></body></html>").encode()
        reply = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                 b"Content-Length: %d\r\n\r\n" % len(body)) + body
        head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {name}\r\n"
                f"WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:faktum:{name}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(reply)}\r\n\r\n").encode()
        with zipped(raw) as record:
            record.write(head + reply + b"\r\n\r\n")


def make(out, shape="jsonl", count=200_000, seed=1, part=0.93, broken=0):
    articles = documents(count, seed, part)
    if shape == "folder":
        write_folder(out, articles)
        return
    with open(out, "wb") as raw:
        if shape == "jsonl":
            write_jsonl(raw, articles, broken)
        elif shape == "jsonl.gz":
            with zipped(raw) as packed:
                write_jsonl(packed, articles, broken)
        else:
            {"tar.gz": write_tar, "zip": write_zip, "warc.gz": write_warc}[shape](raw, articles)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--shape", choices=SHAPES, default="jsonl")
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", type=float, default=0.93, help="of a sample, at most")
    parser.add_argument("--broken", type=int, default=0, metavar="N")
    make(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
