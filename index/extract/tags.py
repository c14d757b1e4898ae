"""What a tagged PDF says of itself: that its text comes in the order of reading, and what its pictures read."""

from __future__ import annotations

import contextlib
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, int_value, list_value, resolve1
from pdfminer.utils import decode_text

_DEEPEST = 20
_LONGEST = 2_000  # bytes


def is_tagged(page: PDFPage) -> bool:
    """Whether the file claims to be tagged (ISO 32000-1, 14.7.1), as those from word processors are."""
    with contextlib.suppress(Exception):
        return resolve1(dict_value(page.doc.catalog["MarkInfo"])["Marked"]) is True
    return False


def stated_text(page: PDFPage, section: int) -> str:
    """What stands for a section that draws no characters ("ActualText", 14.9.4); '' where nothing does."""
    with contextlib.suppress(Exception):
        tree = dict_value(page.doc.catalog["StructTreeRoot"])["ParentTree"]
        sections = list_value(_found(tree, int_value(page.attrs["StructParents"])))
        element = dict_value(sections[section])
        if resolve1(element["K"]) in (section, [section]):
            text: bytes | str = resolve1(element["ActualText"])
            return decode_text(text[:_LONGEST]) if isinstance(text, bytes) else text[:_LONGEST]
    return ""


def _found(tree: object, key: int) -> Any:  # noqa: ANN401 - whatever the file has there
    """The value in a number tree (7.9.7). Raises LookupError or StopIteration where there is none."""
    for _ in range(_DEEPEST):
        node = dict_value(tree)
        if "Nums" in node:
            numbers = list_value(node["Nums"])
            return numbers[numbers.index(key) + 1]
        kids = map(dict_value, list_value(node["Kids"]))
        tree = next(kid for kid in kids if _spans(kid, key))
    raise LookupError(key)


def _spans(kid: dict[Any, Any], key: int) -> bool:
    first, last = map(int_value, list_value(kid["Limits"]))
    return first <= key <= last
