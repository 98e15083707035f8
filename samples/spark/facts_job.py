#!/usr/bin/env python3
"""The facts of an archive as Parquet, by faktum on Apache Spark.

    spark-submit --files build/release/faktum samples/spark/facts_job.py ARCHIVE OUTPUT [-- OPTIONS]

ARCHIVE is a path, folder, pattern or URI that Spark can read: JSONL, compressed or not, or with
--input-format warc (the default where it ends in .warc or .warc.gz) WARC files. OPTIONS go to
faktum; what they name is found if --files ships it: `--files faktum,my.toml ... -- --rules my.toml`.

OUTPUT/facts holds one row a fact with the columns of `faktum -f facts`, in a folder a kind;
OUTPUT/failures one row for each document that could not be read.

Each partition of JSONL goes line by line through one process, each WARC file through its own.
"""

import argparse
import collections
import concurrent.futures
import contextlib
import json
import os
import subprocess
import tempfile

from pyspark import SparkFiles, StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql.types import (BooleanType, DoubleType, LongType, StringType, StructField,
                               StructType)

TEXTS, NUMBERS = StringType(), DoubleType()
FACT = StructType([StructField(name, of) for name, of in {
    "id": TEXTS, "kind": TEXTS, "text": TEXTS,
    "start": LongType(), "end": LongType(), "sentence": LongType(),
    "name": TEXTS, "country": TEXTS, "ticker": TEXTS,
    "vendor": TEXTS, "family": TEXTS, "model": TEXTS, "level": TEXTS,
    "number": NUMBERS, "amount": NUMBERS, "min": NUMBERS, "max": NUMBERS,
    "unit": TEXTS, "currency": TEXTS,
    "timex": TEXTS, "first_day": TEXTS, "last_day": TEXTS, "grain": TEXTS,
    "modifier": TEXTS, "fiscal": BooleanType(), "resolved": BooleanType(),
    "groups": TEXTS, "rule": TEXTS}.items()])
# `file` and `record`, the beginning of a line of JSONL, tell where the document stands.
FAILURE = StructType([StructField(name, TEXTS)
                      for name in ("id", "code", "message", "file", "record")])
RESULT = StructType([StructField("fact", FACT), StructField("failure", FAILURE)])

# A value's keys tell its shape; any other one is a value of named groups.
SHAPES = [{"name", "country", "ticker"}, {"vendor", "family", "model", "level"},
          {"number", "min", "max", "unit", "modifier"},
          {"amount", "min", "max", "currency", "modifier"},
          {"timex", "start", "end", "grain", "modifier", "fiscal", "resolved"}, {"name"}]
RENAMED = {"start": "first_day", "end": "last_day"}
RECORD_LENGTH = 1000


def fact_row(document, fact):
    value = fact.pop("value")
    if value.keys() in SHAPES:
        fact.update((RENAMED.get(key, key), field) for key, field in value.items())
    else:
        fact["groups"] = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    fact["id"] = document
    return tuple(float(fact[column.name]) if column.dataType == NUMBERS and
                 fact.get(column.name) is not None else fact.get(column.name) for column in FACT)


def results(answer, file, record=None):
    """The rows of one line of `faktum -f jsonl`: its facts, or why there are none."""
    document = json.loads(answer)
    if error := document.get("error"):
        yield None, (document["id"], error["code"], error["message"], file, record)
        return
    for fact in document["facts"]:
        yield fact_row(document["id"], fact), None


@contextlib.contextmanager
def process(command, **streams):
    """Runs inside; raises in the end if the command failed. Its messages are kept for that."""
    with tempfile.TemporaryFile() as messages:
        child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=messages, **streams)
        try:
            yield child
            if status := child.wait():
                messages.seek(max(0, messages.seek(0, os.SEEK_END) - 2000))
                said = messages.read().decode(errors="replace")
                raise RuntimeError(f"{command[0]} ended with status {status}: {said}")
        finally:
            child.kill()
            child.wait()


