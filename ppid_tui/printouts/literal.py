"""Text from users and documents, made fit for any renderer while saying the same."""

from __future__ import annotations

import unicodedata

_LINE_ENDS = {
    "\r\n": "\n",
    "\r": "\n",
    "\x0b": "\n",
    "\x0c": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
_UNPRINTABLE = {"Cc": "", "Cf": "", "Cs": "?"}
_NONCHARACTERS = {"\ufffe", "\uffff"}


def literal(text: str) -> str:
    """The text with one kind of line end, composed letters and nothing that XML forbids.

    Control and format characters (which nobody sees) go; a lone surrogate, as in a file name that is
    not UTF-8, becomes "?". Tabs become spaces.
    """
    for old, new in _LINE_ENDS.items():
        text = text.replace(old, new)
    composed = unicodedata.normalize("NFC", text.replace("\t", "    "))
    return "".join(map(_fit, composed))


def _fit(char: str) -> str:
    if char == "\n" or char.isalnum():
        return char
    return "?" if char in _NONCHARACTERS else _UNPRINTABLE.get(unicodedata.category(char), char)
