"""What the SOP sheet says of a step, where the step stands in the chain, and what was done so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from archive.case_model import Phase, StepDone
from archive.sop import Sop, Step, as_on_sheet, label_on_sheet
from ppid_tui.desk.case_history import Told, sheet_words
from ppid_tui.desk.cases import Link, State
from ppid_tui.desk.works import filled
from ppid_tui.printouts.labels import long_time

# Signs that the oldest Windows consoles have.
MARKS = {State.DONE: "√", State.CURRENT: "►", State.AHEAD: " "}
COLUMNS = {"needs": "Kelengkapan", "time": "Waktu", "output": "Output", "note": "Keterangan"}
SHORTLY = ("needs", "time", "output")


def sheet_lines(sop: Sop, step: Step) -> Content:
    """The step's row of the sheet, under the sheet's own column names."""
    return _lines(Content.assemble((f"{label}: ", "bold"), value) for label, value in _on_sheet(sop, step, COLUMNS))


def sheet_in_short(sop: Sop, step: Step) -> Content:
    """What the step takes and gives by its sheet, in one line where it fits."""
    return Content(" · ".join(f"{label}: {value}" for label, value in _on_sheet(sop, step, SHORTLY)))


def chain_lines(links: Sequence[Link]) -> Content:
    """The steps in order: done ones ticked, the current one marked, each with who does it."""
    return _lines(part for link in links for part in _link(link))


def history_lines(told: Sequence[Told], opened: str) -> Content:
    """Who did what and when, the newest first, with what was filled in and why it was returned."""
    return _lines([*map(_done, reversed(told)), Content.styled(opened, "dim")])


def handed_on(sop: Sop, done: StepDone) -> Content:
    """What the officer before filled in and wrote, for who takes up the case."""
    rows = [*filled(sop, done), *([("Catatan", done.note)] if done.note else [])]
    rows = [*((words, "") for words in sheet_words(done)), *((label, _indented(value)) for label, value in rows)]
    head = Content.styled(f"Dari {done.officer}, {long_time(done.at)}:", "bold")
    return (
        _lines([head, *(Content(f"  {label}: {value}" if value else f"  {label}") for label, value in rows)])
        if rows
        else Content("")
    )


def _indented(value: str) -> str:
    return "\n    ".join(value.splitlines())


def _on_sheet(sop: Sop, step: Step, names: Iterable[str]) -> list[tuple[str, str]]:
    rows = ((label_on_sheet(sop.sheet.columns, name) or COLUMNS[name], as_on_sheet(step, name)) for name in names)
    return [(label, value) for label, value in rows if value]


def _link(link: Link) -> Iterable[Content]:
    style = {State.DONE: "$success", State.CURRENT: "bold $primary", State.AHEAD: ""}[link.state]
    yield Content.styled(f"{MARKS[link.state]} {link.step.number}. {link.role}", style)
    if link.reviewer:
        yield Content.styled(f"     lalu diperiksa {link.reviewer}", style)
    yield Content.styled(f"     {link.step.activity}", "dim")


def _done(told: Told) -> Content:
    verb = {Phase.REVIEW: "diperiksa ", Phase.WORK: "dikerjakan "}.get(told.phase, "") if told.phase else ""
    head = f"Langkah {told.step} {verb}{told.who}" if told.phase else f"{told.what} oleh {told.who}"
    tail = f": {told.what}" if told.phase else ""
    rows = (Content.styled(f"  {row}", "dim") for row in told.said)
    return _lines([Content(f"{head}, {long_time(told.at)}{tail}"), *rows])


def _lines(parts: Iterable[Content]) -> Content:
    return Content("\n").join(parts)
