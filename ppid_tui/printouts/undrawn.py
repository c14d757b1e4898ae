"""Forms, flows and charts for papers that are not drawn (DOCX, TXT): as tables, the flow in signs and words."""

from __future__ import annotations

from ppid_tui.printouts.bars import FULL
from ppid_tui.printouts.flow import STANDARD, Flow, FlowRow, ways_in_words
from ppid_tui.printouts.paper import Bars, FormBox, FormHead, Paragraph, Run, Table

_LONGEST = 24
"""Letters of the longest bar."""
_SIGNS = "● langkah awal atau akhir   ■ kegiatan   ◆ keputusan"


def undrawn(block: FormHead | Flow | Bars) -> tuple[Table | Paragraph, ...]:
    """The same words in blocks that every renderer knows."""
    if isinstance(block, FormHead):
        return _head(block)
    if isinstance(block, Bars):
        return (_bars(block),)
    return (_table(block), Paragraph((Run(_SIGNS),), small=True))


def _bars(block: Bars) -> Table:
    most = max((number for _, number in block.rows), default=0) or 1
    rows = ((name, FULL * round(_LONGEST * number / most), str(number)) for name, number in block.rows)
    return Table((), tuple(rows), (3, 5, 1))


def _head(block: FormHead) -> tuple[Table, ...]:
    fields = "\n".join(f"{label} : {value}" for label, value in block.fields)
    boxes = (Table((a.title, b.title), ((_content(a), _content(b)),), (1, 1)) for a, b in block.boxes)
    return (Table((), (("\n".join(block.body), fields),), (1, 1), centered=frozenset({0})), *boxes)


def _content(box: FormBox) -> str:
    return "\n".join((*box.lines, *([box.remark] if box.remark else [])))


def _table(flow: Flow) -> Table:
    lanes = len(flow.lanes)
    groups = (
        ("", len(flow.before)),
        (flow.role, lanes),
        (flow.standard, STANDARD),
        *([("", len(flow.after) - STANDARD)] if len(flow.after) > STANDARD else []),
    )
    return Table(
        head=(*flow.before, *flow.lanes, *flow.after),
        rows=tuple((*row.before, *_lanes(flow, row), *row.after) for row in flow.rows),
        widths=(0.8, 4, *(2.2 for _ in flow.lanes), *(2.5, 1.6, 2, 2)[: len(flow.after)]),
        groups=groups,
        centered=frozenset({0, *range(len(flow.before), len(flow.before) + lanes)}),
    )


def _lanes(flow: Flow, row: FlowRow) -> tuple[str, ...]:
    cells = [""] * len(flow.lanes)
    for shape in row.shapes:
        words = ways_in_words(flow, row) if shape is row.shapes[-1] else ""
        cells[shape.lane] = "\n".join(part for part in (shape.sign.value, words) if part)
    return tuple(cells)
