"""Verbs as they are spoken: "nunggu" is menunggu, "bayarin" is bayarkan, "nyari" is mencari."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from index.language import known_root


@lru_cache(maxsize=10_000)
def spoken_root(form: str) -> str:
    """The root of a spoken verb, or '' where the form is a written word, or nothing known."""
    if len(form) < 4 or not form.isalpha() or known_root(form):
        return ""
    return next(filter(None, map(known_root, _written(form))), "")


def _written(form: str) -> Iterator[str]:
    """The forms that it may stand for: without "me-", with "-in" for "-kan" or "-i", with "ny" for "c"."""
    swallowed = form.startswith(("n", "m"))
    for ended in _endings(form):
        if swallowed:
            yield f"me{ended}"
        if ended.startswith("ny"):
            yield f"c{ended[2:]}"
        if ended != form:
            yield ended


def _endings(form: str) -> Iterator[str]:
    yield form
    if form.endswith("in") and len(form) > 5:
        yield f"{form[:-2]}kan"
        yield f"{form[:-2]}i"