def feed(stdin, chunks):
    try:
        with stdin:
            for chunk in chunks:
                stdin.write(chunk)
    except BrokenPipeError:
        pass  # it wants no more; its status says whether that is well


def answers(options, chunks):
    """What faktum writes, line by line, while another thread feeds it."""
    shipped = SparkFiles.getRootDirectory()
    command = [os.path.join(shipped, "faktum"), "-f", "jsonl", "-j", "1", "--allow-failures", *options]
    with (concurrent.futures.ThreadPoolExecutor(1) as feeder,
          process(command, stdin=subprocess.PIPE, cwd=shipped,
                  env={**os.environ, "LD_LIBRARY_PATH": shipped}) as faktum):
        fed = feeder.submit(feed, faktum.stdin, chunks)
        yield from faktum.stdout
        fed.result()


def read_lines(options, rows):
    """JSONL: the n-th answer is the n-th line's."""
    waiting = collections.deque()

    def lines():
        for file, line in rows:
            line = bytes(line).removeprefix(b"\xef\xbb\xbf").strip(b" \t\r\n")
            if line:
                waiting.append((file, line[:RECORD_LENGTH].decode(errors="replace")))
                yield line + b"\n"

    for answer in answers(options, lines()):
        yield from results(answer, *waiting.popleft())
    if waiting:
        raise RuntimeError(f"{len(waiting)} lines have no answer, first {waiting[0]}")


def read_files(options, rows):
    for file, in rows:
        for answer in answers(options, chunks_of(file)):
            yield from results(answer, file)


def chunks_of(file):
    """The bytes of a file, by Hadoop's reader where it is none of this machine."""
    with contextlib.ExitStack() as stack:
        if file.startswith("file:"):
            path = file.removeprefix("file:")
            stream = stack.enter_context(open(path, "rb"))
        else:
            shell = os.path.join(os.environ["SPARK_HOME"], "bin", "spark-class")
            stream = stack.enter_context(
                process([shell, "org.apache.hadoop.fs.FsShell", "-cat", file])).stdout
        yield from iter(lambda: stream.read(1 << 16), b"")


def read(spark, archive, input_format):
    """The archive's records, and how a partition of them is read."""
    if input_format == "warc":
        return spark.read.format("binaryFile").load(archive).select("path"), read_files
    lines = spark.read.format("text").option("lineSep", "\n").load(archive)
    return lines.selectExpr("_metadata.file_path", "cast(value as binary)"), read_lines


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("output")
    parser.add_argument("--input-format", choices=["jsonl", "warc"])
    parser.add_argument("--overwrite", action="store_true", help="replace an earlier output")
    parser.add_argument("options", nargs="*", metavar="-- OPTIONS")
    arguments = parser.parse_args()
    if not arguments.input_format:
        warc = arguments.archive.endswith((".warc", ".warc.gz"))
        arguments.input_format = "warc" if warc else "jsonl"
    return arguments


def main():
    arguments = parse_arguments()
    spark = SparkSession.builder.appName("faktum").getOrCreate()
    records, reader = read(spark, arguments.archive, arguments.input_format)
    options = ["--input-format", arguments.input_format, *arguments.options]
    rows = records.rdd.mapPartitions(lambda partition: reader(options, partition))
    # Both tables come from one run; what is lost with a worker is computed again.
    found = spark.createDataFrame(rows, RESULT, verifySchema=False).persist(StorageLevel.DISK_ONLY)
    mode = "overwrite" if arguments.overwrite else "errorifexists"
    facts = found.where("fact is not null").select("fact.*").write.mode(mode)
    facts.partitionBy("kind").parquet(f"{arguments.output}/facts")
    failures = found.where("failure is not null").select("failure.*").write.mode(mode)
    failures.parquet(f"{arguments.output}/failures")
    failed = spark.read.schema(FAILURE).parquet(f"{arguments.output}/failures").count()
    print(f"{arguments.output}: {failed} documents failed")
    spark.stop()


if __name__ == "__main__":
    main()
