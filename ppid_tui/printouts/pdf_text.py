"""Literal text as the markup that reportlab's paragraphs read, in fonts that have its letters.

Times stands on every system and needs no embedding, but has only the letters of Western Europe
(WinAnsi). Other Latin letters and signs are set in Vera, which reportlab ships; Greek and dingbats in
the PDF standard fonts Symbol and ZapfDingbats. A letter that none of them has is replaced by its nearest
plain form where Unicode knows one, and otherwise by "?": seen, never silently gone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ppid_tui.printouts.literal import literal
from ppid_tui.printouts.paper import Run

PLAIN, BOLD = "Times-Roman", "Times-Bold"
_STAND_INS = {PLAIN: "PPID-Vera", BOLD: "PPID-Vera-Bold"}
_PLAIN_FORMS = {"‐": "-", "‑": "-", "☐": "[ ]", "□": "[ ]", "☑": "[x]", "☒": "[x]", "●": "•", "\uf0b7": "•"}


def markup(runs: Iterable[Run]) -> str:
    """The runs as reportlab markup: escaped, marked words bold and underlined, line breaks kept."""
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    bold = run.bold or run.marked
    text = _in_fonts(literal(run.text), BOLD if bold else PLAIN).replace("\n", "<br/>")
    text = f'<font name="{BOLD}">{text}</font>' if bold else text
    return f"<u>{text}</u>" if run.marked else text


def _in_fonts(text: str, font: str) -> str:
    fitted = "".join(map(_printable, text))
    parts = ((needs, escape("".join(chars))) for needs, chars in groupby(fitted, _needs_stand_in))
    return "".join(f'<font name="{_stand_in(font)}">{part}</font>' if needs else part for needs, part in parts)


def _needs_stand_in(char: str) -> bool:
    return not _encodes(char, "WinAnsiEncoding") and _in_vera(char)


@cache
def _printable(char: str) -> str:
    """The character itself where a font has it, else its nearest plain form, else "?"."""
    if _has_glyph(char):
        return char
    apart = unicodedata.normalize("NFKD", char)
    nearest = _PLAIN_FORMS.get(char) or "".join(c for c in apart if not unicodedata.combining(c))
    return nearest if nearest and all(map(_has_glyph, nearest)) else "?"


def _has_glyph(char: str) -> bool:
    fonts = (pdfmetrics.getFont(PLAIN), *pdfmetrics.getFont(PLAIN).substitutionFonts)
    return char == "\n" or any(_encodes(char, font.encName) for font in fonts) or _in_vera(char)


def _encodes(char: str, codec: str) -> bool:
    try:
        return bool(char.encode(codec))
    except UnicodeEncodeError:
        return False


def _in_vera(char: str) -> bool:
    return ord(char) in pdfmetrics.getFont(_stand_in(PLAIN)).face.charToGlyph


@cache
def _stand_in(font: str) -> str:
    name = _STAND_INS[font]
    pdfmetrics.registerFont(TTFont(name, "VeraBd.ttf" if font == BOLD else "Vera.ttf"))
    return name
