"""PDF pages whose contents have hung, crashed or bloated readers: drawings, packings, fonts."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator

from tests.index import hostile_files as make
from tests.index.hostile_files import HELVETICA, stream
from tests.stress.hostile_pdfs import FLATE, FONT, TEXT, Make, page_of, tree


def packed(content: bytes, **objects: bytes) -> bytes:
    return page_of(zlib.compress(content, 9), FONT, FLATE, **objects)


def bomb(levels: int, megabytes: int = 1024) -> bytes:
    """A page whose contents are packed ``levels`` times over."""
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()
    for _ in range(levels - 1):
        content = zlib.compress(content, 9)
    return page_of(content, b"<< >>", b"/Filter [%s]" % (b" /FlateDecode" * levels))


def stacked(count: int) -> bytes:
    """Letters at nearly one place: each is a neighbour of each."""
    return packed(b"BT /F1 6 Tf " + b"".join(b"1 0 0 1 %d %d Tm (x) Tj " % (i % 40, i % 37) for i in range(count)))


def in_font(font: bytes, **objects: bytes) -> bytes:
    return page_of(TEXT, o5=font, **objects)


def type0(entries: bytes, encoding: bytes = b"/Identity-H", **objects: bytes) -> bytes:
    child = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering "
    child += b"(Identity) /Supplement 0 >> %s >>" % entries
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding %s /ToUnicode 6 0 R /DescendantFonts [%s] >>"
    return in_font(font % (encoding, child), **{"o6": stream(b""), **objects})


def to_unicode(cmap: bytes, entries: bytes = b"") -> bytes:
    return type0(b"", o6=stream(b"begincmap " + cmap + b" endcmap", entries))


def type3_of_itself() -> bytes:
    font = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /i 6 0 R >> "
    font += b"/Encoding << /Differences [105 /i] >> /FirstChar 105 /LastChar 105 /Widths [9] /Resources %s >>" % FONT
    return in_font(font, o6=stream(TEXT))


def kinds() -> Iterator[tuple[str, Make]]:
    """The name of each kind, and what makes it."""
    yield from {
        "ref loop": make.reference_loop,
        "xref stream without width": make.endless_xref,
        "font widths of 5 GB": make.font_of_endless_widths,
        "form of itself": make.form_of_itself,
        "forms doubling 30 times": make.forms_doubling,
        "pages without end": lambda: make.endless_pages("...."),
        "flate bomb": lambda: bomb(1),
        "flate bomb packed twice": lambda: bomb(2),
        "flate bomb packed ten times": lambda: bomb(10),
        "letters scattered": make.crowded_page,
        "letters scattered, 100,000": lambda: make.crowded_page(100_000),
        "letters in one place": lambda: stacked(20_000),
        "letters in one place, 29,000": lambda: stacked(29_000),
        "12 million letters": lambda: packed(b"BT /F1 6 Tf " + (b"(%s) Tj " % (b"x" * 1000)) * 12_000 + b"ET"),
        "saved states nested": lambda: packed(b"q " * 1_000_000),
        "states restored": lambda: packed(b"Q " * 1_000_000),
        "marked content nested": lambda: packed(b"/P BMC " * 1_000_000),
        "operands without end": lambda: packed(b"1 " * 3_000_000 + b"Tj"),
        "spaced text without end": lambda: packed(b"BT /F1 6 Tf [" + b"-9 (x) " * 300_000 + b"] TJ ET"),
        "path of a million lines": lambda: packed(b"0 0 m " + b"5 5 l " * 1_000_000 + b"S"),
        "rectangles by the million": lambda: packed(b"0 0 5 5 re f " * 1_000_000),
        "curves by the million": lambda: packed(b"0 0 m 1 2 3 4 5 6 c S " * 500_000),
        "numbers beyond floats": lambda: page_of(b"1e308 0 0 1e308 0 0 cm " * 9 + b"9" * 5000 + b" 0 Td " + TEXT),
        "strings opened, 10 MB": lambda: packed(b"(" * 10_000_000),
        "hex opened, 10 MB": lambda: packed(b"<" * 10_000_000),
        "arrays opened": lambda: packed(b"[" * 1_000_000),
        "dictionaries opened": lambda: packed(b"<< /a " * 500_000),
        "arrays opened in an object": lambda: tree(page=b"/X " + b"[" * 200_000),
        "dictionaries opened in an object": lambda: tree(page=b"/X " + b"<< /a " * 200_000),
        "picture without end": lambda: page_of(b"BI /W 9 /H 9 ID " + b"x" * 500_000),
        "pictures by the thousand": lambda: page_of(b"BI /W 1 /H 1 ID x EI " * 50_000),
        "contents, 100,000 times": lambda: tree().replace(
            b"/Contents 4 0 R", b"/Contents [" + b"4 0 R " * 10**5 + b"]"
        ),
        "draws what is missing": lambda: page_of(b"/Nothing Do " * 10_000),
    }.items()
    yield from filters()
    yield from fonts()


def filters() -> Iterator[tuple[str, Make]]:
    """What packs the contents."""
    png = b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>"
    yield from {
        "filters by the thousand": lambda: page_of(TEXT, entries=b"/Filter [%s]" % (b"/ASCIIHexDecode " * 5000)),
        "filter unknown": lambda: page_of(TEXT, entries=b"/Filter /Secret"),
        "flate of nothing": lambda: page_of(b"x", entries=FLATE),
        "hex, 60 MB": lambda: page_of(
            zlib.compress(b"41" * 30_000_000), entries=b"/Filter [/FlateDecode /ASCIIHexDecode]"
        ),
        "base 85, 30 MB": lambda: page_of(
            zlib.compress(base64.a85encode(b"a" * 24_000_000)), entries=b"/Filter [/FlateDecode /ASCII85Decode]"
        ),
        "runs, 1 GB": lambda: page_of(
            zlib.compress(b"\x81x" * 8_000_000), entries=b"/Filter [/FlateDecode /RunLengthDecode]"
        ),
        "LZW of chance": lambda: page_of(bytes(range(256)) * 4000, entries=b"/Filter /LZWDecode"),
        "LZW of zeros, 8 MB": lambda: page_of(
            zlib.compress(bytes(8_000_000)), entries=b"/Filter [/FlateDecode /LZWDecode]"
        ),
        "columns by the thousand million": lambda: page_of(zlib.compress(TEXT * 99), entries=png),
        "predictor of no width": lambda: page_of(zlib.compress(TEXT * 99), entries=png.replace(b"2000000000", b"0")),
        **{
            f"{name} of chance": lambda name=name: page_of(TEXT * 99, entries=b"/Filter /" + name.encode())  # type: ignore[misc]
            for name in ("DCTDecode", "JBIG2Decode", "JPXDecode", "Crypt")
        },
        "fax of endless width": lambda: page_of(
            bytes(9999), entries=b"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 2000000000 >>"
        ),
    }.items()


def fonts() -> Iterator[tuple[str, Make]]:
    """Fonts, widths and tables of letters."""
    simple = HELVETICA[:-2]
    described = simple + b"/FontDescriptor << /Type /FontDescriptor /FontName /X /FontFile 6 0 R %s >> >>"
    yield from {
        "letters from /etc/passwd": lambda: type0(b"", b"/..#2F..#2F..#2F..#2Fetc#2Fpasswd"),
        "letters of an unknown table": lambda: type0(b"", b"/No-Such-H"),
        "letters of a table of itself": lambda: type0(
            b"", b"6 0 R", o6=stream(b"/X usecmap", b"/CMapName /X /UseCMap 6 0 R")
        ),
        "range of all letters": lambda: to_unicode(b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange"),
        "range by names": lambda: to_unicode(b"1 begincidrange <00000000> <ffffffff> 0 endcidrange"),
        "letters by the million": lambda: to_unicode(b"beginbfchar " + b"<0041> <0041> " * 500_000 + b"endbfchar"),
        "one letter is a book": lambda: to_unicode(b"1 beginbfchar <6973> <" + b"0041" * 2_000_000 + b"> endbfchar"),
        "drawn font of itself": type3_of_itself,
        "font a loop": lambda: in_font(b"6 0 R", o6=b"7 0 R", o7=b"6 0 R"),
        "differences by the million": lambda: in_font(
            simple + b"/Encoding << /Differences [%s] >> >>" % (b"1 /a " * 10**6)
        ),
        "widths by the million": lambda: in_font(simple + b"/FirstChar 0 /Widths [%s] >>" % (b"500 " * 2_000_000)),
        "widths of words": lambda: in_font(simple + b"/FirstChar (x) /Widths [(a) null /b] >>"),
        "font file of chance": lambda: in_font(described % b"", o6=stream(bytes(range(256)) * 100)),
        "font file a bomb": lambda: in_font(described % b"", o6=stream(zlib.compress(bytes(500_000_000), 9), FLATE)),
        "font box of words": lambda: in_font(described % b"/FontBBox [(x) null 3]", o6=stream(b"")),
        "font of no known kind": lambda: in_font(b"<< /Type /Font /Subtype /Secret >>"),
        "font a number": lambda: in_font(b"7"),
        "size of letters endless": lambda: page_of(TEXT.replace(b"12 Tf", b"1e300 Tf")),
        "size of letters nothing": lambda: page_of(TEXT.replace(b"12 Tf", b"0 Tf")),
    }.items()
