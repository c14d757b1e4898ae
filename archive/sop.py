"""An SOP as the office approved it: who does which step, with what, how long, and what comes out.

The words are the sheet's own. Where a clean form is used, the sheet's words are kept beside it
(``<field>_asli`` in the file, ``originals`` here), so that the sheet can be printed as it hangs on the wall.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from archive.model import Right
from archive.sop_check import END, SHEET_LISTS, SHEET_TEXTS, problems_of
from archive.standard import Standard, parse_time

BUNDLED = ("kesra", "adpim", "diskop", "dinsos")


class SopError(Exception):
    """An SOP file that cannot be used; ``problems`` names every error by file, step and field."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Keep all problems; the message is one a line."""
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Role:
    """A lane of the sheet, and what its officers may do in the kiosk."""

    id: str
    title: str
    may: tuple[Right, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """A way out of a step: ``to`` is a step's number, None the end."""

    label: str
    to: int | None
    originals: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """A row of the sheet: kegiatan, pelaksana and mutu baku (needs, time, output).

    ``reviewer`` is the role that then chooses the outcome; ``work`` says which kind of screen it has.
    Without outcomes a step leads to the next one, the last to the end.
    """

    number: int
    role: str
    activity: str
    work: str
    reviewer: str | None = None
    needs: tuple[str, ...] = ()
    time: str = ""
    output: str = ""
    note: str = ""
    outcomes: tuple[Outcome, ...] = ()
    originals: Mapping[str, str] = field(default_factory=dict)

    @property
    def standard(self) -> Standard | None:
        """The time the step may take; None where the sheet leaves it blank."""
        return parse_time(self.time) if self.time else None


@dataclass(frozen=True)
class Sheet:
    """The head of the official form; what is blank on the sheet is empty.

    Items of lists carry the sheet's own numbers where it has any. ``labels`` and ``columns`` are the
    sheet's names of its fields and columns; ``remarks`` say what is odd or outdated on it. ``top_line`` stands
    over the whole sheet, ``heading`` over its table.
    """

    title: str
    number: str = ""
    top_line: str = ""
    heading: str = ""
    institution: str = ""
    unit: str = ""
    section: str = ""
    created: str = ""
    revised: str = ""
    approved: str = ""
    effective: str = ""
    approved_by: str = ""
    legal_basis: tuple[str, ...] = ()
    qualifications: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    recording: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    originals: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sop:
    """An SOP in use. ``text`` is its file's; ``version`` changes whenever a word of it does."""

    id: str
    sheet: Sheet
    roles: tuple[Role, ...]
    steps: tuple[Step, ...]
    version: str
    text: str = field(default="", repr=False)

    def step(self, number: int) -> Step:
        """The step of this number; KeyError if there is none."""
        return {step.number: step for step in self.steps}[number]

    def role(self, id: str) -> Role:  # noqa: A002 - the word of the SOP file
        """The role of this id; KeyError if there is none."""
        return {role.id: role for role in self.roles}[id]

    def after(self, number: int) -> int | None:
        """The number of the step that follows on the sheet, None after the last."""
        return min((step.number for step in self.steps if step.number > number), default=None)


def as_on_sheet(part: Sheet | Step | Outcome, name: str) -> str:
    """A field in the sheet's own words: for the printed form."""
    value = part.originals.get(name, getattr(part, name))
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def label_on_sheet(names: Mapping[str, str], name: str) -> str:
    """The sheet's own word for a field or column, from its ``labels`` or ``columns``; '' if it has none."""
    return names.get(f"{name}_asli", names.get(name, ""))


def load_sop(path: Path) -> Sop:
    """Read an SOP file. SopError lists everything that is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SopError((f"{path.name}: bukan teks UTF-8. Simpan ulang sebagai UTF-8.",)) from error
    except OSError as error:
        raise SopError((f"{path.name}: berkas SOP tidak dapat dibuka di {path}.",)) from error
    return parse_sop(text, path.name)


def parse_sop(text: str, name: str) -> Sop:
    """Read the text of an SOP file; ``name`` stands before each problem of a SopError."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SopError((f"{name}: {_syntax(error)}",)) from error
    except RecursionError as error:
        raise SopError((f"{name}: terlalu banyak kurung di dalam kurung.",)) from error
    if problems := problems_of(raw):
        raise SopError(tuple(f"{name}: {problem}" for problem in problems))
    return _sop(raw, text)


def bundled_sop(id: str) -> Sop:  # noqa: A002 - the word of the SOP file
    """The SOP of one of the four offices. SopError names those that there are."""
    if id not in BUNDLED:
        raise SopError((f'SOP "{id}" tidak ada. Yang ada: {", ".join(BUNDLED)}.',))
    return _bundled(id)


def bundled_sops() -> tuple[Sop, ...]:
    """The SOPs that come with the kiosk."""
    return tuple(map(_bundled, BUNDLED))


def sop_as_json(sop: Sop) -> dict[str, Any]:
    """An SOP for other programs; ``to`` is a step's number or "selesai"."""
    return {
        "id": sop.id,
        "roles": [{"id": role.id, "title": role.title, "may": list(role.may)} for role in sop.roles],
        "steps": [_step_as_json(step) for step in sop.steps],
    }


@cache
def _bundled(id: str) -> Sop:  # noqa: A002 - the word of the SOP file
    file = files("archive") / "sops" / f"{id}.toml"
    return parse_sop(file.read_text(encoding="utf-8"), file.name)


def _syntax(error: tomllib.TOMLDecodeError) -> str:
    place = re.search(r"line (\d+), column (\d+)", str(error))
    where = f"di baris {place[1]}, kolom {place[2]}" if place else "di akhir berkas"
    return f"tulisan TOML tidak benar {where}."


def _sop(raw: dict[str, Any], text: str) -> Sop:
    version = hashlib.sha256(text.encode()).hexdigest()[:12]
    roles, steps = tuple(map(_role, raw["roles"])), tuple(map(_step, raw["steps"]))
    return Sop(raw["id"], _sheet(raw["sheet"]), roles, steps, version, text)


def _sheet(raw: dict[str, Any]) -> Sheet:
    known: dict[str, Any] = {name: raw[name] for name in (*SHEET_TEXTS, "labels", "columns") if name in raw}
    known |= {name: tuple(raw[name]) for name in SHEET_LISTS if name in raw}
    return Sheet(**known, originals=_originals(raw))


def _role(raw: dict[str, Any]) -> Role:
    return Role(raw["id"], raw["title"], tuple(map(Right, raw.get("may", ()))))


def _step(raw: dict[str, Any]) -> Step:
    plain = {key: value for key, value in raw.items() if not key.endswith("_asli")}
    plain["needs"] = tuple(raw.get("needs", ()))
    plain["outcomes"] = tuple(map(_outcome, raw.get("outcomes", ())))
    return Step(**plain, originals=_originals(raw))


def _outcome(raw: dict[str, Any]) -> Outcome:
    return Outcome(raw["label"], None if raw["to"] == END else raw["to"], _originals(raw))


def _originals(raw: dict[str, Any]) -> dict[str, str]:
    return {key.removesuffix("_asli"): value for key, value in raw.items() if key.endswith("_asli")}


def _step_as_json(step: Step) -> dict[str, Any]:
    plain = ("number", "role", "activity", "needs", "time", "output", "work", "reviewer", "note")
    outcomes = [{"label": way.label, "to": END if way.to is None else way.to} for way in step.outcomes]
    asli = {f"{name}_asli": text for name, text in step.originals.items()}
    return {
        **{name: getattr(step, name) for name in plain},
        "needs": list(step.needs),
        "outcomes": outcomes,
        **asli,
    }
