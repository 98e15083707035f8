"""faktum measured against what its speed is compared with. Each function makes one table; results are
checked before they are timed. "clock" is the time that passed, "CPU" what the processor worked."""

import dataclasses
import math
import pathlib

import inputs
from inputs import MEGABYTE
from processes import Programs, median, side_by_side
from tables import Table, ratio

LIMIT = 120  # seconds that one sentence may take
WITHOUT_START = "Without the first MB, on which patterns are compiled as they are needed."


@dataclasses.dataclass
class Bench:
    programs: Programs
    folder: pathlib.Path  # for what is read
    runs: int
    scale: float  # of all sizes: 1 for the real measurement
    largest: int  # MB of the largest archive, before it is scaled
    kinds: tuple  # whose rules are doubled

    def __post_init__(self):
        more = [size for size in (1, 10, 100, 1000) if size <= self.largest]
        sizes = [self.scaled(1 + size) for size in more]
        start, part, news = self.scaled(1), self.scaled(21), self.scaled(50)
        archives = inputs.archives(self.folder, [start, part, news, *sizes])
        self.start, self.part, self.news = archives[start], archives[part], archives[news]
        self.growing = {f"{size} MB": archives[self.scaled(1 + size)] for size in more}

    def scaled(self, megabytes):
        """Bytes."""
        return int(megabytes * MEGABYTE * self.scale)


def speed(table, name, megabytes, ours, theirs):
    table.add(name, megabytes / ours.wall, megabytes / theirs.wall, ratio(theirs.wall, ours.wall),
              ratio(megabytes, ours.cpu), ratio(megabytes, theirs.cpu), ratio(theirs.cpu, ours.cpu))


def against_words(bench):
    table = Table("One thread beside the walk of ICU's word break iterator",
                  ["MB of text a second", "faktum, clock", "words, clock", "ratio",
                   "faktum, CPU", "words, CPU", "ratio"],
                  note="Wanted: ratio 1.0 on news, better 2.")
    programs = bench.programs
    for name, path in (("news", bench.news),
                       ("samples", inputs.samples(bench.folder, bench.scaled(20)))):
        size = inputs.text_size(path)
        facts = programs.facts(path)
        costs = side_by_side(bench.runs, {"ours": lambda: programs.extraction(path),
                                          "words": lambda: programs.word_walk(path)})
        speed(table, f"{name}, {size / MEGABYTE:.1f} MB, a fact every {size / facts:.0f} bytes",
              size / MEGABYTE, costs["ours"], costs["words"])
    return table


def two_threads(bench):
    programs = bench.programs
    assert programs.facts(bench.news, "-j1") == programs.facts(bench.news, "-j2")
    costs = side_by_side(bench.runs, {"-j1": lambda: programs.extraction(bench.news),
                                      "-j2": lambda: programs.extraction(bench.news, threads=2)})
    one, two = costs["-j1"], costs["-j2"]
    table = Table("Two threads beside one", ["", "seconds, clock", "seconds, CPU", "times as fast"],
                  note="Wanted: 1.85 times, by the clock.")
    table.add("-j1", one.wall, one.cpu, 1)
    table.add("-j2", two.wall, two.cpu, one.wall / two.wall)
    return table


def one_article(bench):
    programs = bench.programs
    article = inputs.small_article(bench.folder)
    programs.facts(article)
    costs = side_by_side(3 * bench.runs, {"faktum": lambda: programs.extraction(article),
                                          "jq": lambda: programs.measured(["jq", "-n", "1"])})
    ours, jq = costs["faktum"], costs["jq"]
    table = Table("A process with an article of 1 KB", ["", "ms, clock", "ms, CPU", "peak MB"],
                  note="Wanted: at most the time of jq, better half of it; at most 20 MB.")
    table.add("faktum", 1000 * ours.wall, 1000 * ours.cpu, ours.peak / MEGABYTE)
    table.add("jq -n 1", 1000 * jq.wall, 1000 * jq.cpu, jq.peak / MEGABYTE)
    table.add("ratio", ratio(ours.wall, jq.wall), ratio(ours.cpu, jq.cpu), "")
    return table


def growth(bench):
    folder, part = bench.folder, bench.part
    documents = {f"{size // 1000} KB": inputs.documents_of(folder, part, size)
                 for size in (1000, 10_000, 100_000, 1_000_000, 10_000_000)
                 if size <= bench.scaled(20)}
    sentences = {f"{size} MB": inputs.one_sentence(folder, part, bench.scaled(1 + size))
                 for size in (1, 10)}
    first_of_sentence = inputs.one_sentence(folder, part, bench.scaled(1))
    table = Table("Time per MB as archives, documents and sentences grow",
                  ["", "MB of text", "facts/KB", "s/MB, clock", "to first", "s/MB, CPU", "to first"],
                  note=f"{WITHOUT_START} Wanted: within 10 % of the first. A name that is introduced "
                       "counts in its whole document: a long one has more facts to tell.")
    add_growth(table, bench, "an archive of", bench.growing, bench.start)
    add_growth(table, bench, "documents of", documents, bench.start)
    add_growth(table, bench, "one sentence of", sentences, first_of_sentence, LIMIT)
    return table


