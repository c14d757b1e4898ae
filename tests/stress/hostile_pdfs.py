"""PDF files whose structure has hung, crashed or bloated readers: pages, objects, locks, cuts."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

from tests.index.hostile_files import HELVETICA, PAGE, pdf, stream, text_page

FLATE = b"/Filter /FlateDecode"
FONT = b"<< /Font << /F1 5 0 R >> >>"
TEXT = b"BT /F1 12 Tf 72 700 Td (isi surat) Tj ET"
Make = Callable[[], bytes]


def page_of(content: bytes, resources: bytes = FONT, entries: bytes = b"", **objects: bytes) -> bytes:
    """One page that shows this content; further objects by number, as ``o6=``."""
    more = {int(name[1:]): body for name, body in objects.items()}
    return pdf({3: PAGE % resources, 4: stream(content, entries), 5: HELVETICA, **more})


def tree(catalog: bytes = b"", pages: bytes = b"", page: bytes = b"", **objects: bytes) -> bytes:
    """A sound page of text with further entries in its catalogue, its page tree and itself."""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 %s >>" % pages,
            3: (PAGE % FONT)[:-2] + page + b">>",
            4: stream(TEXT),
            5: HELVETICA,
            **{int(name[1:]): body for name, body in objects.items()},
        }
    )


def kids(entry: bytes, count: bytes = b"1", **objects: bytes) -> bytes:
    more = {int(name[1:]): body for name, body in objects.items()}
    sound = {3: PAGE % FONT, 4: stream(TEXT), 5: HELVETICA}
    return pdf({**sound, 2: b"<< /Type /Pages /Kids [%s] /Count %s >>" % (entry, count), **more})


def ending(trailer: bytes, start: bytes = b"") -> bytes:
    """A sound file with another trailer and another place of its table of objects."""
    sound = text_page(b"isi surat")
    at = sound.index(b"trailer")
    place = start or sound[sound.index(b"startxref") + 9 : sound.rindex(b"%%EOF")].strip()
    return sound[:at] + b"trailer << %s >>\nstartxref\n%s\n%%%%EOF\n" % (trailer, place)


def prev_ring() -> bytes:
    head = b"%PDF-1.7\n"
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Prev %d >>\n"
    second = len(head + table % 100) + 1
    return head + (table % second).ljust(second - len(head)) + table % len(head) + b"startxref\n%d\n%%%%EOF" % len(head)


def xref_of(rows: bytes) -> bytes:
    body = b"%PDF-1.7\n"
    return body + b"xref\n0 %s\ntrailer << /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (rows, len(body))


def deep_tree(levels: int) -> bytes:
    nodes = {n: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 1) for n in range(10, 10 + levels)}
    return pdf({2: b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>", **nodes})


def doubling_tree() -> bytes:
    nodes = {n: b"<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count 2 >>" % (n + 1, n + 1) for n in range(10, 50)}
    return pdf({2: b"<< /Type /Pages /Kids [10 0 R 10 0 R] /Count 2 >>", **nodes})


def many_pages(count: int) -> bytes:
    pages = dict.fromkeys(range(10, 10 + count), b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")
    named = b" ".join(b"%d 0 R" % n for n in pages)
    return pdf({2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (named, count), **pages})


def object_stream(entries: bytes, content: bytes = b"1 0 << >>") -> bytes:
    body = b"%PDF-1.7\n7 0 obj\n" + stream(content, b"/Type /ObjStm " + entries) + b"\nendobj\n"
    return body + b"1 0 obj << /Type /Catalog /Pages 9 0 R >> endobj\ntrailer << /Root 1 0 R >>\n"


def sound() -> bytes:
    return pdf({3: PAGE % FONT, 4: stream(TEXT * 50), 5: HELVETICA})


def trees() -> Iterator[tuple[str, Make]]:
    """Pages, and what hangs on the catalogue."""
    yield from {
        "kids null": lambda: kids(b"null"),
        "kids numbers": lambda: kids(b"1 2 3"),
        "kids of itself": lambda: kids(b"2 0 R"),
        "kids in a ring": lambda: kids(b"6 0 R", o6=b"<< /Type /Pages /Kids [2 0 R 6 0 R] >>"),
        "kids a loop of references": lambda: kids(b"6 0 R", o6=b"7 0 R", o7=b"6 0 R"),
        "tree 3,000 deep": lambda: deep_tree(3000),
        "tree doubling 40 times": doubling_tree,
        "count of thousands of millions": lambda: kids(b"3 0 R", b"4000000000"),
        "count below nothing": lambda: kids(b"3 0 R", b"-5"),
        "100,000 empty pages": lambda: many_pages(100_000),
        "a million times one page": lambda: kids(b"3 0 R " * 1_000_000),
        "no page": lambda: kids(b"", b"0"),
        "page labels in a ring": lambda: tree(b"/PageLabels 6 0 R", o6=b"<< /Kids [6 0 R] >>"),
        "page labels from nothing": lambda: tree(b"/PageLabels << /Nums [0 << /S /D /St -99999999999 >>] >>"),
        "page labels in Roman millions": lambda: tree(b"/PageLabels << /Nums [0 << /S /r /St 2000000000 >>] >>"),
        "outlines in a ring": lambda: tree(b"/Outlines 6 0 R", o6=b"<< /First 6 0 R /Next 6 0 R >>"),
        "names in a ring": lambda: tree(b"/Names << /Dests 6 0 R >>", o6=b"<< /Kids [6 0 R] >>"),
        "notes in a ring": lambda: tree(page=b"/Annots 6 0 R", o6=b"[6 0 R]"),
        "form fields in a ring": lambda: tree(
            b"/AcroForm << /Fields [6 0 R] >>", o6=b"<< /Kids [6 0 R] /Parent 6 0 R >>"
        ),
        "script on opening": lambda: tree(b"/OpenAction << /S /JavaScript /JS (while(1){}) >>"),
        "page without size": lambda: tree().replace(b"/MediaBox [0 0 612 792]", b""),
        "page of endless size": lambda: tree().replace(b"612 792", b"1e300 1e300"),
        "page of no size": lambda: tree().replace(b"612 792", b"0 0"),
        "page size a loop": lambda: tree(o6=b"7 0 R", o7=b"6 0 R").replace(b"[0 0 612 792]", b"6 0 R"),
        "turned by words": lambda: tree(page=b"/Rotate (x)"),
        "resources a loop": lambda: tree(o6=b"7 0 R", o7=b"6 0 R").replace(FONT, b"6 0 R"),
        "page its own parent": lambda: tree().replace(b"/Parent 2 0 R", b"/Parent 3 0 R"),
    }.items()


def tables() -> Iterator[tuple[str, Make]]:
    """The table of objects, the trailer, encryption."""
    yield from {
        "table of itself": lambda: ending(b"/Size 6 /Root 1 0 R /Prev %d" % text_page(b"isi surat").index(b"xref")),
        "table before the file": lambda: ending(b"/Size 6 /Root 1 0 R /Prev -9"),
        "tables in a ring": prev_ring,
        "table of 2,000,000,000 rows": lambda: xref_of(b"2000000000\n" + b"0" * 20),
        "table below nothing": lambda: xref_of(b"-5\n"),
        "table of words": lambda: xref_of(b"x y z\n" * 9),
        "start beyond the file": lambda: ending(b"/Size 6 /Root 1 0 R", b"99999999999"),
        "start of words": lambda: ending(b"/Size 6 /Root 1 0 R", b"x"),
        "start at itself": lambda: ending(b"/Size 6 /Root 1 0 R", b"%d" % text_page(b"isi surat").index(b"startxref")),
        "no catalogue": lambda: ending(b"/Size 6"),
        "catalogue a stream": lambda: ending(b"/Size 6 /Root 4 0 R"),
        "catalogue a number": lambda: ending(b"/Size 6 /Root 7"),
        "catalogue a loop": lambda: pdf({1: b"6 0 R", 6: b"7 0 R", 7: b"6 0 R"}),
        "particulars of wrong types": lambda: ending(b"/Size 6 /Root 1 0 R /Info [1 2 3]"),
        "particulars a loop": lambda: pdf({6: b"7 0 R", 7: b"6 0 R"}).replace(
            b"/Root 1 0 R", b"/Root 1 0 R /Info 6 0 R"
        ),
        "lock of no known kind": lambda: ending(b"/Size 6 /Root 1 0 R /Encrypt << /Filter /Secret /V 99 >>"),
        "lock of wrong types": lambda: ending(b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R (x) >> /ID 3"),
        "lock a loop": lambda: pdf({6: b"7 0 R", 7: b"6 0 R"}).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 6 0 R"),
        "objects by the 100,000": lambda: (
            b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n1\nendobj\n" % n for n in range(200_000))
        ),
        "objects in a stream of itself": lambda: object_stream(b"/N 1 /First 4 /Extends 7 0 R"),
        "objects by the thousand million": lambda: object_stream(b"/N 2000000000 /First 4"),
        "objects from below": lambda: object_stream(b"/N -3 /First -9"),
        "length of itself": lambda: tree(o6=b"6 0 R").replace(b"/Length 40", b"/Length 6 0 R"),
        "length below nothing": lambda: tree().replace(b"/Length 40", b"/Length -9"),
        "length beyond all": lambda: tree().replace(b"/Length 40", b"/Length 99999999999999"),
    }.items()


def cut() -> Iterator[tuple[str, Make]]:
    """Cut off, overwritten, or never a PDF."""
    half = len(sound()) // 2
    yield from {
        "first line alone": lambda: b"%PDF-1.7\n",
        "cut at half": lambda: sound()[:half],
        "cut at the end": lambda: sound()[:-30],
        "cut in the table": lambda: sound()[: sound().index(b"xref") + 20],
        "zeros after the first line": lambda: b"%PDF-1.7\n" + bytes(5_000_000),
        "chance after the first line": lambda: b"%PDF-1.7\n" + zlib.compress(bytes(range(256)) * 9999) * 400,
        "line ends, 20 MB": lambda: b"%PDF-1.7\n" + b"\n" * 20_000_000,
        "carriage returns, 20 MB": lambda: b"%PDF-1.7\n" + b"\r" * 20_000_000,
        "rubbish before it": lambda: b"\n" * 900 + sound(),
        "half overwritten": lambda: sound()[:half] + bytes(half),
        "two files in one": lambda: sound() + sound(),
    }.items()


def kinds() -> Iterator[tuple[str, Make]]:
    """The name of each kind, and what makes it."""
    yield from trees()
    yield from tables()
    yield from cut()
