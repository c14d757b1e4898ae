"""Makes small files that have hung, crashed or bloated readers of PDF and Word."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PAGE_TREE = {
    1: b"<< /Type /Catalog /Pages 2 0 R >>",
    2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
}
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources %s >>"
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(objects: Mapping[int, bytes]) -> bytes:
    """A PDF of these objects, with the page tree of one page unless they bring their own."""
    body, offsets = bytearray(b"%PDF-1.7\n"), {}
    for number, content in sorted({**PAGE_TREE, **objects}.items()):
        offsets[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = max(offsets) + 1
    rows = [b"%010d 00000 n \n" % offsets[n] if n in offsets else b"0000000000 65535 f \n" for n in range(size)]
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(body))
    return bytes(body) + b"xref\n0 %d\n" % size + b"".join(rows) + trailer


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object with further dictionary entries."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def text_page(text: bytes, font: bytes = HELVETICA) -> bytes:
    """A PDF of one page that shows this text."""
    shown = b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % text
    return pdf({3: PAGE % b"<< /Font << /F1 5 0 R >> >>", 4: stream(shown), 5: font})


def reference_loop() -> bytes:
    """References in a ring under the page's contents: pdfminer follows them for ever."""
    return pdf({3: PAGE % b"<< >>", 4: b"6 0 R", 6: b"7 0 R", 7: b"6 0 R"})


def endless_pages(which: str) -> bytes:
    """A page for each letter of ``which``: "t" has text, any other a loop of references."""
    numbers = range(10, 10 + len(which))
    objects = {
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % n for n in numbers), len(which)),
        5: HELVETICA,
        6: b"7 0 R",
        7: b"6 0 R",
    }
    for at, (number, letter) in enumerate(zip(numbers, which, strict=True), 1):
        contents = 100 + number if letter == "t" else 6
        objects[number] = PAGE.replace(b"4 0 R", b"%d 0 R") % (contents, b"<< /Font << /F1 5 0 R >> >>")
        objects[100 + number] = stream(b"BT /F1 12 Tf 72 700 Td (halaman %d) Tj ET" % at)
    return pdf(objects)


def endless_xref() -> bytes:
    """A cross-reference stream that promises two thousand million entries of no width."""
    entries = b"/Type /XRef /W [0 0 0] /Index [0 2000000000] /Size 2000000000 /Root 1 0 R"
    body = b"%PDF-1.7\n"
    return body + b"1 0 obj\n" + stream(b"", entries) + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(body)


def font_of_endless_widths() -> bytes:
    """A font whose width table names two thousand million characters: 5 GB."""
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
        b"/Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        b"/Supplement 0 >> /W [0 2000000000 500] >>] >>"
    )
    return text_page(b"teks", font)


def form_of_itself() -> bytes:
    """A form that draws itself."""
    form = stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>")
    return pdf({3: PAGE % b"<< /XObject << /X 5 0 R >> >>", 4: stream(b"/X Do"), 5: form})


def forms_doubling(levels: int = 30) -> bytes:
    """Forms that each draw the next one twice: two to the power of ``levels`` drawings."""
    head = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    forms = {n: stream(b"/X Do /X Do", head % (n + 1)) for n in range(5, 5 + levels)}
    last = {5 + levels: stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")}
    return pdf({3: PAGE % b"<< /XObject << /X 5 0 R >> >>", 4: stream(b"/X Do"), **forms, **last})


def flate_bomb(megabytes: int = 1024) -> bytes:
    """A page whose contents inflate to ``megabytes``."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()
    return pdf({3: PAGE % b"<< >>", 4: stream(packed, b"/Filter /FlateDecode")})


def crowded_page(chars: int = 30_000) -> bytes:
    """A page of single letters, each at a place of its own: layout analysis takes for ever."""
    shown = b"".join(b"1 0 0 1 %d %d Tm (x) Tj " % (7 * i % 612, 11 * i % 792) for i in range(chars))
    content = zlib.compress(b"BT /F1 6 Tf " + shown + b"ET")
    page = PAGE % b"<< /Font << /F1 5 0 R >> >>"
    return pdf({3: page, 4: stream(content, b"/Filter /FlateDecode"), 5: HELVETICA})


def word(path: Path, body: str, **parts: str) -> Path:
    """A Word file with this body, and further parts of word/ by name."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return path


def paragraph(text: str) -> str:
    """A Word paragraph of one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def word_bomb(path: Path, megabytes: int = 1024) -> Path:
    """A Word file whose body inflates to ``megabytes``."""
    block = paragraph("bom " * 50).encode() * 5000
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        part.write(f"<w:document {WORD}><w:body>".encode())
        for _ in range(megabytes * 2**20 // len(block)):
            part.write(block)
        part.write(b"</w:body></w:document>")
    return path