def add_growth(table, bench, what, paths, start_path, limit=None):
    extraction = bench.programs.extraction
    slow = {name for name, path in paths.items()
            if limit and math.isinf(extraction(path, limit=limit).wall)}
    measurements = {"start": lambda: extraction(start_path)}
    facts = {}
    for name in paths.keys() - slow:
        facts[name] = bench.programs.facts(paths[name])
        # A short one is measured more often, and more closely.
        times = max(1, min(bench.runs, bench.scaled(10) // paths[name].stat().st_size))
        measurements[name] = lambda path=paths[name], times=times: median(
            [extraction(path) for _ in range(times)])
    costs = side_by_side(bench.runs, measurements)

    start, start_size = costs["start"], inputs.text_size(start_path)
    first = None
    for name, path in paths.items():
        megabytes = (inputs.text_size(path) - start_size) / MEGABYTE
        if name in slow:
            table.add(f"{what} {name}", megabytes, "", f"> {limit} s in all", "", "", "")
            continue
        clock = (costs[name].wall - start.wall) / megabytes
        cpu = (costs[name].cpu - start.cpu) / megabytes
        first = first or (clock, cpu)
        table.add(f"{what} {name}", megabytes, facts[name] / inputs.text_size(path) * 1000,
                  clock, ratio(clock, first[0]), cpu, ratio(cpu, first[1]))


def more_rules(bench):
    # Rules from files are compiled anew, those of the program are not: so there is one here, too.
    same = ("--rules", inputs.ROOT / "rules/weight.toml")
    doubled = {f"twice the rules of {kind}":
               (*same, "--rules", inputs.rules_again(bench.folder, kind)) for kind in bench.kinds}
    lists = {f"{count} companies":
             ("--no-builtin", "--rules", inputs.rules_with_companies(bench.folder, count))
             for count in (3000, 100_000)}
    table = Table("More rules, longer lists", ["", "seconds, clock", "ratio", "seconds, CPU", "ratio"],
                  note=f"{WITHOUT_START} Wanted: below 1.3 for twice the rules, below "
                       "1.2 for 100000 companies.")
    for variants in ({"the rules": same, **doubled}, lists):
        counts = {bench.programs.facts(bench.part, *options) for options in variants.values()}
        assert len(counts) == 1, f"the facts differ: {counts}"
        add_variants(table, bench, variants)
    return table


def add_variants(table, bench, variants):
    extraction = bench.programs.extraction
    measurements = {}
    for name, options in variants.items():
        for path in (bench.start, bench.part):
            measurements[name, path] = lambda path=path, options=options: extraction(path, *options)
    costs = side_by_side(bench.runs, measurements)
    first = None
    for name in variants:
        start, whole = costs[name, bench.start], costs[name, bench.part]
        clock, cpu = whole.wall - start.wall, whole.cpu - start.cpu
        first = first or (clock, cpu)
        table.add(name, clock, ratio(clock, first[0]), cpu, ratio(cpu, first[1]))


def peak_memory(bench):
    table = Table("Peak memory with two threads", ["archive", "MB of file", "peak MB"],
                  note="Wanted: below 150 MB for 1 GB.")
    for name, path in bench.growing.items():
        bench.programs.facts(path, "-j2")
        cost = bench.programs.extraction(path, threads=2)
        table.add(name, path.stat().st_size / MEGABYTE, cost.peak / MEGABYTE)
    return table


def stages(bench):
    answer = bench.programs.stages(bench.news, bench.runs)
    megabytes, seconds = answer["bytes"] / MEGABYTE, answer["seconds"]
    whole = sum(seconds.values())
    table = Table("Stages, in one process on one thread", ["", "ms/MB", "MB/s", "share"],
                  note="News as above. decode: UTF-8 checked, JSON parsed. prefilter: the scan for "
                       "triggers of rules. lists: that for names. values: also which candidate wins.")
    for name, taken in [*seconds.items(), ("all", whole)]:
        table.add(name, 1000 * taken / megabytes, ratio(megabytes, taken), f"{100 * taken / whole:.1f} %")
    return table


ALL = (stages, against_words, two_threads, one_article, growth, more_rules, peak_memory)
