"""Word files, and files that are none, that have hung, crashed or bloated readers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.index.hostile_files import WORD, paragraph, text_page, word, word_bomb

Make = Callable[[Path], object]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
BODY = f"<w:document {WORD}><w:body>%s</w:body></w:document>"


def package(path: Path, parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> None:
    with zipfile.ZipFile(path, "w", method) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def body(xml: str) -> Make:
    return lambda path: word(path, xml)


def part(xml: str, **more: str) -> Make:
    """A Word file whose document.xml is this."""
    return lambda path: package(path, {"word/document.xml": xml.encode(), **_bytes(more)})


def _bytes(parts: dict[str, str]) -> dict[str, bytes]:
    return {f"word/{name}.xml": content.encode() for name, content in parts.items()}


def content(data: bytes) -> Make:
    return lambda path: path.write_bytes(data)


def cut(share: float) -> Make:
    def make(path: Path) -> None:
        data = word(path, paragraph("isi surat " * 500)).read_bytes()
        path.write_bytes(data[: int(len(data) * share)])

    return make


def changed(old: bytes, new: bytes) -> Make:
    def make(path: Path) -> None:
        path.write_bytes(word(path, paragraph("isi surat")).read_bytes().replace(old, new))

    return make


def bombs_in_all_parts(path: Path) -> None:
    """Eight parts of 1 GB each, of 8 MB together."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", BODY % paragraph("isi"))
        for number in range(8):
            with packed.open(f"word/header{number}.xml", "w", force_zip64=True) as header:
                header.write(f"<w:hdr {WORD}>".encode())
                for _ in range(1024):
                    header.write(b" " * 2**20)


def nested_packages(path: Path) -> None:
    data = b"isi"
    for _ in range(50):
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as packed:
            packed.writestr("dalam.zip", data)
        data = inner.getvalue()
    path.write_bytes(data)


def spans(count: int, width: int) -> str:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>{paragraph("sel")}</w:tc>'
    return f"<w:tbl>{f'<w:tr>{cell}</w:tr>' * count}</w:tbl>"


def merged_rows(count: int) -> str:
    cell = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('sel')}</w:tc>"
    return f"<w:tbl>{f'<w:tr>{cell * 5}</w:tr>' * count}</w:tbl>"


def deep(name: str, levels: int) -> str:
    return f"<w:{name}>" * levels + paragraph("dalam") + f"</w:{name}>" * levels


def deep_tables(levels: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * levels + paragraph("dalam") + "</w:tc></w:tr></w:tbl>" * levels


def entities(levels: int) -> str:
    named = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(levels))
    return f'<!DOCTYPE x [<!ENTITY e0 "ha">{named}]>' + BODY % paragraph(f"&e{levels};")


def doctype(entity: str, shown: str = "&e;") -> str:
    return f"<!DOCTYPE x [{entity}]>" + BODY % paragraph(f"isi {shown}")


def _mark(number: int) -> str:
    return f'a{number}=""'


