"""Tells what each page repeats (headers, footers, watermarks) from what it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .text import has_words, letters

_EDGE = 4


def without_watermark(pages: Sequence[str]) -> list[str]:
    """The pages; '' for those with nothing but a short text that most pages hold, page number apart."""
    keys = [re.sub(r"[\d\s-]+", " ", page).strip() if letters(page) < 100 else "" for page in pages]
    times = Counter(key for key in keys if key)
    stamps = {key for key, count in times.items() if count >= 3 and count > len(pages) / 2}
    return ["" if key in stamps else page for key, page in zip(keys, pages, strict=True)]


def without_repeats(pages: Sequence[str]) -> list[str]:
    """The pages without the headers and footers that stand on earlier pages already.

    Such a line counts if it is among the four outermost of a third of the pages, three at least; its own
    number apart. It stays on the first page that has it, so that a title or a number in it is found once.
    A web address that most pages have goes wherever it stands. A page with nothing else is left empty,
    unless that is much: then it is a copy of a whole page.
    """
    lines = [page.split("\n") for page in pages]
    edges = [{key for key, _ in _edge_lines(page)} for page in lines]
    times = Counter(key for keys in edges for key in keys)
    repeated = {key for key, count in times.items() if count >= max(3, len(pages) / 3)}
    stamps = _web_addresses(lines)
    if not repeated and not stamps:
        return list(pages)
    seen: set[object] = set()
    return [_without(page, repeated, stamps, seen) for page in lines]


def _edge_lines(lines: Sequence[str]) -> list[tuple[object, int]]:
    """A key and the place of each outer line; one with a number in it has to stand at the same height."""
    filled = [at for at, line in enumerate(lines) if has_words(line)]
    outer = {at: height for height, at in enumerate(filled[:_EDGE])}
    outer |= {at: -1 - height for height, at in enumerate(filled[: -_EDGE - 1 : -1]) if at not in outer}
    return [(_key(lines[at], height), at) for at, height in outer.items()]


def _key(line: str, height: int) -> object:
    bare = re.sub(r"[\d\W]+", " ", line).strip().lower()
    return (bare, height if re.search(r"\d", line) else height >= 0)


def _web_addresses(pages: Sequence[Sequence[str]]) -> set[str]:
    if len(pages) < 3:
        return set()
    found = Counter(line for page in pages for line in set(page) if re.fullmatch(r"[\w-]+(?:\.[\w/-]+)+", line))
    return {line for line, count in found.items() if count > len(pages) / 2}


def _without(page: Sequence[str], repeated: set[object], stamps: set[str], seen: set[object]) -> str:
    outer = {at: key for key, at in _edge_lines(page) if key in repeated}
    gone = {at for at, key in outer.items() if key in seen}
    gone |= {at for at, line in enumerate(page) if line in stamps and line in seen}
    seen.update(outer.values(), stamps.intersection(page))
    rest = "\n".join(line for at, line in enumerate(page) if at not in gone)
    if not has_words(rest) and letters("".join(page)) >= 100:
        return "\n".join(page)  # the same page again: no header is as long
    return re.sub(r"\n{3,}", "\n\n", rest).strip() if has_words(rest) or not gone else ""
