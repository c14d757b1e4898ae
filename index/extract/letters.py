"""The head of a letter, where labels and values stand in two columns: Nomor, Sifat, Hal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LABELS = {
    "nomor": "number",
    "no": "number",
    "nomor sop": "number",
    "no sop": "number",
    "nomor surat": "number",
    "hal": "title",
    "perihal": "title",
    "nama sop": "title",
    "judul sop": "title",
    "judul": "title",
    "acara": "title",
    "tanggal": "date",
    "tgl pengesahan": "date",
    "tanggal pengesahan": "date",
    "sifat": "",
    "lampiran": "",
    "lamp": "",
    "kepada": "",
    "dari": "",
    "dari/asal": "",
    "tembusan": "",
    "tgl pembuatan": "",
    "tanggal pembuatan": "",
    "tgl revisi": "",
    "tanggal revisi": "",
}
_NAMES = "|".join(sorted((re.escape(name).replace(r"\ ", r"\.? +") for name in _LABELS), key=len, reverse=True))
_ALONE = re.compile(rf"(?P<label>{_NAMES})\.?\s*:?", re.IGNORECASE)
_WITH_VALUE = re.compile(rf"(?P<label>{_NAMES})\.?\s*:\s*(?P<value>\S.*)", re.IGNORECASE)
_SOP_ROW = re.compile(rf"(?P<label>{_NAMES})\.?\s{{2,}}:?\s*(?P<value>\S.*)", re.IGNORECASE)


class Found(NamedTuple):
    """A value and the line, or the label and the line, that it was read from."""

    value: str
    line: str


def letter_fields(lines: Sequence[str]) -> dict[str, Found]:
    """What the head says of "number", "title" and "date"; the first of each counts."""
    found: dict[str, Found] = {}
    for label, value in _pairs(lines):
        field = _field(label)
        if field and value.strip(" :.-"):
            found.setdefault(field, Found(value.strip(" :"), f"{label} : {value.strip(' :')}"))
    return found


def _field(label: str) -> str:
    return _LABELS.get(re.sub(r"[ .]+", " ", label.lower()).strip(), "")


def _pairs(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(lines):
        full = _WITH_VALUE.fullmatch(lines[at]) or _SOP_ROW.fullmatch(lines[at])
        if full:
            yield full["label"], full["value"]
            at += 1
            continue
        labels = _run_of_labels(lines, at)
        if labels:
            yield from zip(labels, _values(lines[at + len(labels) :], len(labels)), strict=False)
        at += max(1, len(labels))


def _run_of_labels(lines: Sequence[str], at: int) -> list[str]:
    """The labels that stand below each other, each alone on its line."""
    labels = []
    for line in lines[at:]:
        alone = _ALONE.fullmatch(line)
        if not alone:
            break
        labels.append(alone["label"])
    return labels


def _values(lines: Sequence[str], count: int) -> list[str]:
    """As many values as there are labels: the lines with a colon before them, else the next lines."""
    after = [line for line in lines[: 3 * count + 3] if line.strip(" :")]
    marked = [line for line in after if line.startswith(":")]
    return [line.lstrip(": ") for line in (marked if len(marked) >= count else after)[:count]]
