"""``index.html``: one file that searches and narrows the list by itself, from a folder, without a server."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from urllib.parse import quote

from ppid_tui.printouts.labels import class_label, long_date
from ppid_tui.website.entry import Catalogue, WebEntry

_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Signs that would end a script, or a line of it, in the middle of a text."""


def page(catalogue: Catalogue, entries: Sequence[WebEntry], lists: Mapping[str, str]) -> bytes:
    """The page. ``lists`` are the lists of public information beside it: path by name of the format."""
    template = files("ppid_tui.website").joinpath("index.html").read_text("utf-8")
    data = [_data(entry) for entry in entries]
    parts = {
        "office": html.escape(catalogue.office),
        "address": html.escape(catalogue.address),
        "made": html.escape(long_date(catalogue.made_on)),
        "sample": "" if catalogue.sample else "hidden",
        "lists": " ".join(_link(name, path) for name, path in lists.items()),
        "data": json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE),
    }
    head, *rest = template.split("{{")
    filled = (parts[name] + after for name, _, after in (piece.partition("}}") for piece in rest))
    return "".join((head, *filled)).encode("utf-8", "replace")


def _data(entry: WebEntry) -> dict[str, object]:
    return {
        "title": entry.title,
        "number": entry.letter_number,
        "day": long_date(entry.day),
        "year": entry.year,
        "class": class_label(entry.information_class),
        "unit": entry.unit,
        "kind": entry.kind,
        "summary": entry.summary,
        "href": quote(entry.path),
        "about": _about(entry),
        "partly": entry.partly,
    }


def _about(entry: WebEntry) -> str:
    """What one gets by opening it: "PDF, 12 halaman, 1,4 MB"."""
    ending = entry.path.rpartition(".")[2].upper()
    pages = f"{entry.pages} halaman" if entry.pages and ending == "PDF" else ""
    return ", ".join(filter(None, (ending, pages, _size(entry.size))))


def _size(size: int) -> str:
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _link(name: str, path: str) -> str:
    return f'<a href="{html.escape(quote(path))}">{html.escape(name)}</a>'
