"""What may leave the office: only what its class allows, whoever asks."""

from __future__ import annotations

from collections.abc import Sequence

from archive.model import Document, InformationClass
from ppid_tui.desk.office import NotAllowed


def may_give(document: Document) -> str:
    """Why this document may not be given to a citizen, in Indonesian; '' if it may."""
    if document.information_class is InformationClass.BELUM_DITETAPKAN:
        return "Klasifikasi belum ditetapkan: belum boleh diberikan"
    if document.information_class is InformationClass.DIKECUALIKAN:
        return "Informasi yang Dikecualikan: tidak boleh diberikan"
    if document.partly_exempt and document.public_copy is None:
        return "Sebagian dikecualikan: buat dahulu salinan untuk publik"
    if document.public_copy and document.text_key not in ("", document.public_copy.sha256):
        return "Teks yang tersimpan bukan teks salinan untuk publik: buat salinan itu sekali lagi"
    return ""


def holds_exempt(document: Document) -> bool:
    """Whether any of its files is exempt, in whole or in part: they may not travel as those of others do."""
    return document.information_class is InformationClass.DIKECUALIKAN or document.partly_exempt


def require_givable(documents: Sequence[Document]) -> None:
    """Raise NotAllowed if any of these may not be given out, whoever asks."""
    for document in documents:
        if reason := may_give(document):
            raise NotAllowed(f"“{document.title}”: {reason}.")
