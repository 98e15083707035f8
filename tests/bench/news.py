#!/usr/bin/env python3
"""News-like JSONL of any size: German articles about technology and business, made up of the sentence
patterns and words in news/, names of rules/lists, drawn numbers, amounts and dates, and now and then
a paragraph of the samples. The same seed makes the same bytes, and a smaller file is the beginning
of a larger one.

usage: news.py MEGABYTES [--seed N] > news.jsonl
"""

import argparse
import json
import pathlib
import random
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FACT_SHARE = 0.33  # of the sentences: a fact every 150 to 200 bytes
TAIL_SHARE = 0.4
MONTHS = ("Januar Februar März April Mai Juni Juli August September Oktober November "
          "Dezember").split()
RELATIVE = ("heute|gestern|am Montag|am Dienstag|am Mittwoch|am Donnerstag|am Freitag|am Wochenende|"
            "vergangene Woche|im vergangenen Jahr|in diesem Jahr|im nächsten Jahr|im Vorjahr|"
            "im dritten Quartal|im ersten Halbjahr|im kommenden Frühjahr|vor zwei Jahren|"
            "im Sommer|Ende des Jahres|Anfang des Monats|im Herbst|seit Jahresbeginn").split("|")


# The firms that are named most: every other one is drawn from here, the others from the lists.
FAMOUS = """Nvidia|Intel|AMD|Apple|Microsoft|Google|Amazon|Meta|Samsung|TSMC|ASML|Qualcomm|Broadcom|Micron|
SK Hynix|Infineon|Bosch|Siemens|SAP|Volkswagen|BMW|Tesla|Sony|Huawei|Xiaomi|Foxconn|Globalfoundries|
Mediatek|Dell|Lenovo|HP|IBM|Oracle|Cisco|Ericsson|Nokia|STMicroelectronics|NXP|Zeiss|Trumpf|Aixtron|
Deutsche Telekom|Vodafone|OpenAI|Alphabet|Netflix|Spotify|Zalando|Airbus|OHB""".replace("\n", "").split("|")


def read_patterns(name):
    return (HERE / "news" / name).read_text().splitlines()


def read_words():
    blocks = (HERE / "news" / "words.txt").read_text().strip().split("\n\n")
    pools = dict(block.split(":", 1) for block in blocks)
    return {name: [word.strip() for word in re.split(r",\s", words)]
            for name, words in pools.items()}


def companies():
    """The names of the lists that count without context, always in the same order."""
    names = []
    for path in sorted((ROOT / "rules/lists/companies").glob("*.tsv")):
        rows = [line for line in path.read_text().splitlines() if not line.startswith("#")]
        names += [name for name in (row.split("\t")[0] for row in rows[1:])
                  if not name.startswith("?")]
    return names


