"""What was filled into the fields of a PDF, or typed onto its pages: drawings of their own, beside the page's."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple, cast

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, int_value, list_value, resolve1
from pdfminer.utils import MATRIX_IDENTITY, Matrix, Rect, apply_matrix_rect, mult_matrix

_MOST = 2_000
_HIDDEN = 2 | 32  # invisible, or on paper only


class Filling(NamedTuple):
    """A drawing, with the matrix that puts it into its place on the page."""

    drawing: PDFStream
    matrix: Matrix


def fillings(page: PDFPage) -> Iterator[Filling]:
    """Those that an officer sees; signatures are left out, since their stamps are not the document's text."""
    if not page.annots:
        return
    for note in islice(list_value(page.annots), _MOST):
        found = None
        with contextlib.suppress(Exception):  # A damaged one costs only itself.
            found = _filling(dict_value(note))
        if found:
            yield found


def _filling(note: dict[str, Any]) -> Filling | None:
    kind = getattr(resolve1(note.get("Subtype")), "name", "")
    if kind not in ("Widget", "FreeText") or int_value(note.get("F", 0)) & _HIDDEN or _is_signature(note):
        return None
    drawing = _appearance(note)
    return Filling(drawing, _place(drawing, note["Rect"])) if drawing else None


def _is_signature(note: dict[str, Any]) -> bool:
    kind = note.get("FT") or dict_value(note.get("Parent", {})).get("FT")
    return getattr(resolve1(kind), "name", "") == "Sig"


def _appearance(note: dict[str, Any]) -> PDFStream | None:
    """The normal one; of a box to tick, that of its state."""
    normal = resolve1(dict_value(note.get("AP", {})).get("N"))
    if isinstance(normal, dict):
        normal = resolve1(normal.get(getattr(note.get("AS"), "name", None)))
    return normal if isinstance(normal, PDFStream) and "BBox" in normal else None


def _place(drawing: PDFStream, rectangle: object) -> Matrix:
    """The box of the drawing laid onto its rectangle (ISO 32000-1, 12.5.5, algorithm 8.1)."""
    matrix = cast(Matrix, tuple(list_value(drawing.get("Matrix", list(MATRIX_IDENTITY)))))
    left, low, right, high = apply_matrix_rect(matrix, _rectangle(drawing["BBox"]))
    x0, y0, x1, y1 = _rectangle(rectangle)
    wide, tall = (x1 - x0) / ((right - left) or 1), (y1 - y0) / ((high - low) or 1)
    return mult_matrix(matrix, (wide, 0, 0, tall, x0 - left * wide, y0 - low * tall))


def _rectangle(value: object) -> Rect:
    x0, y0, x1, y1 = map(resolve1, list_value(value))
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
