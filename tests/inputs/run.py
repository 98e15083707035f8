#!/usr/bin/env python3
"""Every kind of input, whole and broken, through the program.

    python3 tests/inputs/run.py build/release/faktum [TEST...]
"""

import gzip
import http.server
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import kinds

PROGRAM = ""


def faktum(*arguments, folder=None, data=b"", status=0):
    done = subprocess.run([PROGRAM, "-j", "1", *map(str, arguments)], cwd=folder, input=data,
                          capture_output=True, timeout=60, check=False)
    if status is not None and done.returncode != status:
        raise AssertionError(f"status {done.returncode}, not {status}: {done.stderr.decode()}")
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()


def ids(documents):
    return [document["id"] for document in documents]


def errors(documents):
    return [(document["id"], document["error"]["code"]) for document in documents
            if "error" in document]


def facts(documents):
    """What was found, whatever the documents are called and wherever it stands in them."""
    found = [sorted((fact["kind"], fact["text"], json.dumps(fact["value"]))
                    for fact in document.get("facts", [])) for document in documents]
    return sorted(found)


class Folder(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.addCleanup(self.temporary.cleanup)

    def write(self, name, data):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def read(self, *arguments, **options):
        return faktum(*arguments, folder=self.folder, **options)


class OneAnswer(Folder):
    """The same articles in any kind of input give the same facts."""

    def test_all_kinds(self):
        paths = kinds.make_all(self.folder)
        expected = facts(self.read(paths[0])[0])
        self.assertEqual(len(expected), len(kinds.ARTICLES))
        self.assertTrue(all(expected))
        for path in paths[1:]:
            with self.subTest(path.name):
                documents, _ = self.read(path)
                self.assertEqual(facts(documents), expected)
                if path.suffix not in (".7z",):
                    with path.open("rb") as opened:
                        redirected = subprocess.run([PROGRAM, *self.format_of(path)], check=True,
                                                    stdin=opened, capture_output=True).stdout
                    self.assertEqual(facts(map(json.loads, redirected.splitlines())), expected)
                piped, _ = self.read(*self.format_of(path), data=path.read_bytes())
                self.assertEqual(facts(piped), expected)

    @staticmethod
    def format_of(path):
        return ["--input-format", path.name.split(".")[1]] if path.suffix in (".csv", ".tsv") else []

    def test_nested(self):
        kinds.make_all(self.folder)
        expected = facts(self.read("a.jsonl")[0])
        documents, _ = self.read("nested.tar.gz")
        self.assertEqual(facts(documents), sorted(expected * 3))
        self.assertIn("nested.tar.gz!a.zip!artikel/test/Grüße.txt", ids(documents))
        self.assertIn("nested.tar.gz!a.7z!artikel/test/Grüße.txt", ids(documents))
        documents, _ = self.read("nested.zip")
        self.assertEqual(facts(documents), expected)
        self.assertEqual(ids(documents)[0], "nested.zip!a.tar.gz!artikel/boerse/kurse.txt")

    def test_encodings(self):
        kinds.write_folder(self.folder)
        expected = facts(self.read("artikel")[0])
        for encoding in ("ISO-8859-15", "UTF-16", "WINDOWS-1252"):
            for path in sorted((self.folder / "artikel").rglob("*.txt")):
                text = path.read_bytes().replace("„".encode(), b'"').replace("“".encode(), b'"')
                self.write(f"{encoding}/{path.name}",
                           kinds.run("iconv", "-f", "UTF-8", "-t", encoding, data=text))
            self.assertEqual(facts(self.read(encoding)[0]), expected)

    def test_too_deep(self):
        data = kinds.jsonl()
        for _ in range(9):
            data = kinds.compress(data, "gz")
        documents, _ = self.read(self.write("deep.gz", data), status=1)
        self.assertEqual(errors(documents), [(str(self.folder / "deep.gz"), "input.nested")])


class Broken(Folder):
    """Damage gives an error record in its place, and all that can be read comes through."""

    def test_truncated_compression(self):
        lines = b"".join(json.dumps({"id": n, "text": f"Zeile {n}: {n} Prozent. {random.Random(n).random()}"}).encode()
                         + b"\n" for n in range(20000))
        for end in ("gz", "bz2", "xz", "zst"):
            packed = kinds.compress(lines, end)
            self.write(f"cut.jsonl.{end}", packed[:len(packed) * 2 // 3])
            documents, _ = self.read(f"cut.jsonl.{end}", status=1)
            self.assertGreater(len(documents), 1 if end in ("bz2", "xz") else 5000)
            self.assertEqual(ids(documents)[:-1], [str(n) for n in range(len(documents) - 1)])
            self.assertEqual(errors(documents),
                             [(f"cut.jsonl.{end}:{len(documents)}", "input.truncated")])

    def test_padding(self):
        lines = [b'{"id":"a","text":""}\n', b'{"id":"b","text":""}\n']
        for kind in ("gz", "bz2", "xz", "zst"):
            name = "a.jsonl." + kind
            one, other = (kinds.compress(line, kind) for line in lines)
            for padding in (0, 4, 100000):
                self.write(name, one + bytes(padding) + other + bytes(padding))
                self.assertEqual(ids(self.read(name)[0]), ["a", "b"])
            self.write(name, one + bytes(12) + b"x")
            documents, _ = self.read(name, status=1)
            self.assertEqual(errors(documents), [(name + ":2", "input.corrupt")])

    def test_check_sums(self):
        for end in ("gz", "bz2", "xz", "zst"):
            packed = bytearray(kinds.compress(kinds.jsonl(), end))
            packed[len(packed) // 2] ^= 0x10
            self.write(f"bad.jsonl.{end}", bytes(packed))
            documents, _ = self.read(f"bad.jsonl.{end}", status=1)
            self.assertEqual(errors(documents)[-1][1], "input.corrupt")

    def test_archives(self):
        kinds.make_all(self.folder)
        text = kinds.ARTICLES["test/karte.txt"].encode()
        store = ["zip", "-q", "-0", "stored.zip"]
        names = ["artikel/" + name for name in kinds.ARTICLES]
        kinds.run(*store, *names, folder=self.folder)
        kinds.run("7z", "a", "-bd", "-mx=0", "-ms=off", "stored.7z", *names, folder=self.folder)
        for name in ("stored.zip", "stored.7z"):
            data = (self.folder / name).read_bytes()
            at = data.index(text)
            bad = self.write("bad-" + name, data[:at + 5] + b"X" + data[at + 6:])
            documents, _ = self.read(bad.name, status=1)
            self.assertEqual(errors(documents),
                             [(f"{bad.name}!artikel/test/karte.txt", "input.corrupt")])
            self.assertEqual(len(documents), 4)

    def test_encrypted(self):
        self.write("a.txt", "Es sind 3 %.")
        subprocess.run(["7z", "a", "-pgeheim", "a.7z", "a.txt"], cwd=self.folder, check=True,
                       stdout=subprocess.DEVNULL)
        documents, _ = self.read("a.7z", status=1)
        self.assertEqual(errors(documents), [("a.7z!a.txt", "input.encrypted")])

    def test_cut_archives(self):
        kinds.make_all(self.folder)
        for name, code in (("a.tar", "truncated"), ("a.zip", "truncated"), ("a.tar.gz", "truncated")):
            data = (self.folder / name).read_bytes()
            data = data[:data.index(b"artikel/test/karte") + 520] if name != "a.tar.gz" else data[:-90]
            if name == "a.zip":
                data = data[:data.index(b"artikel/test/karte") + 60]
            self.write("cut-" + name, data)
            documents, _ = self.read("cut-" + name, status=1)
            self.assertEqual([found for _, found in errors(documents)], ["input." + code], name)
            self.assertGreaterEqual(len(documents), 2)

    def test_tar_header(self):
        kinds.make_all(self.folder)
        data = bytearray((self.folder / "a.tar").read_bytes())
        data[data.index(b"artikel/test/karte") + 3] ^= 1
        documents, _ = self.read(self.write("bad.tar", bytes(data)).name, status=1)
        self.assertEqual(errors(documents), [("bad.tar", "input.corrupt")])
        self.assertEqual(len(documents), 4)

    def test_seven_zip_end(self):
        kinds.make_all(self.folder)
        data = (self.folder / "a.7z").read_bytes()
        documents, _ = self.read(self.write("cut.7z", data[:-20]).name, status=1)
        self.assertEqual(len(errors(documents)), 1)

    def test_too_large(self):
        self.write("a.txt", "Intel " * 1000)
        self.write("b.jsonl", json.dumps({"text": "Intel " * 1000}) + "\n" + '{"text":"Intel"}\n')
        self.write("c.csv", "text\n" + "Intel " * 1000 + "\nIntel\n")
        documents, messages = self.read("--max-document-size", "1K", "a.txt", "b.jsonl", "c.csv",
                                        status=1)
        self.assertEqual(errors(documents), [("a.txt", "input.too_large"),
                                             ("b.jsonl:1", "input.too_large"),
                                             ("c.csv:2", "input.too_large")])
        self.assertEqual(ids(documents)[2:], ["b.jsonl:2", "c.csv:2", "c.csv:3"])
        self.assertEqual(re.findall(r"the (\w+) is over 1024 bytes", messages),
                         ["document", "line", "row"])

    def test_too_large_with_id(self):
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "latin-1"):
            for id, found in (('"Süd"', "Süd"), ("17", "17"), ("1e3", "a:1")):
                self.write("a", (f'{{"id":{id},"text":"' + "ä" * 200_000 + '"}\n').encode(encoding))
                forced = ("--encoding", "latin-1") if encoding == "latin-1" else ()
                documents, _ = self.read("--max-document-size", "100K", "--input-format", "jsonl",
                                         *forced, "a", status=1)
                self.assertEqual(errors(documents), [(found, "input.too_large")])


class Lines(Folder):
    def test_many_fields(self):
        many = {f"f{i}": i for i in range(300_000)}  # minutes, where each key is compared with all
        self.write("a.jsonl", json.dumps({"text": "Intel", **many}))
        document, = self.read("--keep-fields", "a.jsonl")[0]
        self.assertEqual({key: document[key] for key in many}, many)


class Tables(Folder):
    def test_gnad(self):
        self.write("articles.csv", "Web;'Intel zahlt 5 Euro; ''billig'', heißt es.'\nWeb;AMD\n")
        documents, _ = self.read("--delimiter", ";", "--quote", "'", "--no-header", "--text-field",
                                 "2", "--with-text", "--keep-fields", "articles.csv")
        self.assertEqual([d["text"] for d in documents],
                         ["Intel zahlt 5 Euro; 'billig', heißt es.", "AMD"])
        self.assertEqual(documents[0]["1"], "Web")

    def test_dates_and_titles(self):
        self.write("a.tsv", "\ufeffnr\tkopf\tzeit\ttext\r\n7\t\"Ein \"\"Titel\"\"\"\t2024-05-01\tHeute\r\n")
        documents, _ = self.read("--id-field", "nr", "--title-field", "kopf", "--date-field", "zeit",
                                 "a.tsv")
        self.assertEqual((documents[0]["id"], documents[0]["title"], documents[0]["published"]),
                         ("7", 'Ein "Titel"', "2024-05-01"))

    def test_unbalanced(self):
        self.write("a.csv", 'text,id\nIntel,1\n"AMD,2\nNvidia,3\n"IBM" sagt,4\nSAP,5,6\n"Ende,7\nARM,8\n')
        documents, _ = self.read("a.csv", status=1)
        self.assertEqual(ids(documents),
                         ["1", "a.csv:3", "3", "a.csv:5", "a.csv:6", "a.csv:7", "8"])
        self.assertEqual([code for _, code in errors(documents)],
                         ["input.quote", "input.quote", "input.columns", "input.quote"])

    def test_wide_encodings(self):
        for name, text in (("a.tsv", "id\ttext\na\tKöln meldet 5 Prozent\nb\tSüd\n"),
                           ("a.csv", "id,text\na,Köln meldet 5 Prozent\nb,Süd\n"),
                           ("a.jsonl", '{"id":"a","text":"Köln meldet 5 Prozent"}\n'
                                       '{"id":"b","text":"Süd"}\n')):
            for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
                self.write(name, text.encode(encoding))
                for options in ((), ("--encoding", encoding)):
                    documents, messages = self.read(*options, name)
                    self.assertEqual(ids(documents), ["a", "b"])
                    self.assertEqual(documents[0]["facts"][0]["text"], "5 Prozent")
                    self.assertTrue(documents[0]["encoding"].startswith(encoding[:6].upper()))
                    self.assertEqual(messages, "")

    def test_wide_lines_of_a_stream(self):
        lines = '{"id":"a","text":"Süd"}\n{"id":"b","text":"5 Prozent"}\n'
        self.write("a", lines.encode("utf-16"))
        self.assertEqual(ids(self.read("a")[0]), ["a", "b"])

    def test_wide_lines_with_a_lone_surrogate(self):
        lines = '{"id":"a","text":"Süd '.encode("utf-16-le") + b"\x00\xd8" + ' 5 %"}\n'.encode("utf-16-le")
        self.write("a.jsonl", "\ufeff".encode("utf-16-le") + lines)
        documents, _ = self.read("a.jsonl")
        self.assertEqual(documents[0]["facts"][0]["start"], 6)

    def test_no_such_column(self):
        self.write("a.csv", "inhalt;id\nIntel;1\n")
        documents, messages = self.read("a.csv", status=1)
        self.assertEqual(errors(documents), [("a.csv:1", "input.field")])
        self.assertIn('"inhalt;id"', messages)


class TimeMl(Folder):
    ARTICLE = ('<?xml version="1.0" encoding="{}"?>\n<TimeML><DOCID>bericht-7</DOCID>\n'
               '<DCT><TIMEX3 tid="t0" type="DATE" value="2013-05-02">2. Mai 2013</TIMEX3></DCT>\n'
               "<TEXT>\nAm <TIMEX3 tid='t1' value='2013-05-03'>3. Mai</TIMEX3> zahlt AT&amp;T für "
               "München <EVENT>5 Euro</EVENT> <SIGNAL>und</SIGNAL> mehr.\n</TEXT></TimeML>\n")

    def test_article(self):
        for encoding in ("UTF-8", "ISO-8859-1"):
            self.write("a.tml", self.ARTICLE.format(encoding).encode(encoding))
            document, = self.read("--with-text", "a.tml")[0]
            self.assertEqual((document["id"], document["published"]), ("bericht-7", "2013-05-02"))
            self.assertEqual(document["text"],
                             "\nAm 3. Mai zahlt AT&T für München 5 Euro und mehr.\n")

    def test_broken(self):
        self.write("a.tml", self.ARTICLE.format("UTF-8")[:-30])
        self.assertEqual(errors(self.read("a.tml", status=1)[0]), [("a.tml", "input.xml")])


class Warc(Folder):
    def test_transfer(self):
        page = "<html><body><p>Intel wächst um 5 Prozent.</p></body></html>"
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in
                          (page[:20].encode(), page[20:].encode())) + b"0\r\n\r\n"
        packed = kinds.compress(page.encode(), "gz")
        latin = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\n\r\n"
        self.write("a.warc", b"".join([
            kinds.warc_record("response", "http://a/chunked",
                              kinds.http_response("", ["Transfer-Encoding: chunked"], chunks)),
            kinds.warc_record("response", "http://a/gzip",
                              kinds.http_response("", ["Content-Encoding: gzip"], packed)),
            kinds.warc_record("response", "http://a/unpacked",
                              kinds.http_response("", ["Content-Encoding: br"], page.encode())),
            kinds.warc_record("response", "http://a/latin", latin + page.encode("latin-1")),
            kinds.warc_record("response", "http://a/br",
                              kinds.http_response("", ["Content-Encoding: br"],
                                                  kinds.compress(page.encode(), "br"))),
            kinds.warc_record("response", "http://a/br-cut",
                              kinds.http_response("", ["Content-Encoding: br"],
                                                  kinds.compress(page.encode(), "br")[:-9])),
            kinds.warc_record("response", "http://a/old",
                              kinds.http_response("", ["Content-Encoding: compress"], b"\x1f\x9d")),
            kinds.warc_record("response", "http://a/404", b"HTTP/1.1 404 No\r\n\r\nx"),
            kinds.warc_record("response", "http://a/png",
                              b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"),
            kinds.warc_record("conversion", "http://a/text", "IBM wächst um 5 Prozent.".encode(),
                              "text/plain"),
            kinds.warc_record("metadata", "http://a/", b"x", "text/plain")]))
        documents, messages = self.read("--with-text", "a.warc", status=1)
        self.assertEqual(ids(documents), ["http://a/" + end for end in
                                          ("chunked", "gzip", "unpacked", "latin", "br",
                                           "br-cut", "old", "text")])
        self.assertEqual(errors(documents), [("http://a/br-cut", "input.truncated"),
                                             ("http://a/old", "input.unsupported")])
        for document in documents[:5]:
            self.assertIn("Intel wächst um 5 Prozent.", document["text"])
            self.assertIsNone(document["published"])
        self.assertEqual(documents[3]["encoding"], "ISO-8859-1")
        self.assertIn("a.warc: 3 records skipped (metadata 1, not HTML 1, status 404 1)", messages)

    def test_damage(self):
        records = list(kinds.warc_records())
        records[4] = records[4].replace(b"Content-Length", b"Content-Lxngth")
        self.write("a.warc", b"".join(records))
        documents, _ = self.read("a.warc", status=1)
        self.assertEqual([code for _, code in errors(documents)], ["input.record"])
        self.assertEqual(len(documents), 4)

    def test_wrong_length(self):
        records = list(kinds.warc_records())
        names = list(kinds.ARTICLES)
        for factor in (2, 10**9):
            damaged = [re.sub(rb"(?<=\nContent-Length: )\d+",
                              lambda found: b"%d" % (int(found[0]) * factor), records[2], count=1)]
            self.write("a.warc", b"".join(records[:2] + damaged + records[3:]))
            self.write("a.warc.gz", b"".join(map(gzip.compress,
                                                 records[:2] + damaged + records[3:])))
            for name in ("a.warc", "a.warc.gz"):
                documents, _ = self.read(name, status=1)
                self.assertEqual(ids(documents), names)
                self.assertEqual([name for name, _ in errors(documents)], names[:1])

    def test_damaged_members(self):
        for where in (0, 2, 12, 150, -6):
            members = [bytearray(kinds.compress(record, "gz")) for record in kinds.warc_records()]
            members[4][where] ^= 0x55
            self.write("a.warc.gz", b"".join(members))
            for arguments in ({}, {"data": (self.folder / "a.warc.gz").read_bytes()}):
                documents, _ = self.read(*([] if arguments else ["a.warc.gz"]), status=1, **arguments)
                self.assertEqual(len(errors(documents)), 1, where)
                self.assertEqual(len(documents), 4, where)

    def test_wget(self):
        site = self.folder / "site"
        for name, text in kinds.ARTICLES.items():
            self.write(f"site/{pathlib.Path(name).stem}.html",
                       f"<html><body><p>{text}</p></body></html>")
        handler = lambda *a: http.server.SimpleHTTPRequestHandler(*a, directory=str(site))
        http.server.SimpleHTTPRequestHandler.log_message = lambda *a: None
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            urls = [f"http://127.0.0.1:{server.server_port}/{pathlib.Path(name).stem}.html"
                    for name in ("kurse.txt", "ausblick.txt", "karte.txt", "missing.txt")]
            subprocess.run(["wget", "-q", "--no-proxy", "--warc-file=a", "--no-verbose", "-O", "/dev/null",
                            *urls], cwd=self.folder, check=False, env={"PATH": "/usr/bin:/bin"})
            server.shutdown()
        documents, messages = self.read("a.warc.gz")
        self.assertEqual(ids(documents), urls[:3])
        self.assertIn("status 404 1", messages)
        self.assertTrue(all(document["facts"] for document in documents))


class Paths(Folder):
    def test_folder(self):
        for name in ("a/b.txt", "a-b.txt", "a.txt", "Z.txt", ".hidden/x.txt", "a/.x"):
            self.write("f/" + name, "Intel")
        self.write("f/bild.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        self.write("f/brief.docx", b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml")
        (self.folder / "f/a/loop").symlink_to("..")
        (self.folder / "f/link.txt").symlink_to("a.txt")
        documents, messages = self.read("f")
        self.assertEqual(ids(documents), ["f/Z.txt", "f/a-b.txt", "f/a.txt", "f/a/b.txt", "f/link.txt"])
        self.assertIn("f: 2 files that are no text were skipped", messages)
        documents, _ = self.read("f/bild.png", "f/brief.docx", status=1)
        self.assertEqual([code for _, code in errors(documents)],
                         ["input.binary", "input.unsupported"])

    def test_lists(self):
        for name in ("a.txt", "b c.txt", "d\ne.txt"):
            self.write(name, "Intel")
        self.write("list", "b c.txt\n\na.txt\r\n")
        self.assertEqual(ids(self.read("--files-from", "list")[0]), ["b c.txt", "a.txt"])
        self.assertEqual(ids(self.read("--files-from", "-", "-0", data=b"d\ne.txt\0a.txt")[0]),
                         ["d\ne.txt", "a.txt"])
        self.read("--files-from", "missing", status=2)
        self.read("--files-from", "-", "-", status=2)

    def test_list_of_other_kind(self):
        self.write("a.txt", "Es sind 3 %.")
        for separator, count in ((b"\0", 2), (b"\0", 20000)):
            documents, messages = self.read("--files-from", "-",
                                            data=separator.join([b"a.txt"] * count), status=1)
            self.assertEqual(errors(documents), [("-", "input.list")])
            self.assertIn("-0", messages)

    def test_slow_pipe(self):
        """A line is answered before the next one is sent; a short text is not waited on."""
        with subprocess.Popen([PROGRAM, "-j", "1"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as process:
            process.stdin.write(b'{"text":"Intel"}\n')
            process.stdin.flush()
            begun = time.monotonic()
            process.stdout.readline()
            self.assertLess(time.monotonic() - begun, 5)
            process.stdin.close()
        self.assertEqual(len(self.read(data=b"I")[0]), 1)


class Presets(Folder):
    def test_presets(self):
        for preset, line, found in (
                ("news-please", {"url": "u", "maintext": "Intel", "date_publish": "2017-07-17 17:03:00",
                                 "title": "T"}, ("u", "T", "2017-07-17")),
                ("news-please", {"url": "u", "maintext": "Intel", "date_publish": "None"},
                 ("u", None, None)),
                ("wikiextractor", {"id": "7", "revid": "1", "url": "u", "title": "T", "text": "Intel"},
                 ("7", "T", None)),
                ("trafilatura", {"source": "u", "title": "T", "text": "Intel", "date": "2024-05-01",
                                 "id": None}, ("u", "T", "2024-05-01"))):
            document, = self.read("--preset", preset, data=json.dumps(line).encode())[0]
            self.assertEqual((document["id"], document["title"], document["published"]), found)
        document, = self.read("--preset", "trafilatura", "--id-field", "nr",
                              data=b'{"nr":5,"text":"Intel"}')[0]
        self.assertEqual(document["id"], "5")


class Damage(Folder):
    """Cut and changed at random, nothing crashes or hangs."""

    def test_damage(self):
        chance = random.Random(7)
        paths = kinds.make_all(self.folder)[1:]
        for path in paths:
            data = path.read_bytes()
            names = []
            for turn in range(12):
                changed = bytearray(data)
                for _ in range(chance.randint(1, 4)):
                    changed[chance.randrange(len(changed))] = chance.randrange(256)
                if turn % 3 == 0:
                    del changed[chance.randrange(len(changed)):]
                names.append(f"{turn}-{path.name}")
                self.write(names[-1], bytes(changed))
            faktum(*names, folder=self.folder, status=None)
            done = subprocess.run([PROGRAM, *names], cwd=self.folder, capture_output=True,
                                  timeout=60, check=False)
            self.assertIn(done.returncode, (0, 1), done.stderr.decode()[-2000:])


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
