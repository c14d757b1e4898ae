"""The process that pictures pages: ``python -m index.extract.render FILE [PAGE]``. It may be killed at any time.

With PAGE (from 1) that page comes as PGM on stdout; without, how many pages there are. The exit code says why not.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from .limits import arm, limit_self
from .model import PDF, Reason, Unreadable
from .recognise import media_type, open_file

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 200
SECONDS = 60.0
A4_LONGER_SIDE = 2339
"""Pixels of A4's longer side at 200 dpi: a picture is taken for a sheet of that size."""
MOST_PIXELS = 36_000_000
LONGEST_SIDE = 32_000
"""Tesseract refuses 32,768 and more."""


_FIRST_CODE = 64  # below lie the codes of the interpreter itself


def code_of(reason: Reason) -> int:
    """The exit code that stands for a reason."""
    return _FIRST_CODE + list(Reason).index(reason)


def reason_of(code: int) -> Reason:
    """The reason; a child that died without one met its memory limit, or a fault in a library."""
    return next((reason for reason in Reason if code_of(reason) == code), Reason.TOO_HEAVY)


def main() -> int:
    """Do what the command line asks."""
    limit_self()
    arm(SECONDS + 5, sys.stderr)  # where the parent is gone, nobody else ends it
    path, *page = sys.argv[1:]
    try:
        with open_file(Path(path)) as file:
            _answer(file, int(page[0]) if page else 0)
    except Unreadable as problem:
        return code_of(problem.reason)
    except BrokenPipeError:  # the reader at the other end is gone
        return code_of(Reason.TROUBLE)
    except MemoryError:
        return code_of(Reason.TOO_HEAVY)
    except Exception:
        # pypdfium2 and Pillow raise whatever a damaged file makes of them.
        return code_of(Reason.DAMAGED)
    return 0


def _answer(file: BinaryIO, page: int) -> None:
    read = _pdf_page if media_type(file) == PDF else _picture
    count, image = read(file, page)
    if image is None:
        print(count)
    else:
        image.save(sys.stdout.buffer, "PPM")


def _pdf_page(file: BinaryIO, page: int) -> tuple[int, Image | None]:
    from pypdfium2 import PdfDocument

    document = PdfDocument(file)
    document.init_forms()  # or what was filled in would be left out of the picture
    if not page:
        return len(document), None
    sheet = document[page - 1]
    scale = _bounded(DPI / 72, *sheet.get_size())
    return len(document), sheet.render(scale=scale, grayscale=True).to_pil().convert("L")


def _bounded(scale: float, width: float, height: float) -> float:
    """The scale, or what is left of it where the page would grow beyond any use."""
    area = math.sqrt(MOST_PIXELS / max(1.0, width * height))
    return min(scale, area, LONGEST_SIDE / max(1.0, width, height))


def _picture(file: BinaryIO, page: int) -> tuple[int, Image | None]:
    from PIL import Image, ImageOps

    image = Image.open(file)
    count = getattr(image, "n_frames", 1)
    if not page:
        return count, None
    image.seek(page - 1)
    image.draft("L", (A4_LONGER_SIDE, A4_LONGER_SIDE))
    upright = _on_white(ImageOps.exif_transpose(image))
    scale = A4_LONGER_SIDE / max(upright.size)
    return count, upright.resize((_side(upright.width * scale), _side(upright.height * scale)))


def _on_white(image: Image) -> Image:
    """Grey, with what is transparent taken for paper."""
    from PIL import Image as Images

    if not image.has_transparency_data:
        return image.convert("L")
    paper = Images.new("RGBA", image.size, "white")
    return Images.alpha_composite(paper, image.convert("RGBA")).convert("L")


def _side(pixels: float) -> int:
    return max(1, round(pixels))


if __name__ == "__main__":
    sys.exit(main())
