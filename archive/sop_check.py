"""What is wrong with an SOP file: every error at once, each by step and field, for whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from archive.model import Right
from archive.standard import parse_time

END = "selesai"
WORKS = (
    "list",
    "prepare",
    "coordinate",
    "collect",
    "produce",
    "hand_over",
    "describe",
    "submit",
    "review",
    "store",
    "publish",
)
SHEET_TEXTS = (
    "top_line",
    "title",
    "number",
    "heading",
    "institution",
    "unit",
    "section",
    "created",
    "revised",
    "approved",
    "effective",
    "approved_by",
)
SHEET_LISTS = (
    "legal_basis",
    "qualifications",
    "related",
    "equipment",
    "warnings",
    "recording",
    "remarks",
)
COLUMNS = ("number", "activity", "role", "standard", "needs", "time", "output", "note")
_TEXT, _TEXTS, _NUMBER, _TARGET = "text", "texts", "number", "target"
_TABLE, _TABLES, _NAMES = "table", "tables", "names"
_SOP = {"id": _TEXT, "sheet": _TABLE, "roles": _TABLES, "steps": _TABLES}
_SHEET = dict.fromkeys(SHEET_TEXTS, _TEXT) | dict.fromkeys(SHEET_LISTS, _TEXTS)
_SHEET |= {"labels": _NAMES, "columns": _NAMES}
_ROLE = {"id": _TEXT, "title": _TEXT, "may": _TEXTS}
_STEP = {"number": _NUMBER, "outcomes": _TABLES, "needs": _TEXTS}
_STEP |= dict.fromkeys(("role", "activity", "work", "reviewer", "time", "output", "note"), _TEXT)
_OUTCOME = {"label": _TEXT, "to": _TARGET}

Table = Mapping[str, Any]


def problems_of(raw: Table) -> tuple[str, ...]:
    """All that keeps this SOP from being used, in plain Indonesian; empty when it is sound."""
    found = [
        *_fields(raw, _SOP, "berkas", ("id", "sheet", "roles", "steps")),
        *_id(raw.get("id")),
        *_sheet(raw),
        *_roles(_tables(raw, "roles")),
        *_steps(raw),
        *_walk(_tables(raw, "steps")),
    ]
    return tuple(found)


def _id(id: Any) -> Iterator[str]:  # noqa: A002, ANN401 - whatever the file holds
    # It becomes the name of a file.
    if isinstance(id, str) and id and not re.fullmatch(r"[A-Za-z0-9_-]{1,40}", id):
        yield f'berkas, id: "{id}" hanya boleh huruf, angka, "-", dan "_", paling banyak 40.'


def _sheet(raw: Table) -> Iterator[str]:
    sheet = _table(raw.get("sheet"))
    yield from _fields(sheet, _SHEET, "sheet", ("title",) if "sheet" in raw else ())
    for name, known in (("labels", (*SHEET_TEXTS, *SHEET_LISTS)), ("columns", COLUMNS)):
        for label in _table(sheet.get(name)):
            if label.removesuffix("_asli") not in known:
                yield f"sheet, {name}, {label}: bidang ini tidak dikenal. Pilihan: {', '.join(known)}."


def _roles(roles: list[Table]) -> Iterator[str]:
    for place, role in enumerate(roles, 1):
        where = f'peran "{role.get("id", place)}"'
        yield from _fields(role, _ROLE, where, ("id", "title"))
        for right in _texts(role.get("may")):
            if right not in set(Right):
                yield f'{where}, may: hak "{right}" tidak dikenal. Pilihan: {", ".join(Right)}.'
    for id in _twice([role.get("id") for role in roles]):  # noqa: A001
        yield f'peran "{id}", id: dipakai lebih dari sekali.'


def _steps(raw: Table) -> Iterator[str]:
    roles = [str(role.get("id")) for role in _tables(raw, "roles")]
    steps = _tables(raw, "steps")
    numbers = [step.get("number") for step in steps]
    for place, step in enumerate(steps, 1):
        where = _where(step, place)
        yield from _fields(step, _STEP, where, ("number", "role", "activity", "work"))
        yield from _words(step, where, roles)
        yield from _outcomes(step, where, numbers)
    yield from _order(numbers)


def _words(step: Table, where: str, roles: list[str]) -> Iterator[str]:
    for name in ("role", "reviewer"):
        if isinstance(step.get(name), str) and step[name] not in roles:
            yield f'{where}, {name}: peran "{step[name]}" tidak ada. Yang ada: {", ".join(roles)}.'
    if isinstance(step.get("work"), str) and step["work"] not in WORKS:
        yield f'{where}, work: pekerjaan "{step["work"]}" tidak dikenal. Pilihan: {", ".join(WORKS)}.'
    if isinstance(step.get("time"), str):
        yield from _time(step["time"], where)


def _time(time: str, where: str) -> Iterator[str]:
    try:
        _ = time and parse_time(time)
    except ValueError as error:
        yield f"{where}, time: {error}. Contoh: 5 menit, 1 jam, 1 hari, 10 hari kerja, tentatif."


def _outcomes(step: Table, where: str, numbers: list[Any]) -> Iterator[str]:
    outcomes = _tables(step, "outcomes")
    for outcome in outcomes:
        here = f'{where}, hasil "{outcome.get("label", "?")}"'
        yield from _fields(outcome, _OUTCOME, here, ("label", "to"))
        if _fits(outcome.get("to"), _TARGET) and outcome["to"] not in (END, *numbers):
            yield f'{here}, to: langkah {outcome["to"]} tidak ada. Isi nomor langkah atau "{END}".'
    for label in _twice([outcome.get("label") for outcome in outcomes]):
        yield f'{where}, hasil "{label}", label: dipakai lebih dari sekali.'


def _order(numbers: list[Any]) -> Iterator[str]:
    for number in _twice(numbers):
        yield f"langkah {number}, number: dipakai lebih dari sekali."
    known = [number for number in numbers if _fits(number, _NUMBER)]
    for before, number in pairwise(known):
        if number < before:
            yield f"langkah {number}, number: harus sesudah nomor yang lebih kecil, bukan sesudah {before}."


def _walk(steps: list[Table]) -> Iterator[str]:
    """Steps that no case comes to, and steps that no case comes out of."""
    numbers = [step.get("number") for step in steps]
    # Wrong numbers are named already; where steps lead cannot be told before they are right.
    if not steps or not all(_fits(number, _NUMBER) for number in numbers) or _twice(numbers):
        return
    ways = _ways(steps)
    reached = _reach(steps[0]["number"], ways)
    for number in ways:
        if number not in reached:
            yield f"langkah {number}, number: tidak pernah dicapai dari langkah {steps[0]['number']}."
    stuck = [number for number in reached if number in ways and END not in _reach(number, ways)]
    for number in sorted(stuck):
        yield f'langkah {number}, outcomes: tidak ada jalan sampai "{END}".'


def _ways(steps: list[Table]) -> dict[int, list[Any]]:
    numbers = [step["number"] for step in steps]
    following = dict(zip(numbers, [*numbers[1:], END], strict=True))
    ways: dict[int, list[Any]] = {}
    for step in steps:
        targets = [outcome.get("to") for outcome in _tables(step, "outcomes")]
        sound = [to for to in targets if _fits(to, _TARGET) and (to == END or to in following)]
        # A wrong target is named already; the steps behind it should not be blamed for it as well.
        ways[step["number"]] = sound if targets and sound == targets else [*sound, following[step["number"]]]
    return ways


def _reach(start: int, ways: Mapping[int, list[Any]]) -> set[Any]:
    seen: set[Any] = set()
    ahead: list[Any] = [start]
    while ahead:
        place = ahead.pop()
        if place not in seen:
            seen.add(place)
            ahead.extend(ways.get(place, ()))
    return seen


def _fields(table: Table, kinds: Mapping[str, str], where: str, needed: tuple[str, ...]) -> Iterator[str]:
    for name in needed:
        if table.get(name, "") in ("", []):
            yield f"{where}, {name}: belum diisi."
    for name, value in table.items():
        kind = kinds.get(name) or (_TEXT if kinds.get(name.removesuffix("_asli")) else None)
        if kind is None:
            yield f"{where}, {name}: bidang ini tidak dikenal."
        elif not _fits(value, kind):
            yield f"{where}, {name}: {_EXPECTED[kind]}."


_EXPECTED = {
    _TEXT: "harus teks di antara tanda petik",
    _TEXTS: "harus daftar teks di antara kurung siku",
    _NUMBER: "harus angka mulai dari 1",
    _NAMES: "harus tabel berisi teks",
    _TABLES: "harus ditulis dengan kurung siku ganda, misalnya [[steps]]",
    _TARGET: f'harus nomor langkah atau "{END}"',
    _TABLE: "harus ditulis dengan kurung siku, misalnya [sheet]",
}


def _fits(value: Any, kind: str) -> bool:  # noqa: ANN401 - whatever the file holds
    if kind == _TEXT:
        return isinstance(value, str)
    if kind == _NUMBER:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 1
    if kind == _TARGET:
        return value == END or _fits(value, _NUMBER)
    if kind in (_NAMES, _TABLE):
        return isinstance(value, dict) and (kind != _NAMES or all(isinstance(v, str) for v in value.values()))
    inner = str if kind == _TEXTS else dict
    return isinstance(value, list) and all(isinstance(item, inner) for item in value)


def _table(value: Any) -> Table:  # noqa: ANN401 - whatever the file holds
    return value if isinstance(value, dict) else {}


def _tables(table: Table, name: str) -> list[Table]:
    value = table.get(name)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _texts(value: Any) -> list[str]:  # noqa: ANN401 - whatever the file holds
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _twice(values: list[Any]) -> list[Any]:
    known = [value for value in values if isinstance(value, str | int)]
    return sorted({value for value in known if known.count(value) > 1}, key=str)


def _where(step: Table, place: int) -> str:
    number = step.get("number")
    return f"langkah {number}" if _fits(number, _NUMBER) else f"langkah ke-{place}"
