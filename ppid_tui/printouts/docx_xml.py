"""The few things of a DOCX that python-docx has no words for: rules, fields, fixed tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from ppid_tui.printouts.paper import Ticks


def _element(name: str, **attributes: str | int) -> BaseOxmlElement:
    element = cast(BaseOxmlElement, OxmlElement(f"w:{name}"))
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def plain_style(style: ParagraphStyle, name: str, size: float) -> None:
    """Set the style in one black font, ``size`` in points: Word's own headings are blue."""
    style.font.name, style.font.size, style.font.color.rgb = name, Pt(size), RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[theme]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def rule(paragraph: Paragraph, side: str, kind: str, eighths: int) -> None:
    """Draw a rule at the paragraph's "top" or "bottom", ``eighths`` of a point thick."""
    borders = _element("pBdr")
    borders.append(_element(side, val=kind, sz=eighths, space=4, color="auto"))
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def field(run: Run, instruction: str, size: float) -> None:
    """Make the run a field that Word works out itself, such as PAGE."""
    run.font.size = Pt(size)
    code = _element("instrText")
    code.text = instruction
    shown = _element("t")
    shown.text = "1"
    for part in ("begin", code, "separate", shown, "end"):
        run._r.append(_element("fldChar", fldCharType=part) if isinstance(part, str) else part)


def table(document: Document, rows: int, widths: Sequence[float], ruled: bool) -> Table:
    """A table of fixed column widths in millimetres, so that long words break instead of pushing it wide."""
    made: Table = document.add_table(rows=rows, cols=len(widths), style="Table Grid" if ruled else "Normal Table")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    for row in made.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return made


def frame(made: Table) -> None:
    """Rule a frame around the table, and nothing inside it."""
    borders = _element("tblBorders")
    for side in ("top", "left", "bottom", "right"):
        borders.append(_element(side, val="single", sz=6, space=0, color="auto"))
    made._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def narrow(made: Table) -> None:
    """Half a millimetre beside the words of each cell, for tables with many columns."""
    margins = _element("tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(side, w=28, type="dxa"))
    made._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def with_boxes(value: str | Ticks) -> str:
    """The value of a field; boxes as signs that Word finds a font for."""
    if isinstance(value, str):
        return value
    return "\n".join(f"{'☒' if tick.ticked else '☐'} {tick.text}" for tick in value)


def repeat(row: _Row) -> None:
    """Repeat the row at the head of each page."""
    row._tr.get_or_add_trPr().append(_element("tblHeader"))


def keep_whole(row: _Row) -> None:
    """Let the row begin a new page rather than go on over it."""
    row._tr.get_or_add_trPr().append(_element("cantSplit"))


def join_groups(made: Table, groups: Sequence[tuple[str, int]]) -> None:
    """Join the cells of the first row over as many columns as each named group has."""
    start = 0
    for name, count in groups:
        if name and count > 1:
            joined = made.cell(0, start).merge(made.cell(0, start + count - 1))
            for empty in joined.paragraphs[1:]:
                empty._p.getparent().remove(empty._p)
        start += count
