"""WARC files of pages made of the samples, written by warcio: two whole ones, one cut off."""

import html
import io

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def page(document):
    paragraphs = "".join(f"<p>{html.escape(part)}</p>\n" for part in document["text"].split("\n\n"))
    return (f"<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\">"
            f"<title>{html.escape(document['title'])}</title></head>\n"
            f"<body><article>\n{paragraphs}</article></body></html>\n").encode()


def write_record(writer, number, document):
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], "HTTP/1.1")
    writer.write_record(writer.create_warc_record(
        f"https://example.org/{document['id'].replace(' ', '/')}/{number}", "response",
        payload=io.BytesIO(page(document)), http_headers=headers))


def write(documents, folder):
    """Returns the files."""
    folder.mkdir()
    files = [folder / f"seiten {number}.warc.gz" for number in (1, 2, 3)]
    for start, file in enumerate(files):
        with open(file, "wb") as stream:
            writer = WARCWriter(stream, gzip=True)
            for number, document in enumerate(documents[start::len(files)]):
                write_record(writer, number, document)
    files[-1].write_bytes(files[-1].read_bytes()[:-files[-1].stat().st_size // 3])
    return files
