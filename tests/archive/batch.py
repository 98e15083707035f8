#!/usr/bin/env python3
"""The batch run as a whole, on an archive of some thousand documents.

usage: batch.py FAKTUM
"""

import json
import os
import pathlib
import pty
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time

import make_archive

COUNT = 6000
PART = 0.12  # of a sample is a document, at most: short ones, so that the tests are
BROKEN = 97  # every such line is no JSON
# What is killed, and how often: shape of the input, format of the output.
KILLS = (("jsonl", "jsonl", 7), ("jsonl", "csv", 5), ("tar.gz", "jsonl", 4), ("warc.gz", "jsonl", 4))
MEMORY = 300_000  # KB


class Batch:
    def __init__(self, faktum, folder):
        self.faktum = faktum
        self.folder = folder
        self.archive = folder / "archive.jsonl"
        make_archive.make(self.archive, count=COUNT, part=PART, broken=BROKEN)

    def command(self, *options):
        return [self.faktum, *map(str, options)]

    def run(self, *options, **more):
        return subprocess.run(self.command(*options), cwd=self.folder, capture_output=True,
                              check=False, **more)

    def shape(self, shape):
        """The documents in another shape, without the broken ones."""
        path = self.folder / f"shape.{shape}"
        if not path.exists():
            make_archive.make(path, shape=shape, count=COUNT, part=PART)
        return path

    def path(self, name):
        path = self.folder / name
        path.unlink(missing_ok=True)
        return path


def check_jobs(batch):
    """The same bytes for any number of threads; failures in their place and counted."""
    one = batch.run("-j1", batch.archive)
    two = batch.run("-j2", batch.archive)
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    lines = [json.loads(line) for line in one.stdout.splitlines()]
    assert len(lines) == COUNT
    for number, line in enumerate(lines, 1):
        assert ("error" in line) == (number % BROKEN == 0), line["id"]
    assert one.stderr.count(b"\n") == COUNT // BROKEN
    beginning = b"".join(batch.archive.read_bytes().splitlines(True)[:400])
    for style in ("json", "facts", "csv", "text"):
        jobs = [batch.run("-j", n, "-f", style, "--input-format", "jsonl", input=beginning).stdout
                for n in (1, 2)]
        assert jobs[0] == jobs[1], style
        if style == "json":
            assert len(json.loads(jobs[0])) == 400


def check_shapes(batch):
    """The same documents in another shape, file or pipe, give the same, but for their ids."""
    expected = None
    for shape in make_archive.SHAPES:
        path = batch.shape(shape)
        done = batch.run(path.name)
        assert done.returncode == 0, done.stderr
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        ids = [line.pop("id") for line in lines]
        before = {"folder": "shape.folder/", "tar.gz": "shape.tar.gz!", "zip": "shape.zip!"}
        assert ids == [f"{before.get(shape, '')}{n:07}.txt" for n in range(COUNT)], (shape, ids[0])
        expected = expected or lines
        assert lines == expected, shape
        if shape == "folder":
            listed = batch.run("--files-from", "-", input="\n".join(ids).encode())
            assert listed.stdout == done.stdout
        elif shape in ("tar.gz", "zip", "warc.gz"):
            piped = batch.run("-j1", "-", input=path.read_bytes())
            assert [json.loads(line)["facts"] for line in piped.stdout.splitlines()] == [
                line["facts"] for line in lines], shape


def check_kills(batch):
    """Killed at any moment, a run goes on, and the output holds every document once."""
    chance = random.Random(4)
    for shape, style, kills in KILLS:
        archive = batch.archive if shape == "jsonl" else batch.shape(shape)
        start = time.monotonic()
        run = batch.run("-f", style, archive)
        longest = time.monotonic() - start
        status, whole = run.returncode, run.stdout
        assert status == (shape == "jsonl")
        output, journal = batch.path("killed"), batch.path("killed.journal")
        options = ("-f", style, "--resume", journal, "-o", output, archive)
        killed = in_the_middle = 0
        while killed < kills or in_the_middle < kills // 4:
            assert killed < 20 * kills, "never killed in the middle"
            process = subprocess.Popen(batch.command("-j", chance.choice((1, 2)), *options),
                                       stderr=subprocess.DEVNULL)
            # Some before anything is written, most in the middle.
            time.sleep(chance.uniform(0, 0.05 if killed % 4 == 0 else longest))
            finished = process.poll() is not None
            process.kill()
            process.wait()
            if finished:  # all done: begin anew
                assert output.read_bytes() == whole
                output.unlink()
                journal.unlink()
            killed += not finished
            in_the_middle += not finished and journal.exists() and b"check" in journal.read_bytes()
            done = journal.exists() and b'"done":true' in journal.read_bytes()
            if chance.random() < 0.3 and journal.exists() and not done:  # the power went, too
                with journal.open("ab") as torn, output.open("ab") as garbage:
                    torn.write(b'{"read":99')
                    garbage.write(b'{"id":"half a li')
        done = batch.run(*options)
        assert done.returncode == status, done.stderr
        assert output.read_bytes() == whole, (shape, style)
        again = batch.run(*options)
        assert again.returncode == status and b"nothing is left to do" in again.stderr, again.stderr
        assert batch.run("--allow-failures", *options).returncode == 0
        assert output.read_bytes() == whole


