"""A paper as PDF. Everything wraps and goes on over the page; nothing is clipped."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    HRFlowable,
    KeepTogether,
    SimpleDocTemplate,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

from ppid_tui.printouts import pdf_form, pdf_page, pdf_table
from ppid_tui.printouts.flow import Flow
from ppid_tui.printouts.literal import literal
from ppid_tui.printouts.paper import (
    Bars,
    Block,
    Fields,
    FormHead,
    Heading,
    Item,
    Letterhead,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    SignaturePair,
    Table,
)
from ppid_tui.printouts.pdf_flow import flow_table
from ppid_tui.printouts.pdf_text import BOLD, PLAIN, markup

_BODY = ParagraphStyle("body", fontName=PLAIN, fontSize=11, leading=14, spaceAfter=4)
_SMALL = ParagraphStyle("small", _BODY, fontSize=9.5, leading=12, spaceAfter=3)
_LARGE = ParagraphStyle("large", _BODY, fontSize=22, leading=28, spaceBefore=8, spaceAfter=10)
_TITLE = ParagraphStyle("title", _BODY, fontName=BOLD, fontSize=13, leading=16, alignment=TA_CENTER, spaceAfter=10)
_KOP = ParagraphStyle("kop", _BODY, fontName=BOLD, fontSize=13, leading=16, alignment=TA_CENTER, spaceAfter=0)
_ADDRESS = ParagraphStyle("address", _KOP, fontName=PLAIN, fontSize=9.5, leading=12)
_FOOTER = ParagraphStyle("footer", _SMALL, fontSize=8.5, leading=10, spaceAfter=0)
_TABLE_BEGINS = 55 * mm  # room for a heading, the head of the table beneath it and a row or two
_FRAME = 6  # points that platypus leaves free around the text of each page


def render(paper: Paper) -> bytes:
    """The paper as a PDF file's content; the same paper gives the same bytes."""
    width, height = (side * mm for side in paper.size.value)
    size = (height, width) if paper.landscape else (width, height)
    line = size[0] - 2 * pdf_page.SIDE
    footer = Text(markup([Run(paper.footer)]), _FOOTER)
    target = BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=size,
        leftMargin=pdf_page.SIDE - _FRAME,
        rightMargin=pdf_page.SIDE - _FRAME,
        topMargin=pdf_page.TOP,
        bottomMargin=pdf_page.footer_height(footer, line),
        title=literal(paper.title or paper.footer),
        author=literal(" ".join(paper.letterhead.lines[-1:])),
        invariant=1,
    )
    draw = pdf_page.furniture(footer, paper.sample)
    story = list(_story(paper, line))
    document.build(story, onFirstPage=draw, onLaterPages=draw, canvasmaker=pdf_page.NumberedCanvas)
    return target.getvalue()


def _story(paper: Paper, line: float) -> Iterator[Flowable]:
    yield from _letterhead(paper.letterhead)
    if paper.title:
        yield _text([Run(paper.title)], _TITLE)
    held: list[Flowable] = []
    for block, following in zip_longest(paper.blocks, paper.blocks[1:]):
        if isinstance(block, Heading) and isinstance(following, Table | Fields):
            yield from _above_table(block)
        elif isinstance(block, Paragraph) and isinstance(following, Signature):
            held = list(_flow(block, line))
        elif isinstance(block, Signature):
            yield KeepTogether([*held, Spacer(0, 14), *_signature(block, line * 0.55)])
            held = []
        else:
            yield from _flow(block, line)


def _above_table(block: Heading) -> Iterator[Flowable]:
    """Kept with the whole of a long table, the heading would leave the rest of its page empty."""
    yield CondPageBreak(_TABLE_BEGINS)
    style = ParagraphStyle("above table", _heading_style(block.level), keepWithNext=0)
    yield _text([Run(block.text, bold=True)], style)


def _letterhead(letterhead: Letterhead) -> Iterator[Flowable]:
    if not (letterhead.lines or letterhead.address):
        return
    yield from (_text([Run(line)], _KOP) for line in letterhead.lines)
    yield _text([Run(letterhead.address)], _ADDRESS)
    yield HRFlowable(width="100%", thickness=1.6, color="black", spaceBefore=4, spaceAfter=2)
    yield HRFlowable(width="100%", thickness=0.5, color="black", spaceBefore=1, spaceAfter=12)


def _flow(block: Block, line: float) -> Iterator[Flowable]:
    match block:
        case Heading():
            yield _text([Run(block.text, bold=True)], _heading_style(block.level))
        case Paragraph():
            yield _text(block.runs, _paragraph_style(block))
        case Fields():
            yield from pdf_table.fields(block, line)
        case Item():
            yield from _item(block)
        case Table():
            yield from pdf_table.table(block, line)
        case SignaturePair():
            below = [Spacer(0, 10), *_signature(block.witness, 0)] if block.witness else []
            yield KeepTogether([_text([Run(block.closing)], _BODY), Spacer(0, 14), _pair(block, line), *below])
        case PageBreak():
            yield NewPage()
        case FormHead():
            yield from pdf_form.form_head(block, line)
        case Flow():
            yield from flow_table(block, line)
        case Bars():
            from ppid_tui.printouts.pdf_bars import bar_chart  # few papers have a chart

            yield from (bar_chart(block, line), Spacer(0, 8))


def _text(runs: tuple[Run, ...] | list[Run], style: ParagraphStyle, label: str | None = None) -> Text:
    return Text(markup(runs), style, bulletText=label)


def _heading_style(level: int) -> ParagraphStyle:
    size = max(11.0, 13.5 - level)
    return ParagraphStyle(
        "heading", _BODY, fontName=BOLD, fontSize=size, leading=size + 3, spaceBefore=8, keepWithNext=1
    )


def _paragraph_style(block: Paragraph) -> ParagraphStyle:
    style = _LARGE if block.large else _SMALL if block.small else _BODY
    return ParagraphStyle("centered", style, alignment=TA_CENTER) if block.centered else style


def _item(block: Item) -> Iterator[Flowable]:
    indent = max(22.0, stringWidth(literal(block.label), PLAIN, 11) + 6)
    for number, paragraph in enumerate(block.paragraphs, start=1):
        style = ParagraphStyle(
            "item",
            _paragraph_style(paragraph),
            leftIndent=indent,
            bulletFontName=PLAIN,
            bulletFontSize=11,
            spaceAfter=8 if number == len(block.paragraphs) else 1,
            keepWithNext=number == 1 < len(block.paragraphs),
        )
        yield _text(paragraph.runs, style, literal(block.label) if number == 1 else None)


def _pair(block: SignaturePair, line: float) -> Flowable:
    cells = [[list(_signature(one, 0)) for one in (block.left, block.right)]]
    look = [("VALIGN", (0, 0), (-1, -1), "BOTTOM")]
    return Grid(cells, colWidths=[line * 0.45, line * 0.55], style=look, splitInRow=1)


def _signature(block: Signature, indent: float) -> Iterator[Flowable]:
    style = ParagraphStyle("signature", _BODY, leftIndent=indent, spaceAfter=0, alignment=TA_CENTER)
    name = [Run(block.name, marked=True)] if block.name else [Run("(" + "." * 40 + ")")]
    above = [_text([Run(text)], style) for text in (block.above, block.position) if text]
    below = [_text(name, style), *([_text([Run(block.identity)], style)] if block.identity else [])]
    yield from (*above, Spacer(0, 20 * mm), *below)
