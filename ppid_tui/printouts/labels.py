"""The words in which an officer reads dates, classes and states, on paper and on screen."""

from __future__ import annotations

from datetime import date, datetime

from archive.model import InformationClass, RenditionKind, TextState
from archive.request_model import (
    Access,
    Arrival,
    CopyForm,
    Delivery,
    KeberatanDecision,
    LetterKind,
    Request,
    RequesterKind,
    RequestOutcome,
    RequestState,
)

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

CLASSES = {
    InformationClass.BERKALA: "Berkala",
    InformationClass.SERTA_MERTA: "Serta-merta",
    InformationClass.SETIAP_SAAT: "Setiap saat",
    InformationClass.DIKECUALIKAN: "Dikecualikan",
    InformationClass.BELUM_DITETAPKAN: "Belum ditetapkan",
}

TEXTS = {
    TextState.YES: "Dapat dicari",
    TextState.OCR: "Dibaca dari hasil pindai",
    TextState.NONE: "Hasil pindai: isinya belum dapat dicari",
}

RENDITIONS = {
    RenditionKind.DRAFT: "Konsep",
    RenditionKind.SIGNED: "Bertanda tangan",
    RenditionKind.PUBLIC_COPY: "Salinan untuk publik",
    RenditionKind.ATTACHMENT: "Lampiran",
}

REQUEST_STATES = {
    RequestState.RECEIVED: "Baru diterima",
    RequestState.IN_PROGRESS: "Sedang diproses",
    RequestState.WAITING: "Menunggu",
    RequestState.EXTENDED: "Diperpanjang",
    RequestState.DONE: "Selesai",
}

REQUEST_OUTCOMES = {
    RequestOutcome.NONE: "",
    RequestOutcome.GRANTED: "Diberikan seluruhnya",
    RequestOutcome.PARTLY: "Diberikan sebagian",
    RequestOutcome.REFUSED: "Ditolak",
    RequestOutcome.NOT_HELD: "Tidak dikuasai",
    RequestOutcome.NOT_DOCUMENTED: "Belum didokumentasikan",
    RequestOutcome.WITHDRAWN: "Dibatalkan pemohon",
}

REQUESTERS = {
    RequesterKind.CITIZEN: "Warga negara Indonesia",
    RequesterKind.ENTITY: "Badan hukum Indonesia",
}

ARRIVALS = {
    Arrival.COUNTER: "Datang langsung",
    Arrival.LETTER: "Surat",
    Arrival.EMAIL: "E-mail",
    Arrival.PHONE: "Telepon",
}

ACCESS = {
    Access.SEE: "Melihat/membaca/mendengarkan/mencatat",
    Access.COPY: "Mendapatkan salinan informasi",
}

COPY_FORMS = {CopyForm.SOFTCOPY: "Softcopy", CopyForm.HARDCOPY: "Hardcopy"}

DELIVERIES = {
    Delivery.FETCH: "Mengambil langsung",
    Delivery.COURIER: "Kurir",
    Delivery.POST: "Pos",
    Delivery.EMAIL: "E-mail",
    Delivery.FAX: "Faksimili",
}

KEBERATAN_GROUNDS = {
    "a": "Permohonan informasi ditolak",
    "b": "Informasi berkala tidak disediakan",
    "c": "Permintaan informasi tidak ditanggapi",
    "d": "Permintaan informasi ditanggapi tidak sebagaimana yang diminta",
    "e": "Permintaan informasi tidak dipenuhi",
    "f": "Biaya yang dikenakan tidak wajar",
    "g": "Informasi disampaikan melebihi jangka waktu yang ditentukan",
}

KEBERATAN_DECISIONS = {
    KeberatanDecision.NONE: "",
    KeberatanDecision.ACCEPTED: "Keberatan diterima",
    KeberatanDecision.PARTLY: "Keberatan diterima sebagian",
    KeberatanDecision.REJECTED: "Keberatan ditolak",
    KeberatanDecision.SETTLED: "Selesai dengan musyawarah",
    KeberatanDecision.WITHDRAWN: "Dicabut pemohon",
}


LETTERS = {
    LetterKind.INCOMPLETE: "Surat ketidaklengkapan",
    LetterKind.EXTENSION: "Surat perpanjangan",
    LetterKind.ANSWER: "Pemberitahuan tertulis",
    LetterKind.REFUSAL: "Keputusan penolakan",
    LetterKind.PASSED_ON: "Surat penerusan keberatan",
    LetterKind.KEBERATAN_ANSWER: "Tanggapan keberatan",
}


def access_words(request: Request) -> str:
    """The way of getting it as on the form: "Mendapatkan salinan informasi, softcopy, mengambil langsung"."""
    if request.access is Access.SEE:
        return ACCESS[Access.SEE].replace("/", ", ")
    how = (COPY_FORMS[request.copy_form], DELIVERIES[request.delivery])
    return ", ".join((ACCESS[Access.COPY], *(words[:1].lower() + words[1:] for words in how)))


def class_label(value: str) -> str:
    """The class as officers call it; a value that is no class is shown as it stands."""
    try:
        return CLASSES[InformationClass(value)]
    except ValueError:
        return value


def long_date(day: date | None) -> str:
    """A date as in letters: "2 April 2026"; "" where there is none."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def long_time(at: datetime | None) -> str:
    """A date with its time of day: "2 April 2026 pukul 09.05"; "" where there is none."""
    return f"{long_date(at)} pukul {at:%H.%M}" if at else ""


def minutes_words(minutes: int) -> str:
    """A length of time: "5 menit", "2 jam", "37 jam 30 menit"."""
    hours, rest = divmod(minutes, 60)
    words = [f"{hours} jam"] if hours else []
    return " ".join([*words, f"{rest} menit"] if rest or not hours else words)


def page_label(page: int | None, pages: int, unit: str = "halaman") -> str:
    """Where in a document: "hal. 3 dari 12", "bagian 2 dari 4"; "" where only the record answers."""
    if page is None:
        return ""
    word = "hal." if unit == "halaman" else unit
    return f"{word} {page} dari {pages}" if pages else f"{word} {page}"