def check_other_runs(batch):
    """A journal goes on with its own rules, options and input only."""
    output, journal = batch.path("o.jsonl"), batch.path("o.journal")
    archive = batch.path("part.jsonl")
    lines = batch.archive.read_bytes().splitlines(True)
    archive.write_bytes(b"".join(lines[:50]))

    def refused(words, *options):
        done = batch.run("--resume", journal, "-o", output, archive, *options)
        assert done.returncode == 2 and words in done.stderr, done.stderr

    assert batch.run("--resume", journal, "-o", output, archive).returncode == 0
    whole = output.read_bytes()
    output.write_bytes(whole[:-1])
    refused(b"is shorter than the journal says")
    output.write_bytes(whole)
    finished = journal.read_bytes()
    journal.write_bytes(finished.replace(b',"done":true', b""))  # as if it was cut off
    before = output.read_bytes()
    refused(b"--format is", "-f", "facts")
    refused(b"--max-document-size is", "--max-document-size", "1M")
    refused(b"--preset is", "--preset", "wikiextractor")
    refused(b"--delimiter is", "--delimiter", ";")
    rules = batch.path("rules.toml")
    rules.write_text('kind = "nm"\nvalue = "number"\n[[rule]]\nname = "nm.x"\npattern = \'(?P<number>\\d+) nm\'\n'
                     'set = { unit = "nm" }\nexamples = [ { text = "5 nm", finds = "5 nm" } ]\nrejects = [ "5 m" ]\n')
    refused(b"rules is", "-r", rules)
    archive.write_bytes(b"".join(lines[:49]))
    refused(b"fewer than", )
    archive.write_bytes(lines[1] + b"".join(lines[1:50]))
    refused(b"have changed")
    archive.write_bytes(b"".join(lines[:60]))
    output.write_bytes(before[:-1])
    refused(b"is shorter than the journal says")
    output.write_bytes(before)
    assert batch.run("--resume", journal, "-o", output, archive).returncode == 0
    assert output.read_bytes() == batch.run(archive).stdout
    journal.unlink()
    refused(b"there is no journal")


def check_signals(batch):
    """Ctrl-C and SIGTERM end with whole lines, closed arrays and their status."""
    for name, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        for jobs in (1, 2):
            process = subprocess.Popen(batch.command("-j", jobs, "-f", "json", "-"),
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE)
            process.stdin.write(b'{"text":"Es sind 3 %."}\n' * 3 + b'{"text":"Hal')
            process.stdin.flush()
            output = b""
            while output.count(b"statements") < 3:
                output += os.read(process.stdout.fileno(), 65536)
            process.send_signal(name)  # while it waits for the rest of the line
            output += process.stdout.read()
            messages = process.stderr.read()
            process.wait()
            process.stdin.close()
            assert process.returncode == status, (process.returncode, messages)
            assert len(json.loads(output)) == 3
            assert messages == b"faktum: interrupted after 3 documents\n", messages
    for archive in (batch.archive, *map(batch.shape, ("tar.gz", "warc.gz"))):
        check_cut_pipe(batch, archive.read_bytes())


