"""The SOP sheet as text on the screen: its head, the flow in its lanes, then each step whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from archive.sop import Sop, Step, as_on_sheet
from archive.sop_words import column_label
from ppid_tui.printouts.flow import FlowRow, ways_in_words
from ppid_tui.printouts.flow_lines import KEY, flow_lines
from ppid_tui.printouts.paper import FormBox, FormHead
from ppid_tui.printouts.sheet import flow_of, head_of

STANDARD = ("needs", "time", "output", "note")
_HEAD = "bold $primary"


class SopSheet(Static):
    """Drawn anew when its width changes."""

    def __init__(self, sop: Sop) -> None:
        super().__init__(markup=False)
        self._sop = sop

    def on_resize(self) -> None:
        self.update(sheet_content(self._sop, self.content_size))


def sheet_content(sop: Sop, size: Size) -> Content:
    """The whole sheet in the sheet's own words, for so many columns."""
    flow = flow_of(sop)
    drawn = flow_lines(flow, size.width)
    parts = [
        *_head(head_of(sop.sheet), size.width),
        Content.styled(f"\n{as_on_sheet(sop.sheet, 'heading') or sop.sheet.title}", _HEAD),
        *([Content("\n".join(drawn)), Content.styled(KEY, "dim")] if drawn else []),
        *(part for step, row in zip(sop.steps, flow.rows, strict=True) for part in _step(sop, step, row)),
        *_remarks(sop.sheet.remarks),
    ]
    top = [Content.styled(sop.sheet.top_line, "bold")] if sop.sheet.top_line else []
    return Content("\n").join([*top, *parts])


def _head(head: FormHead, width: int) -> Iterator[Content]:
    yield Content.styled("\n".join(head.body), "bold")
    room = max((len(label) for label, _ in head.fields), default=0)
    for label, value in head.fields:
        yield _field(f"{label:<{room}} : ", value, width)
    for box in (box for pair in head.boxes for box in pair):
        yield from _box(box, width)


def _field(label: str, value: str, width: int) -> Content:
    lines = wrap(value, max(width - len(label), 10)) or [""]
    return Content(label + f"\n{' ' * len(label)}".join(lines))


def _box(box: FormBox, width: int) -> Iterator[Content]:
    yield Content.styled(f"\n{box.title}", _HEAD)
    for line in box.lines or ("-",):
        number = re.match(r"\d+\.? ", line)
        yield _field(number[0], line[number.end() :], width) if number else Content(line)
    if box.remark:
        yield Content.styled(box.remark, "italic")


def _step(sop: Sop, step: Step, row: FlowRow) -> Iterator[Content]:
    who = sop.role(step.role).title
    if step.reviewer:
        who += f", lalu {sop.role(step.reviewer).title}"
    yield Content.styled(f"\nLangkah {step.number}: {who}", _HEAD)
    yield Content(as_on_sheet(step, "activity"))
    told = ((column_label(sop.sheet, name), as_on_sheet(step, name)) for name in STANDARD)
    yield from (Content.assemble((f"{label}: ", "bold"), value) for label, value in told if value)
    ways = ways_in_words(flow_of(sop), row)
    if ways:
        yield Content(ways)


def _remarks(remarks: tuple[str, ...]) -> Iterator[Content]:
    if remarks:
        yield Content.styled("\nCatatan kiosk, bukan bagian dari SOP", _HEAD)
    for remark in remarks:
        yield Content(f"• {remark}")
