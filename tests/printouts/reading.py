"""Reading printouts back, the way that a person with another program would."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from pypdf import PdfReader

from ppid_tui.printouts.paper import Letterhead, Paper, Paragraph, Run
from ppid_tui.printouts.write import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KOP = Letterhead(("PEMERINTAH PROVINSI NUSA MERANTI", "BIRO ADMINISTRASI PIMPINAN"), "Jalan Contoh Nomor 1")


def paper_of(text: str) -> Paper:
    """A paper of one paragraph."""
    return Paper("JUDUL", KOP, (Paragraph((Run(text),)),))


def written(paper: Paper, folder: Path, ending: str) -> str:
    """All text of the paper as printed, from top to bottom."""
    path = folder / f"cetak.{ending}"
    write(paper, path)
    readers = {"pdf": pdf_text, "docx": docx_text, "txt": _txt_text}
    return readers[ending](path.read_bytes())


def squeezed(text: str) -> str:
    """The text without space, since long words are broken over lines."""
    return "".join(text.split())


def pdf_pages(content: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def pdf_text(content: bytes) -> str:
    """The text of all pages."""
    return "\n".join(pdf_pages(content))


def docx_text(content: bytes) -> str:
    """The text of header, body and footer."""
    parts = ZipFile(BytesIO(content))
    names = [name for part in ("header", "document", "footer") for name in parts.namelist() if f"word/{part}" in name]
    roots = [etree.fromstring(parts.read(name)) for name in names]
    return "\n".join(_paragraph(p) for root in roots for p in root.iter(f"{W}p"))


def _paragraph(paragraph: etree._Element) -> str:
    return "".join(e.text or "" if e.tag == f"{W}t" else "\n" for e in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"))


def _txt_text(content: bytes) -> str:
    return content.decode("utf-8")