class Slots:
    """What stands for `{slot}` in a pattern: another draw each time."""

    def __init__(self, seed):
        self.random = random.Random(seed).random
        self.pools = read_words()
        self.names = companies()
        random.Random(0).shuffle(self.names)
        self.makers = {"c": self.company, "chip": self.chip, "pct": self.percent, "year": self.year,
                       "money": self.money, "when": self.when, "number": self.number, "k": self.topic}

    def __getitem__(self, slot):
        if slot in self.pools:
            return self.pick(self.pools[slot])
        return self.makers[slot]()

    def pick(self, pool):
        return pool[int(self.random() * len(pool))]

    def below(self, end):
        return int(self.random() * end)

    def company(self):
        if self.random() < 0.5:
            return self.pick(FAMOUS)
        return self.names[int(len(self.names) * self.random() ** 2)]

    def topic(self):
        return self.pick(self.pools["k1"]) + self.pick(self.pools["k2"])

    def year(self):
        return str(2012 + self.below(20))

    def number(self):
        return f"{2 + self.below(900)}"

    def figure(self):
        return self.pick((f"{1 + self.below(98)}", f"{self.below(40)},{1 + self.below(9)}"))

    def percent(self):
        unit = self.pick((" Prozent", " Prozent", " Prozent", " %", "\u00a0%", "%"))
        return self.figure() + unit

    def money(self):
        unit = self.pick(("Milliarden Euro", "Millionen Euro", "Mrd. US-Dollar", "Mio. Euro",
                          "Milliarden Dollar", "Millionen Franken", "Billionen Yen", "Mrd. Euro"))
        return self.pick((f"{self.figure()} {unit}", f"{self.figure()} {unit}",
                          f"{10 + self.below(980)} Euro",
                          f"{1 + self.below(30)}.{100 + self.below(899)} Euro",
                          f"{9 + self.below(90)},99 Euro", f"{50 + self.below(900)} US-Dollar"))

    def when(self):
        day = f"am {1 + self.below(28)}. {self.pick(MONTHS)}"
        return self.pick((self.pick(RELATIVE), self.pick(RELATIVE), day, f"{day} {self.year()}",
                          f"im {self.pick(MONTHS)} {self.year()}", f"im Jahr {self.year()}",
                          f"Ende {self.year()}"))

    def chip(self):
        pick = self.pick
        family = self.below(8)
        if family == 0:
            return f"Ryzen {pick('579')} {pick('5789')}{pick('6789')}00{pick(('', 'X', 'X3D'))}"
        if family == 1:
            return f"Core i{pick('3579')}-1{pick('234')}{pick('14679')}00{pick(('', 'K', 'F'))}"
        if family == 2:
            return f"RTX {pick('2345')}0{pick('6789')}0{pick(('', ' Ti', ' Super'))}"
        if family == 3:
            return f"Snapdragon {pick('678')} Gen {pick('123')}"
        if family == 4:
            return f"Epyc {pick('79')}{pick('23456')}{pick('2345')}4"
        if family == 5:
            return f"Radeon RX {pick('67')}{pick('6789')}00{pick(('', ' XT'))}"
        if family == 6:
            return f"Core Ultra {pick('579')} 2{pick('2468')}5{pick('KUH')}"
        return f"Apple M{pick('1234')}{pick(('', ' Pro', ' Max'))}"


class News:
    def __init__(self, seed):
        self.slots = Slots(seed)
        self.plain = read_patterns("plain.txt")
        self.facts = read_patterns("facts.txt")
        self.tails = read_patterns("tails.txt")
        self.headlines = read_patterns("headlines.txt")
        self.samples = [paragraph for path in sorted((ROOT / "samples").glob("*.txt"))
                        for paragraph in path.read_text().strip().split("\n\n")]

    def sentence(self, patterns):
        pattern = self.slots.pick(patterns)
        if patterns is self.plain and pattern.endswith(".") and self.slots.random() < TAIL_SHARE:
            pattern = pattern[:-1] + self.slots.pick(self.tails)
        text = pattern.format_map(self.slots)
        return text[0].upper() + text[1:]

    def paragraph(self):
        slots = self.slots
        if slots.random() < 0.02:
            return slots.pick(self.samples)
        return " ".join(self.sentence(self.facts if slots.random() < FACT_SHARE else self.plain)
                        for _ in range(2 + slots.below(6)))

    def article(self, number):
        slots = self.slots
        wanted = 800 + int(6000 * slots.random() ** 2)
        title = self.sentence(self.headlines)
        paragraphs, size = [], 0
        while size < wanted:
            paragraphs.append(self.paragraph())
            size += len(paragraphs[-1])
        date = f"{2018 + slots.below(8)}-{1 + slots.below(12):02}-{1 + slots.below(28):02}"
        return {"id": f"news-{number}", "date": date, "title": title,
                "text": "\n\n".join([title, *paragraphs])}


def lines(size, seed=5):
    """JSONL lines (bytes) until they hold `size` bytes."""
    news = News(seed)
    written = number = 0
    while written < size:
        line = (json.dumps(news.article(number), ensure_ascii=False) + "\n").encode()
        yield line
        written += len(line)
        number += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("megabytes", type=float)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    for line in lines(options.megabytes * 1e6, options.seed):
        sys.stdout.buffer.write(line)


if __name__ == "__main__":
    main()
