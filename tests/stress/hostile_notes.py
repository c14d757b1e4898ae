"""PDF pages whose notes, fields and tags are traps: what was filled in, and what the file says of its order."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tests.index import hostile_files as make
from tests.index.hostile_files import HELVETICA, stream
from tests.stress.hostile_pdfs import FLATE, FONT, TEXT, Make

_FIELD = b"<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [9 9 99 99] /AP << /N %s >> >>"
_DRAWN = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources %s"


def noted(notes: bytes, **objects: bytes) -> bytes:
    """A page with a text and these notes."""
    page = make.PAGE % FONT
    own = {int(name[1:]): content for name, content in objects.items()}
    return make.pdf({3: page[:-2] + b"/Annots %s >>" % notes, 4: stream(TEXT), 5: HELVETICA, **own})


def filled(content: bytes, resources: bytes = FONT, times: int = 1) -> bytes:
    """A field, so many times, whose drawing is this."""
    drawing = stream(zlib.compress(content, 9), FLATE + _DRAWN % resources)
    return noted(b"[%s]" % (b"7 0 R " * times), o7=_FIELD % b"8 0 R", o8=drawing)


def tagged(content: bytes, tree: bytes, **objects: bytes) -> bytes:
    """A page that claims to be tagged, with this tree of its sections."""
    own = {int(name[1:]): content for name, content in objects.items()}
    root = b"<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot << /ParentTree %s >> >>"
    page = (make.PAGE % FONT)[:-2] + b"/StructParents 0 >>"
    drawing = stream(zlib.compress(content, 9), FLATE)
    return make.pdf({1: root % tree, 3: page, 4: drawing, 5: HELVETICA, **own})


def sideways(count: int) -> bytes:
    """So many letters that lie on their side, all in one place."""
    return tagged(b"BT /F1 6 Tf 0 1 -1 0 300 300 Tm " + b"(x) Tj 0 0 Td " * count + b"ET", b"null")


def empty_sections(count: int) -> bytes:
    return b"".join(b"/P <</MCID %d>> BDC EMC\n" % number for number in range(count))


def kinds() -> Iterator[tuple[str, Make]]:
    """The name of each kind, and what makes it."""
    own = b"<< /XObject << /X 8 0 R >> >>"
    said = b"<< /Nums [0 [%s]] >>"
    yield from {
        "fields: one drawn by itself": lambda: filled(b"/X Do /X Do", own),
        "fields: 100,000": lambda: filled(TEXT, times=100_000),
        "fields: two thousand million letters": lambda: filled(TEXT * 2_000, times=2_000),
        "fields: one run of 30 million letters": lambda: filled(b"BT /F1 9 Tf (" + b"x" * 30_000_000 + b") Tj ET"),
        "fields: left open": lambda: filled(b"q q BT /F1 9 Tf"),
        "fields: of wrong types": lambda: noted(b"[1 (a) null << /Subtype 7 /F (x) >> [] 99 0 R]"),
        "fields: without room": lambda: noted(b"[7 0 R]", o7=_FIELD.replace(b"[9 9 99 99]", b"[9]") % b"8 0 R"),
        "fields: notes a loop": lambda: noted(b"7 0 R", o7=b"8 0 R", o8=b"7 0 R"),
        "fields: parents a loop": lambda: noted(b"[7 0 R]", o7=b"<< /Subtype /Widget /Parent 7 0 R /AP 7 0 R >>"),
        "tags: a tree of itself": lambda: tagged(TEXT + empty_sections(9), b"6 0 R", o6=b"<< /Kids [6 0 R] >>"),
        "tags: a tree that spans itself": lambda: tagged(
            TEXT + empty_sections(9), b"6 0 R", o6=b"<< /Limits [0 9] /Kids [6 0 R] >>"
        ),
        "tags: 200,000 empty sections": lambda: tagged(TEXT + empty_sections(200_000), said % b"null"),
        "tags: a million sections in each other": lambda: tagged(b"/P <<>> BDC " * 10**6 + TEXT, said % b"null"),
        "tags: ends without beginnings": lambda: tagged(b"EMC " * 10**5 + TEXT, said % b"null"),
        "tags: a number beyond all": lambda: tagged(b"/P <</MCID -9e99>> BDC EMC " + TEXT, said % b"null"),
        "tags: a picture said to read 10 MB": lambda: tagged(
            TEXT + empty_sections(1), b"6 0 R", o6=said % (b"<< /K 0 /ActualText (" + b"x" * 10**7 + b") >>")
        ),
        "tags: sections said, 100,000 times": lambda: tagged(
            TEXT + b"/P <</MCID 0>> BDC EMC\n" * 100_000,
            b"6 0 R",
            o6=said % (b"<< /K 0 /ActualText (%s) >>" % (b"x" * 9_999)),
        ),
        "letters on their side": lambda: sideways(20_000),
        "letters on their side, 100,000": lambda: sideways(100_000),
    }.items()
