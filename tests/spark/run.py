#!/usr/bin/env python3
"""samples/spark/facts_job.py on a cluster of two workers against one process of faktum: the same
facts and failures, also when a worker is killed in the middle of the job.

usage: run.py FAKTUM SOURCE (by a Python that has tests/registry/requirements.txt)
"""

import gzip
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import duckdb

import archive
import pages
from cluster import Cluster, kill_session

DOCUMENTS = 3000
JOB_SECONDS = 150
TYPES = {"start": "BIGINT", "end": "BIGINT", "sentence": "BIGINT", "number": "DOUBLE",
         "amount": "DOUBLE", "min": "DOUBLE", "max": "DOUBLE", "fiscal": "BOOLEAN",
         "resolved": "BOOLEAN"}


class Failed(Exception):
    pass


def check(condition, message):
    if not condition:
        raise Failed(message)


def make_archive(samples, folder):
    """Two files, one of them compressed; returns their lines."""
    folder.mkdir()
    lines = list(archive.lines(samples, DOCUMENTS))
    plain = len(lines) * 7 // 8
    (folder / "1.jsonl").write_bytes(b"\n".join(lines[:plain]) + b"\n")
    (folder / "2.jsonl.gz").write_bytes(gzip.compress(b"\n".join(lines[plain:]) + b"\n"))
    return lines


def extract(faktum, source, output, *options):
    with open(output, "wb") as facts:
        subprocess.run([faktum, "-f", "facts", "--allow-failures", *options], input=source,
                       stdout=facts, stderr=subprocess.DEVNULL, check=True)


def load_single(database, facts, lines):
    """The tables `single` and `single_failures` of what one process wrote."""
    with open(facts, encoding="utf-8") as file:
        first = json.loads(file.readline())
    columns = {name: TYPES.get(name, "VARCHAR") for name in first}
    columns["error"] = "STRUCT(code VARCHAR, message VARCHAR, line BIGINT)"
    database.execute("create or replace temp table lines as select unnest($1) record, "
                     "generate_subscripts($1, 1) line",
                     [[line.decode(errors="replace") for line in lines]])
    read = f"read_json('{facts}', format='newline_delimited', columns={columns})"
    database.execute("create or replace temp table single as "
                     f"select * exclude (error) from {read} where error is null")
    database.execute("create or replace temp table single_failures as "
                     "select error.code code, error.message message, record "
                     f"from {read} failed left join lines on lines.line = failed.error.line "
                     "where error is not null")


def same_rows(database, left, right):
    """As multisets."""
    more = [database.sql(f"select count(*) from ({a} except all {b})").fetchall()[0][0]
            for a, b in ((left, right), (right, left))]
    return more == [0, 0], f"{more[0]} rows only in `{left}`, {more[1]} only in `{right}`"


def compare(database, output):
    facts = f"read_parquet('{output}/facts/*/*.parquet', hive_partitioning=true)"
    types = {row[0]: row[1] for row in database.sql(f"describe from {facts}").fetchall()}
    wanted = {row[0]: row[1] for row in database.sql("describe single").fetchall()}
    check(types == wanted, f"the columns are {types}, not {wanted}")
    kinds = {path.name for path in (output / "facts").glob("kind=*")}
    check(kinds == {f"kind={kind}" for kind in ("chip", "company", "date", "money", "percent")},
          f"the folders are {kinds}")
    columns = ", ".join(f'"{name}"' for name in wanted)
    check(*same_rows(database, f"select {columns} from {facts}", "from single"))
    failures = f"read_parquet('{output}/failures/*.parquet')"
    check(*same_rows(database, f"select code, message, record from {failures}",
                     "from single_failures"))
    return [database.sql(f"select count(*) from {table}").fetchall()[0][0]
            for table in ("single", "single_failures")]


def finish(cluster, name, job):
    try:
        return job.wait(JOB_SECONDS)
    except subprocess.TimeoutExpired:
        raise Failed(f"{name} takes more than {JOB_SECONDS} s") from None


def succeed(cluster, name, job):
    status = finish(cluster, name, job)
    check(status == 0, f"{name} ended with status {status}:\n"
          + cluster.log(name).read_text(errors="replace")[-6000:])


def kill_a_worker(cluster, output, earlier):
    """Once its executor has done tasks that are none of `earlier`, and before all facts are there."""
    end = time.monotonic() + JOB_SECONDS
    while time.monotonic() < end:
        if tasks_done(cluster) >= earlier + 2:
            kill_session(cluster.workers[0])
            check(not (output / "facts" / "_SUCCESS").exists(), "the worker was killed too late")
            return
        time.sleep(0.05)
    raise Failed("no task was done by the worker that is to be killed")


