"""Sample scans and photos: pictures without a text layer, made with the same bytes each time."""

from __future__ import annotations

import io
import textwrap
import time
from collections.abc import Iterable, Iterator
from random import Random

from PIL import Image, ImageDraw, ImageFont

from ppid_tui.demo.sheet import Sheet, lines_of

DPI = 100
PAGE = (827, 1169)
LINES_A_PAGE = 46
MADE = time.struct_time((2020, 1, 1, 0, 0, 0, 2, 1, 0))


def as_scan(sheet: Sheet, rng: Random, skew: float = 0.0) -> bytes:
    """The sheet as a scanner gives it: pictures only, ``skew`` degrees askew."""
    pages = [_page(lines, rng, skew) for lines in _paged(lines_of(sheet))]
    file = io.BytesIO()
    pages[0].save(file, "PDF", resolution=DPI, save_all=True, append_images=pages[1:], creationDate=MADE, modDate=MADE)
    return file.getvalue()


def as_photo(rng: Random) -> bytes:
    """A photo of an event: sky, ground, and people in a row."""
    picture = Image.new("RGB", (960, 640), (150 + rng.randint(0, 60), 190, 225))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 420, 960, 640), fill=(90, 120 + rng.randint(0, 40), 80))
    for place in range(60, 900, 70):
        shirt = tuple(rng.randint(40, 230) for _ in range(3))
        draw.rectangle((place, 330, place + 44, 470), fill=shirt)
        draw.ellipse((place + 6, 290, place + 38, 332), fill=(180, 130, 95))
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=80)
    return file.getvalue()


def _page(lines: Iterable[str], rng: Random, skew: float) -> Image.Image:
    page = Image.new("L", PAGE, 246)
    draw = ImageDraw.Draw(page)
    font = ImageFont.load_default(15)
    for number, line in enumerate(lines):
        draw.text((70, 60 + 22 * number), line, fill=40, font=font)
    for _ in range(400):
        draw.point((rng.randrange(PAGE[0]), rng.randrange(PAGE[1])), fill=rng.randint(60, 200))
    return page.rotate(skew, resample=Image.Resampling.BILINEAR, fillcolor=225) if skew else page


def _paged(lines: Iterable[str]) -> Iterator[list[str]]:
    page: list[str] = []
    for line in lines:
        wrapped = textwrap.wrap(line, 92)
        if page and (not wrapped or len(page) + len(wrapped) > LINES_A_PAGE):
            yield page
            page = []
        page += wrapped
    if page:
        yield page
