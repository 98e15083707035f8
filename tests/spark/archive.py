"""An archive of JSONL made of the samples: varied dates and cuts, and some lines that fail."""

import datetime
import json

FIRST_DAY = datetime.date(2015, 1, 1)
EVERY_NTH_FAILS = 250
FAILING = [b'{"id":"kein-json","text":', b'{"id":"ohne-text-%d"}', b'{"id":"zahl-%d","text":5}',
           b'{"id":"datum-%d","text":"Am 3. Mai.","date":"2020-13-45"}', b"[%d]", b"\xff\xfe%d"]


def document(paragraphs, number):
    name, parts = paragraphs[number % len(paragraphs)]
    first = number // len(paragraphs) % len(parts)
    day = FIRST_DAY + datetime.timedelta(days=number * 37 % 4000)
    return {"id": f"{day.year}/{name} {number:05d}", "title": parts[0][:60],
            "date": day.isoformat() if number % 7 else None,
            "text": "\n\n".join((parts[first:] + parts[:first])[:5])}


def lines(samples, count):
    paragraphs = [(path.stem, path.read_text(encoding="utf-8").strip().split("\n\n"))
                  for path in sorted(samples.glob("*.txt"))]
    for number in range(count):
        yield json.dumps(document(paragraphs, number), ensure_ascii=number % 2 == 0).encode()
        if number % EVERY_NTH_FAILS == EVERY_NTH_FAILS - 1:
            failing = FAILING[number // EVERY_NTH_FAILS % len(FAILING)]
            yield failing % number if b"%d" in failing else failing
            yield b"  "


def write(samples, count, path):
    with open(path, "wb") as archive:
        for line in lines(samples, count):
            archive.write(line + b"\n")