def tasks_done(cluster):
    """By executors of the first worker, in all applications."""
    logs = (cluster.folder / "worker-1").glob("app-*/*/stderr")
    return sum(log.read_text(errors="replace").count("Finished task") for log in logs)


def check_bad_ends(faktum, source, folder):
    """Whatever way a process ends before it has answered all lines: its task fails and says so."""
    sys.path.insert(0, str(source / "samples/spark"))
    import facts_job
    facts_job.SparkFiles.getRootDirectory = lambda: str(folder)
    shipped = folder / "faktum"
    for script, words in (('exec "$FAKTUM" --date gestern "$@"', "gestern"),
                          ('head -n 5 | "$FAKTUM" "$@"', "have no answer"),
                          ('head -n 5 | "$FAKTUM" "$@"; kill -9 $$', "status -9")):
        shipped.write_text(f"#!/bin/sh\nFAKTUM='{faktum}'\n{script}\n")
        shipped.chmod(0o755)
        lines = (("file:a", b'{"id":"a","text":"Am 3. Mai"}') for _ in range(100_000))
        try:
            rows = list(facts_job.read_lines([], lines))  # the lines are more than pipes hold
        except RuntimeError as error:
            check(words in str(error), f"`{script}`: the task does not say why, but: {error}")
        else:
            raise Failed(f"`{script}`: the task passes with {len(rows)} rows")
    print("a process that ends badly: its task fails and says why")


def check_pages(faktum, source, folder, cluster):
    """WARC files by Hadoop's reader, and read in place."""
    documents = [json.loads(line) for line in archive.lines(source / "samples", 240)
                 if line.startswith(b'{"id": ')]
    single = folder / "pages.jsonl"
    files = pages.write(documents, folder / "pages")
    with open(single, "wb") as output:
        for file in files:
            with open(file, "rb") as stream:
                subprocess.run([faktum, "-f", "facts", "--allow-failures", "--input-format", "warc"],
                               stdin=stream, stdout=output, stderr=subprocess.DEVNULL, check=True)
    database = duckdb.connect()
    load_single(database, single, [])
    job = cluster.submit("pages", "--files", faktum, source / "samples/spark/facts_job.py",
                         "viewfs://archive/data/pages/*.warc.gz", folder / "out-pages")
    succeed(cluster, "pages", job)
    facts, failures = compare(database, folder / "out-pages")
    check(facts > 20 * len(documents) * 2 // 3 and failures == 1,
          f"only {facts} facts, {failures} failures of WARC files")
    import facts_job
    facts_job.SparkFiles.getRootDirectory = lambda: str(faktum.parent)
    rows = list(facts_job.read_files(["--input-format", "warc"], [(f"file:{f}",) for f in files]))
    check(len(rows) == facts + failures, f"read in place, the WARC files have {len(rows)} rows")
    print(f"WARC files, one cut off: the same {facts} facts and {failures} failures")


def run(faktum, source, folder):
    lines = make_archive(source / "samples", folder / "archive")
    extract(faktum, b"\n".join(lines), folder / "single.jsonl", "--input-format", "jsonl")
    database = duckdb.connect()
    load_single(database, folder / "single.jsonl", lines)
    check_bad_ends(faktum, source, folder)
    job = ["--files", faktum, source / "samples/spark/facts_job.py"]
    with Cluster(folder, sys.executable) as cluster:
        # From a URI, with every task that lasts a little longer started twice.
        speculation = ["--conf", "spark.speculation=true", "--conf", "spark.speculation.quantile=0.1",
                       "--conf", "spark.speculation.multiplier=1.01",
                       "--conf", "spark.speculation.minTaskRuntime=10ms",
                       "--conf", "spark.speculation.interval=10ms"]
        succeed(cluster, "whole", cluster.submit("whole", *speculation, *job,
                                                 "viewfs://archive/data/archive", folder / "out"))
        facts, failures = compare(database, folder / "out")
        check(facts > 20 * DOCUMENTS and failures > 10, f"only {facts} facts, {failures} failures")
        print(f"two workers: the same {facts} facts and {failures} failures as one process")

        check_pages(faktum, source, folder, cluster)

        earlier = tasks_done(cluster)
        killed = cluster.submit("killed", *job, folder / "archive", folder / "killed")
        kill_a_worker(cluster, folder / "killed", earlier)
        succeed(cluster, "killed", killed)
        check("Lost executor" in cluster.log("killed").read_text(), "no executor was lost")
        compare(database, folder / "killed")
        print("a worker killed in the middle: the same")


def main():
    faktum, source = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    if not shutil.which("java"):
        print("no java here: `./dev setup` installs one")
        return 1
    with tempfile.TemporaryDirectory(prefix="faktum-spark-") as folder:
        try:
            run(faktum, source, pathlib.Path(folder))
        except Failed as failure:
            print(failure)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
