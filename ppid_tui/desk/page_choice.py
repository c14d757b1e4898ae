"""Pages as an officer types them: "2-4, 7"."""

from __future__ import annotations

import re


def chosen_pages(typed: str, most: int) -> tuple[int, ...] | None:
    """The pages meant, in order, each once; () where nothing is typed, None where it can't be understood.

    ``most`` is the document's last page.
    """
    found: set[int] = set()
    for part in filter(None, re.split(r"[,;\s]+", re.sub(r"\s*-\s*", "-", typed.strip()))):
        read = re.fullmatch(r"(\d{1,5})(?:-(\d{1,5}))?", part, re.ASCII)
        if read is None:
            return None
        first, last = int(read[1]), int(read[2] or read[1])
        if not 1 <= first <= last <= most:
            return None
        found.update(range(first, last + 1))
    return tuple(sorted(found))
