"""Makes the text of a page fit to be searched, and tells a text layer that is no text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

MAX_PAGE_CHARS = 400_000
_CONTROLS = dict.fromkeys(i for i in (*range(32), *range(127, 160), 0xAD, 0xFEFF) if chr(i) not in "\t\n")
# Word writes its bullets as private signs of the font Symbol, which nothing can show.
_SIGNS = {**_CONTROLS, 0xF0B7: "·", 0xF0A7: "·", 0xF0A8: "·"}
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "ada adalah akan atas atau bagi bahwa dalam dan dapat dari dengan di harus ini itu karena ke kepada "
        "lain maka mengenai nomor oleh orang pada para pasal sebagai secara serta setiap tahun telah tentang "
        "terhadap tidak untuk yang the of and to in",
    )
)


def clean(text: str) -> str:
    """One form for each sign (NFKC), no control characters, and words whole that a line end had cut.

    A hyphen at a line end is kept: in Indonesian it is part of the word ("undang-undang").
    """
    text = text[:MAX_PAGE_CHARS].replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFKC", re.sub("\u00ad[ \t]*\n[ \t]*", "", text))
    text = text.translate(_SIGNS).encode("utf-8", "replace").decode("utf-8")
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = re.sub(r"(?<=[^\W\d_])-\n[ \t]*(?=[^\W\d_])", "-", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def letters(text: str) -> int:
    """How many letters there are."""
    return sum(map(str.isalpha, text))


def has_words(text: str) -> bool:
    """Whether there is something to find: a word, or a table's worth of figures; not a page number alone."""
    return any(map(str.isalpha, text)) or sum(map(str.isdigit, text)) >= 20


def is_broken(text: str) -> bool:
    """Whether this cannot be words: a font without ToUnicode, or words that fell apart into letters.

    Tables of numbers have few letters too, so digits speak against it.
    """
    bare = re.sub(r"\(cid:\d+\)", "\N{REPLACEMENT CHARACTER}", text)
    signs = [sign for sign in bare if not sign.isspace()]
    if len(signs) < 20:
        return False
    words = re.findall(r"[^\W\d_]+", bare)
    return _too_few_letters(signs, words) or _fallen_apart(bare.split())


def _too_few_letters(signs: Sequence[str], words: Sequence[str]) -> bool:
    share_of_letters = sum(sign.isalpha() for sign in signs) / len(signs)
    share_of_digits = sum(sign.isdigit() for sign in signs) / len(signs)
    common = sum(word.lower() in _COMMON for word in words) / max(1, len(words))
    return share_of_letters < 0.1 and share_of_digits < 0.3 and common < 0.02


def _fallen_apart(tokens: Sequence[str]) -> bool:
    """Whether letters stand alone as in "t en aga n u k lir"; "a." of a list and "m2" do not count."""
    words = [token for token in tokens if token.isalpha()]
    single = sum(len(word) == 1 and word.isascii() for word in words)
    common = sum(len(word) > 1 and word.lower() in _COMMON for word in words)
    return len(words) >= 50 and single > 0.15 * len(words) and common < 0.1 * len(words)