def kinds() -> Iterator[tuple[str, Make]]:
    """The name of each kind, and what makes it at a path."""
    run = "<w:r><w:t>isi </w:t></w:r>"
    yield from {
        "word bomb of 1 GB": lambda path: word_bomb(path, 1024),
        "word bombs of 8 GB": bombs_in_all_parts,
        "packages in packages": nested_packages,
        "a cell over 1,000,000,000 columns": body(spans(1, 10**9)),
        "cells over a million columns": body(spans(100, 10**6)),
        "rows merged by the thousand": body(merged_rows(2000)),
        "a million paragraphs": body("<w:p/>" * 500_000 + paragraph("isi") * 500_000),
        "a million runs": body(f"<w:p>{run * 1_000_000}</w:p>"),
        "one word of 60 MB": body(paragraph("x" * 60_000_000)),
        "one text of 200 MB": body(paragraph("isi " * 50_000_000)),
        "tabs by the million": body(f"<w:p>{'<w:r><w:tab/></w:r>' * 10**6}</w:p>"),
        "controls nested 200 deep": body(deep("sdt", 200)),
        "controls nested 100,000 deep": body(deep("sdt", 100_000)),
        "paragraphs nested": body(deep("p", 250)),
        "tables nested": body(deep_tables(80)),
        "tables nested 50,000 deep": body(deep_tables(50_000)),
        "a thousand million laughs": part(entities(9)),
        "entities of itself": part(doctype('<!ENTITY e "&e;">')),
        "one large entity often": part(doctype(f'<!ENTITY e "{"x" * 10_000}">', "&e;" * 10_000)),
        "entity of a file": part(doctype('<!ENTITY e SYSTEM "file:///etc/passwd">')),
        "entity of the net": part(doctype('<!ENTITY e SYSTEM "http://192.0.2.1/x">')),
        "entity of a parameter": part(doctype('<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;', "")),
        "rules from the net": part('<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">' + BODY % paragraph("isi")),
        "marks by the 100,000": body(f"<w:p {' '.join(map(_mark, range(100_000)))}/>"),
        "one mark of 9 MB": body(f'<w:p a="{"x" * 9_000_000}"/>'),
        "remarks of 30 MB": body("<!--" + "x" * 30_000_000 + "-->" + paragraph("isi")),
        "remarks by the million": body("<!---->" * 1_000_000 + paragraph("isi")),
        "orders by the million": body("<?x y?>" * 1_000_000 + paragraph("isi")),
        "name spaces by the 10,000": body("".join(f'<w:p xmlns:n{n}="urn:{n}"/>' for n in range(10_000))),
        "a name of 10 MB": body(f"<w:{'x' * 10_000_000}/>"),
        "XML not closed": part("<w:document"),
        "XML of two roots": part("<a/><b/>"),
        "XML in UTF-16": lambda path: package(path, {"word/document.xml": (BODY % paragraph("isi")).encode("utf-16")}),
        "XML in no known letters": part('<?xml version="1.0" encoding="secret"?><a/>'),
        "XML empty": part(""),
        "no body": part(f"<w:document {WORD}/>"),
        "wrong root": part("<html><p>isi</p></html>"),
        "no document": lambda path: package(path, {"word/header1.xml": b"<a/>"}),
        "footnotes by the 100,000": lambda path: word(
            path, paragraph("isi"), footnotes=f"<w:footnotes {WORD}>{paragraph('x') * 100_000}</w:footnotes>"
        ),
        "parts by the 20,000": lambda path: package(
            path, {f"word/header{n}.xml": b"<a/>" for n in range(20_000)} | {"word/document.xml": b"<a/>"}
        ),
        "paths to elsewhere": lambda path: package(
            path,
            {"../../../tmp/keluar": b"x", "/etc/keluar": b"x", "word/document.xml": (BODY % paragraph("isi")).encode()},
        ),
        "relations to elsewhere": lambda path: word(
            path,
            paragraph("isi"),
            **{"_rels/document": '<Relationships><Relationship Id="r" Target="/etc/passwd"/></Relationships>'},
        ),
        "packed by bzip2, bomb": lambda path: package(path, {"word/document.xml": b" " * 2**28}, zipfile.ZIP_BZIP2),
        "packed by LZMA, bomb": lambda path: package(path, {"word/document.xml": b" " * 2**28}, zipfile.ZIP_LZMA),
        "cut at half": cut(0.5),
        "cut at the end": cut(0.97),
        "wrong sum": changed(
            b"PK\x01\x02\x14\x03\x14\x00\x00\x00\x08\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00\x08\x00"
        ),
        "packed in no known way": changed(b"\x00\x00\x08\x00", b"\x00\x00\x63\x00"),
        "directory of chance": changed(b"word/document.xml", b"word/d\x00cument.xml"),
        "old Word file": content(OLE),
        "locked Word file": content(OLE + "EncryptedPackage".encode("utf-16-le")),
    }.items()
    yield from wrong_names()


def wrong_names() -> Iterator[tuple[str, Make]]:
    """Files that are not what their names say."""
    yield from {
        "nothing": content(b""),
        "one byte": content(b"%"),
        "zeros": content(bytes(100_000)),
        "chance": content(bytes(range(256)) * 400),
        "web page": content(b"<!DOCTYPE html><html>" + b"<div>" * 100_000),
        "plain text": content(b"isi surat\n" * 1000),
        "text in UTF-16": content("isi surat".encode("utf-16") * 100),
        "RTF": content(b"{\\rtf1 " + b"{" * 100_000),
        "program of Windows": content(b"MZ" + bytes(1000)),
        "program of Linux": content(b"\x7fELF" + bytes(1000)),
        "picture": content(b"\xff\xd8\xff\xe0" + bytes(1000)),
        "gzip bomb": content(b"\x1f\x8b\x08" + bytes(1000)),
        "ODT": lambda path: package(path, {"mimetype": b"application/vnd.oasis.opendocument.text"}, zipfile.ZIP_STORED),
        "slides": lambda path: package(path, {"ppt/presentation.xml": b"<a/>"}),
        "sheets": lambda path: package(path, {"xl/workbook.xml": b"<a/>"}),
        "zip of a PDF": lambda path: package(path, {"surat.pdf": text_page(b"isi")}),
        "zip of nothing": content(b"PK\x05\x06" + bytes(18)),
        "PDF within a text": content(b"kata pengantar " * 20 + text_page(b"isi")),
        "zip and PDF": content(text_page(b"isi") + b"PK\x03\x04" * 100),
    }.items()
