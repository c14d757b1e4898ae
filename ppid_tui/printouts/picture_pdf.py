"""A PDF of nothing but pictures: no text, no names, no dates; the same pictures give the same bytes.

Written here, since a library would put its own metadata in, and what must not leave could hide in them.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

QUALITY = 80
"""Of JPEG: small letters of a scan stay readable."""

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom, as shares of the page from its upper left corner."""


@dataclass(frozen=True)
class Picture:
    """A page as a grey JPEG, its size in pixels."""

    jpeg: bytes
    width: int
    height: int


def blackened(page: bytes, boxes: Iterable[Edges]) -> Picture:
    """A picture of a page with these boxes painted into its pixels: what was under them is gone."""
    from PIL import Image, ImageDraw

    image = Image.open(io.BytesIO(page)).convert("L")
    brush = ImageDraw.Draw(image)
    for left, top, right, bottom in boxes:
        across, down = image.width, image.height
        # A pixel more on each side: letters are smeared beyond their edges.
        corners = (left * across - 1, top * down - 1, right * across + 1, bottom * down + 1)
        brush.rectangle([round(corner) for corner in corners], fill=0)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=QUALITY, optimize=True)
    return Picture(file.getvalue(), image.width, image.height)


class PicturePdf:
    """Writes a page a picture, as they come, then ``close``. Raises OSError."""

    def __init__(self, file: BinaryIO, dpi: int) -> None:
        self._file, self._dpi = file, dpi
        self._places: dict[int, int] = {}
        self._pages: list[int] = []
        file.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")

    def add(self, picture: Picture) -> None:
        """A further page."""
        first = 3 + 3 * len(self._pages)  # 1 and 2 are the catalogue and the list of pages
        self._pages.append(first)
        for offset, body in enumerate(_objects(first, picture, self._dpi)):
            self._put(first + offset, body)

    def close(self) -> None:
        """Write what leads to the pages. The file itself stays open."""
        kids = " ".join(f"{one} 0 R" for one in self._pages)
        self._put(1, b"<< /Type /Catalog /Pages 2 0 R >>")
        self._put(2, f"<< /Type /Pages /Count {len(self._pages)} /Kids [{kids}] >>".encode("ascii"))
        start, count = self._file.tell(), len(self._places) + 1
        rows = "".join(f"{self._places[number]:010} 00000 n \n" for number in range(1, count))
        table = f"xref\n0 {count}\n0000000000 65535 f \n{rows}"
        trailer = f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        self._file.write((table + trailer).encode("ascii"))

    def _put(self, number: int, body: bytes) -> None:
        self._places[number] = self._file.tell()
        self._file.write(f"{number} 0 obj\n".encode("ascii") + body + b"\nendobj\n")


def _objects(first: int, picture: Picture, dpi: int) -> tuple[bytes, bytes, bytes]:
    """The page, what it draws, and its picture."""
    width, height = (round(side * 72 / dpi, 2) for side in (picture.width, picture.height))
    page = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] "
        f"/Resources << /XObject << /P {first + 2} 0 R >> >> /Contents {first + 1} 0 R >>"
    )
    image = (
        f"/Type /XObject /Subtype /Image /Width {picture.width} /Height {picture.height} "
        "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode"
    )
    drawing = f"q {width} 0 0 {height} 0 0 cm /P Do Q".encode("ascii")
    return page.encode("ascii"), _stream("", drawing), _stream(image, picture.jpeg)


def _stream(about: str, content: bytes) -> bytes:
    head = f"<< {about} /Length {len(content)} >>\nstream\n".encode("ascii")
    return head + content + b"\nendstream"
