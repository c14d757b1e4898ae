"""What is said of a document's words: read by OCR, not read yet, or none in such a file."""

from __future__ import annotations

from archive.model import Document, TextState
from archive.softcopies import ENDINGS

SCAN = "Hasil pindai: isinya belum dapat dicari"
OCR = "Hasil OCR: cocokkan dengan dokumen asli"
BY_ENDING = {
    ".pdf": "Berkas PDF", ".docx": "Berkas Word", ".xlsx": "Berkas Excel",
}  # fmt: skip
BY_FAMILY = {"image": "Gambar", "audio": "Rekaman suara", "video": "Rekaman video", "text": "Berkas teks"}


def text_words(document: Document, page: int | None = None) -> str:
    """Why the words of this page are missing or uncertain; '' where they are not, or only the record answers."""
    if document.text_state is TextState.NONE:
        return wordless(document)
    return OCR if read_by_ocr(document, page) else ""


def wordless(document: Document) -> str:
    """What a document without a text is."""
    from ppid_tui.desk.scans import is_scan

    given = document.given_rendition
    if given is None:
        return "Hardcopy saja"
    return SCAN if is_scan(document) else f"{file_words(given.media_type)}, tanpa isi teks"


def file_words(media_type: str) -> str:
    """What kind of file this is, as an officer calls it."""
    family = BY_FAMILY.get(media_type.partition("/")[0])
    named = "Berkas Office lama" if media_type.startswith("application/x-ole") else "Berkas"
    return BY_ENDING.get(ENDINGS.get(media_type, "")) or family or named


def read_by_ocr(document: Document, page: int | None) -> bool:
    """Whether the words of this page come from OCR; in a file with words of its own, only some pages do."""
    if document.text_state is not TextState.OCR or page is None:
        return False
    return not document.ocr_pages or page in document.ocr_pages
