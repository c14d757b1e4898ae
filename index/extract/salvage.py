"""What is left of a PDF that was cut off or lost its table of objects: the pages, found one by one."""

from __future__ import annotations

import contextlib
from typing import BinaryIO

from pdfminer.pdfdocument import PDFDocument, PDFXRefFallback
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, resolve1

_MOST_PARENTS = 50


class Salvaged(PDFDocument):
    """A document without a catalogue; its pages stand in the order of their objects.

    Raises PDFPasswordIncorrect where it is locked, PDFSyntaxError where no page is left.
    """

    def __init__(self, file: BinaryIO) -> None:
        parser = PDFParser(file)
        with contextlib.suppress(Exception):
            super().__init__(parser)
        objects = PDFXRefFallback()
        parser.fallback = True
        # The object at the cut raises; those before it are known by then.
        with contextlib.suppress(Exception):
            objects.load(parser)
        self.xrefs = [objects]
        self.catalog = {}


def inherit(page: PDFPage) -> None:
    """Gives a salvaged page the fonts and the size that stand with its parents."""
    above = page.attrs.get("Parent")
    for _ in range(_MOST_PARENTS):
        if page.resources or above is None:
            return
        parent = dict_value(above)
        page.resources = resolve1(parent.get("Resources")) or {}
        above = parent.get("Parent")
