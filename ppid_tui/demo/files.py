"""Makes the file of a planned document."""

from __future__ import annotations

from random import Random

from ppid_tui.demo.docx_files import as_docx
from ppid_tui.demo.pdf_files import as_pdf
from ppid_tui.demo.pictures import as_photo, as_scan
from ppid_tui.demo.plan import Form, Planned
from ppid_tui.demo.xlsx_files import as_xlsx

SKEW = 2.4


def softcopy(planned: Planned) -> bytes:
    """The bytes of the file as it comes into ``incoming/``; the draft, where a signed scan follows."""
    sheet, rng = planned.writing.sheet, Random(planned.place)
    match planned.form:
        case Form.SCAN:
            return as_scan(sheet, rng)
        case Form.SKEWED:
            return as_scan(sheet, rng, SKEW)
        case Form.XLSX:
            return as_xlsx(sheet)
        case Form.PHOTO:
            return as_photo(rng)
        case Form.DOCX | Form.SIGNED_SCAN:
            return as_docx(sheet)
        case _:
            return as_pdf(sheet)


def signed_scan(planned: Planned) -> bytes:
    """The scan of what was signed, to stand beside its draft."""
    return as_scan(planned.writing.sheet, Random(planned.place))
