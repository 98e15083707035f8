"""What the benchmarks read: archives of news, and rules."""

import json
import pathlib
import random
import re
import shutil

import news

ROOT = news.ROOT
MEGABYTE = 1_000_000


def line_of(number, text):
    return json.dumps({"id": str(number), "date": "2024-11-04", "text": text},
                      ensure_ascii=False) + "\n"


def texts(path):
    with path.open() as lines:
        for line in lines:
            yield json.loads(line)["text"]


def text_size(path):
    return sum(len(text.encode()) for text in texts(path))


def archives(folder, sizes):
    """News of each of `sizes` bytes, the smaller ones the beginning of the larger; by size."""
    paths = {size: folder / f"news-{size}.jsonl" for size in sorted(set(sizes))}
    files = {size: path.open("wb") for size, path in paths.items()}
    written = 0
    for line in news.lines(max(sizes)):
        for size, file in files.items():
            if written < size:
                file.write(line)
        written += len(line)
    for file in files.values():
        file.close()
    return paths


def samples(folder, size):
    """The samples again and again."""
    articles = [path.read_text() for path in sorted((ROOT / "samples").glob("*.txt"))]
    path = folder / "samples.jsonl"
    with path.open("w") as out:
        written = number = 0
        while written < size:
            written += out.write(line_of(number, articles[number % len(articles)]))
            number += 1
    return path


def small_article(folder):
    path = folder / "article.txt"
    path.write_text((ROOT / "samples/quartalszahlen.txt").read_text()[:1000])
    return path


def documents_of(folder, archive, size):
    """The texts of `archive` once more, in documents of `size` bytes."""
    path = folder / f"documents-{size}.jsonl"
    with path.open("w") as out:
        number, held, paragraphs = 0, 0, []
        for paragraph in (p for text in texts(archive) for p in text.split("\n\n")):
            paragraphs.append(paragraph)
            held += len(paragraph.encode()) + 2
            if held >= size:
                out.write(line_of(number, "\n\n".join(paragraphs)))
                number, held, paragraphs = number + 1, 0, []
        if paragraphs:
            out.write(line_of(number, "\n\n".join(paragraphs)))
    return path


def one_sentence(folder, archive, size):
    """The texts of `archive` without anything that could end a sentence."""
    path = folder / f"sentence-{size}.jsonl"
    parts, held = [], 0
    for text in texts(archive):
        parts.append(re.sub(r"[.!?:;…\s]+", " ", text))
        held += len(parts[-1].encode())
        if held >= size:
            break
    path.write_text(line_of(0, " ".join(parts)))
    return path


def rules_again(folder, kind):
    """All rules of `kind` under other names."""
    copies = folder / f"rules-{kind}"
    copies.mkdir()
    for path in (ROOT / "rules").glob("*.toml"):
        toml = path.read_text()
        if re.search(rf'^kind\s*=\s*"{kind}"', toml, re.MULTILINE):
            (copies / path.name).write_text(
                re.sub(r'^(name\s*=\s*"[^"]+)"', r'\1_again"', toml, flags=re.MULTILINE))
    return copies


def rules_with_companies(folder, count):
    """The rules with `count` companies: of the real ones 3,000 at most, the others made up."""
    rules = folder / f"companies-{count}"
    shutil.copytree(ROOT / "rules", rules)
    shutil.rmtree(rules / "lists/companies")
    draw = random.Random(1)
    names = dict.fromkeys(draw.sample(news.companies(), min(count, 3000)))
    syllables = "bra vel nox tri mon kal del fer gis hul jor kep lum nav ost pra qui rem sol tav".split()
    trades = ["", "", " Systems", " Labs", " Technik", " Software", " Energie", " Robotics", " Holding"]
    while len(names) < count:
        stem = "".join(draw.choice(syllables) for _ in range(4)).capitalize()
        names.setdefault(stem + draw.choice(trades))
    rows = "".join(f"{name}\t\tDE\t\n" for name in names)
    (rules / "lists/companies.tsv").write_text("name\tforms\tcountry\tticker\n" + rows)
    return rules
