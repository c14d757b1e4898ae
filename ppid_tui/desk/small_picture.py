"""A page small enough for a terminal: a grey value for each half of a cell."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from archive.blackouts import Box


@dataclass(frozen=True)
class SmallPicture:
    """Rows of grey values, 0 black to 255 white, each as wide as the first."""

    rows: tuple[bytes, ...]

    @property
    def width(self) -> int:
        """Values in a row."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def height(self) -> int:
        """Rows."""
        return len(self.rows)

    def with_boxes(self, boxes: Iterable[Box]) -> SmallPicture:
        """The same with these boxes black; a small one takes one value at least."""
        rows = [bytearray(row) for row in self.rows]
        for box in boxes:
            left, right = round(box.left * self.width), round(box.right * self.width)
            top, bottom = round(box.top * self.height), round(box.bottom * self.height)
            for row in rows[max(top, 0) : max(bottom, top + 1)]:
                end = min(max(right, left + 1), self.width)
                row[left:end] = bytes(max(end - left, 0))
        return SmallPicture(tuple(bytes(row) for row in rows))


def _darker(value: int) -> int:
    """Thin letters fade as they shrink; yet none is as black as a box."""
    return max(255 - 3 * (255 - value), 70)


def small_picture(page: bytes, width: int, most_rows: int = 0) -> SmallPicture:
    """A PGM page, ``width`` values wide at most, and no higher than ``most_rows`` where that is given."""
    from PIL import Image

    image = Image.open(io.BytesIO(page)).convert("L")
    scale = width / image.width
    if most_rows:
        scale = min(scale, most_rows / image.height)
    size = max(1, round(image.width * scale)), max(2, round(image.height * scale))
    small = image.resize(size, Image.Resampling.BOX).point(_darker)
    values = small.tobytes()
    return SmallPicture(tuple(values[at : at + small.width] for at in range(0, len(values), small.width)))