def check_cut_pipe(batch, whole):
    """Ctrl-C while a pipe is waited for: nothing half is written, and --resume goes on."""
    output, journal = batch.path("cut.jsonl"), batch.path("cut.journal")
    expected = batch.run("-", input=whole)
    for more in ((), ("--resume", journal)):
        process = subprocess.Popen(batch.command("-j1", *more, "-o", output), stdin=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        process.stdin.write(whole[:len(whole) // 3])
        process.stdin.flush()
        deadline = time.monotonic() + 60
        while more and time.monotonic() < deadline and not (
                journal.exists() and b'"documents"' in journal.read_bytes()):
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
        process.stdin.close()
        lines = process.stderr.read().splitlines()
        assert lines[-1].startswith(b"faktum: interrupted after "), lines
        assert not [line for line in lines[:-1] if b"input.json" not in line], lines
        assert output.exists() == bool(more), "without a journal nothing is left"
    entry = json.loads(journal.read_bytes().splitlines()[-1])
    assert 0 < entry["documents"] == output.read_bytes().count(b"\n") < COUNT
    done = batch.run("--resume", journal, "-o", output, input=whole)
    assert done.returncode == expected.returncode, done.stderr
    assert output.read_bytes() == expected.stdout


def check_shards(batch):
    """All shares together are the whole; no document is in two."""
    for archive, count in ((batch.shape("tar.gz"), 3), (batch.archive, 5)):
        whole = batch.run(archive).stdout.splitlines()
        place = {line: number for number, line in enumerate(whole)}
        shares = [batch.run("-j", 1 + i % 2, "--shard", f"{i}/{count}", archive).stdout.splitlines()
                  for i in range(count)]
        assert sorted(line for share in shares for line in share) == sorted(whole)
        for share in shares:
            assert 0.8 < count * len(share) / COUNT < 1.2, len(share)
            assert [place[line] for line in share] == sorted(place[line] for line in share)
    output, journal = batch.path("share.jsonl"), batch.path("share.journal")
    done = batch.run("--shard", "2/5", "--resume", journal, "-o", output, batch.archive)
    assert done.returncode == 1 and output.read_bytes().splitlines() == shares[2]


def check_slow_pipe(batch):
    """A line in, a line out, however slow."""
    for jobs in (1, 2):
        process = subprocess.Popen(batch.command("-j", jobs, "--input-format", "jsonl"),
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for number in range(5):
            process.stdin.write(b'{"id":"%d","text":"Es sind 3 %%."}\n' % number)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == str(number)
        process.stdin.close()
        assert process.wait(timeout=10) == 0


def terminal_output(command, folder):
    """What the command writes to standard error where that is a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    said = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how Linux says that the other side is closed
            break
        if not piece:
            break
        said += piece
    os.close(ours)
    process.wait()
    return said


def check_progress(batch):
    """Progress on a terminal, lines elsewhere, nothing where it is not wanted."""
    summary = b"%d documents, " % COUNT
    assert summary not in batch.run(batch.archive).stderr
    always = batch.run("--progress", "always", batch.archive)
    assert always.stderr.splitlines()[-1].startswith(b"faktum: " + summary), always.stderr[-300:]
    assert always.stderr.endswith(b" %d failures\n" % (COUNT // BROKEN))
    assert always.stdout == batch.run(batch.archive).stdout
    seen = terminal_output(batch.command(batch.archive), batch.folder)
    assert summary in seen, seen
    slowly = ["sh", "-c", '(head -n 500 "$1"; sleep 1; tail -n +501 "$1") | "$0" --input-format jsonl',
              batch.faktum, batch.archive]
    seen = terminal_output(slowly, batch.folder)
    assert b" facts, " in seen and b" failures\x1b[K" in seen and summary in seen, seen
    assert seen.count(b"\r\x1b[Kfaktum: ") >= 1, seen  # cleared before a message
    silent = terminal_output(batch.command("--progress", "never", batch.archive), batch.folder)
    assert b"\x1b" not in silent and summary not in silent
    single = batch.path("single.txt")
    single.write_text("Es sind 3 %.")
    assert terminal_output(batch.command(single), batch.folder) == b""


def check_memory(batch):
    """Memory is bounded by bytes, too: large documents are few at a time. Checked first: what this
    process takes itself counts for those that it starts."""
    large = batch.path("large.jsonl")
    text = "Ein Satz ohne alles, was zählt, steht hier. " * 200_000  # 9 MB
    with large.open("w") as out:
        for number in range(12):
            out.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
    assert batch.run("-j2", batch.archive).returncode == 1
    assert batch.run("-j2", large).returncode == 0
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"peak memory: {peak // 1000} MB")
    # A sanitizer holds back what is freed.
    sanitized = any(mark in batch.faktum.read_bytes() for mark in (b"__asan_init", b"__tsan_init"))
    assert sanitized or peak < MEMORY, peak


def main():
    with tempfile.TemporaryDirectory() as folder:
        batch = Batch(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(folder))
        for check in (check_memory, check_jobs, check_shapes, check_slow_pipe, check_shards,
                      check_progress, check_signals, check_other_runs, check_kills):
            start = time.monotonic()
            check(batch)
            print(f"{check.__name__}: {time.monotonic() - start:.1f} s", flush=True)


if __name__ == "__main__":
    main()
