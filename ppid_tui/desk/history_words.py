"""What stands in an entry of the trail, in an officer's words: the names of fields, and their values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from archive.personal import SECRET, is_veiled
from ppid_tui.desk.works import CORRECT, WORKS
from ppid_tui.printouts.labels import (
    CLASSES,
    RENDITIONS,
    REQUEST_OUTCOMES,
    REQUEST_STATES,
    TEXTS,
    long_date,
    long_time,
)  # fmt: skip

PERSONAL = "data pribadi"
KEPT_SECRET = "dirahasiakan"
NOTHING = "(kosong)"

LABELS: Mapping[str, str] = {
    "title": "judul", "information_class": "klasifikasi", "kind": "jenis", "number": "nomor", "date": "tanggal",
    "year": "tahun", "summary": "ringkasan isi", "unit": "unit", "responsible": "penanggung jawab",
    "made_at": "tempat pembuatan", "retention": "masa simpan", "renditions": "softcopy", "hardcopy": "hardcopy",
    "exemption": "pengecualian", "text_key": "kunci teks", "text_state": "teks", "pages": "banyak halaman",
    "page_unit": "satuan halaman", "confirmed": "data lengkap", "received_at": "diterima",
    "received_from": "diterima dari", "note": "catatan", "cabinet": "lemari", "shelf": "rak", "box": "boks",
    "folder": "map", "serial": "nomor urut", "borrower": "peminjam", "borrowed_on": "dipinjam sejak",
    "letter": "huruf Pasal 17", "basis": "dasar hukum", "consequence": "akibat bila dibuka", "until": "sampai",
    "decision": "penetapan", "part": "bagian yang dikecualikan", "protects": "yang dilindungi", "term": "jangka waktu",
    "decided_on": "tanggal putusan", "semester": "semester", "of_year": "dokumen tahun", "signed_by": "ditetapkan oleh",
    "counts": "banyak baris", "digest": "sidik baris", "withdrawn": "dibatalkan karena",
    "sha256": "SHA-256", "name": "nama", "media_type": "jenis berkas", "size": "ukuran (bita)",
    "electronically_signed": "tanda tangan elektronik", "roles": "peran", "position": "jabatan",
    "rights": "wewenang tambahan", "pin": "PIN", "recovery": "kode pemulihan", "wrong_pins": "PIN salah",
    "locked_until": "menunggu sampai", "active_from": "aktif sejak", "active_until": "aktif sampai",
    "acting": "sebagai", "sop": "SOP", "sop_version": "versi SOP", "step": "langkah", "phase": "tahap",
    "since": "sejak", "opened_at": "dibuka", "opened_by": "dibuka oleh", "documents": "dokumen",
    "history": "riwayat", "draft": "isian", "form": "isian", "request_id": "permohonan", "cancelled": "dibatalkan",
    "role": "peran", "officer": "petugas", "officer_id": "nomor petugas", "at": "waktu", "outcome": "hasil",
    "to": "ke langkah", "received": "diterima", "requester": "pemohon", "items": "yang diminta", "purpose": "tujuan",
    "access": "cara memperoleh", "copy_form": "bentuk salinan", "delivery": "cara mendapatkan", "state": "keadaan",
    "waiting": "menunggu", "due": "batas waktu",
    "extended_until": "diperpanjang sampai", "extension_reason": "alasan diperpanjang", "answered": "dijawab",
    "handled_by": "ditangani oleh", "keberatan": "keberatan", "address": "alamat", "contact": "kontak",
    "occupation": "pekerjaan", "identity_number": "nomor identitas", "wanted": "isi", "reason": "alasan",
    "ground": "alasan keberatan", "story": "uraian", "answer": "tanggapan", "replaces": "menggantikan dokumen",
    "holidays": "hari libur", "work_hours": "jam kerja", "began": "mulai dikerjakan", "begun": "mulai dikerjakan",
    "events": "di luar langkah", "assigned": "dialihkan ke", "undone": "langkah yang dibatalkan",
    "sheet": "lembar bertanda tangan", "signer": "penanda tangan", "signed_on": "tanggal tanda tangan",
    "recorded_by": "dicatat oleh", "recorded_by_id": "nomor pencatat", "document_id": "dokumen pindaian",
    "after": "sesudah langkah ke",
    "joined_to": "digabungkan ke dokumen", "ocr_pages": "halaman hasil OCR",
    "blackout": "kotak penghitaman",
    "rows": "daftar informasi", "held": "bentuk", "document": "dokumen", "remarks": "hasil pemeriksaan",
    "item": "butir",
    "move": "langkah ke",
    "stand_ins": "pengganti", "capacity": "sebagai", "first": "mulai", "last": "sampai", "order": "surat perintah",
    "arrival": "cara datang", "incoming_letter": "surat masuk", "attorney": "kuasa", "letters": "surat keluar",
    "whom": "siapa", "what": "apa", "provide_days": "hari penyediaan", "costs": "biaya", "per_sheet": "biaya selembar",
    "sheets": "lembar", "other": "biaya lain", "how_paid": "cara membayar", "paid_on": "dibayar", "given": "diberikan",
    "given_to": "diterima oleh", "given_by": "diberikan oleh", "direct": "layanan langsung", "holder": "yang menguasai",
    "registered_at": "dicatat", "refusal": "penolakan", "law": "dasar hukum lain", "consent": "persetujuan",
    "decided_by": "diputuskan oleh", "redaction": "penghitaman", "case_id": "pekerjaan",
    "written": "tanggal surat", "passed_on": "diteruskan", "on": "tanggal", "superior": "atasan",
    "superior_position": "jabatan atasan", "answer_number": "nomor tanggapan", "reply": "tanggapan pemohon",
    "dispute_until": "batas sengketa", "dispute": "sengketa", "filed": "diajukan", "ended": "selesai",
    "result": "hasil", "received_by": "diterima petugas",
    "guesses": "dugaan", "line": "baris", "sure": "keyakinan",
}  # fmt: skip
VALUES: Mapping[str, Mapping[str, str]] = {
    "information_class": {value: words.lower() for value, words in CLASSES.items()},
    "kind": {
        **{value: words.lower() for value, words in RENDITIONS.items()},
        "cancelled": "dibatalkan", "reopened": "dibuka kembali", "reassigned": "dialihkan",
        "undone": "langkah dibatalkan", "noted": "catatan",
    },
    "text_state": {value: words.lower() for value, words in TEXTS.items()},
    "state": {value: words.lower() for value, words in REQUEST_STATES.items()},
    "outcome": {value: words.lower() for value, words in REQUEST_OUTCOMES.items()},
    "phase": {"work": "dikerjakan", "review": "diperiksa"},
    "rights": {
        "intake": "menerima dokumen", "describe": "melengkapi data", "serve": "melayani", "decide": "memutuskan",
        "see_exempt": "melihat yang dikecualikan", "publish": "mengumumkan", "administer": "administrator",
    },
}  # fmt: skip
"""Values that are words of the code, by their field."""
FORMS = ("form", "draft")
FORM_LABELS = {box.name: box.label.lower() for work in (*WORKS.values(), CORRECT) for box in work.fields}
"""What a step asked for, by the key under which the case keeps the answer."""
TOLD_FIRST = ("information_class", "state", "step")
UNTOLD = ("history", "events", "since", "text_key", "sop_version", "officer_id", "guesses", "ocr_pages",
          "blackout", "move")  # fmt: skip
"""What a line of the list leaves out; it stands in the entry itself."""

NAMED = ("documents", "role", "roles", "assigned")
Namer = Callable[[str, Any], str]
"""What a value of a field in NAMED is called: a document's title, a role's; '' of what may not be shown."""


@dataclass(frozen=True)
class Change:
    """One field of an entry, before and after, in words."""

    field: str
    label: str
    before: str
    after: str


def changes(before: dict[str, Any] | None, after: dict[str, Any] | None, name: Namer) -> list[Change]:
    """The fields of an entry that differ; of a record within the record, field by field."""
    return list(_changes(before or {}, after or {}, name))


def _changes(before: dict[str, Any], after: dict[str, Any], name: Namer) -> Iterator[Change]:
    for field in {**before, **after}:
        old, new = before.get(field), after.get(field)
        if field in ("history", "events"):
            old, new = _only_new(old or [], new or [])
        if isinstance(old or new, dict) and all(isinstance(value or {}, dict) for value in (old, new)):
            for one in _changes(old or {}, new or {}, name):
                inner = label(one.field, field) if field in FORMS else one.label
                yield replace(one, label=f"{label(field)}: {inner}")
        elif (old or None) != (new or None):
            was, became = words(field, old, name), words(field, new, name)
            if was != became or field in SECRET or is_veiled(old):
                yield Change(field, label(field), was, became)


def _only_new(old: list[Any], new: list[Any]) -> tuple[list[Any], list[Any]]:
    """Without the steps that stood there already: each has an entry of its own."""
    return [step for step in old if step not in new], [step for step in new if step not in old]


def label(field: str, within: str = "") -> str:
    """What an officer calls this field, perhaps of a step's form."""
    if within in FORMS:
        return FORM_LABELS.get(field) or field.replace("need", "kelengkapan ")
    return LABELS.get(field) or _date(field)


def words(field: str, value: Any, name: Namer) -> str:  # noqa: ANN401 - any plain value
    """A value as it is read; what is secret or personal is not."""
    if is_veiled(value):
        return KEPT_SECRET if field in SECRET else PERSONAL
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, list):
        return _listed(field, value, name) or NOTHING
    if isinstance(value, dict):
        return _record(field, value, name) or NOTHING
    if value is None or value == "":
        return NOTHING
    if field in NAMED:
        return name(field, value)
    return VALUES.get(field, {}).get(str(value)) or _date(str(value))


def _listed(field: str, values: list[Any], name: Namer) -> str:
    between = "\n" if field == "documents" or any(isinstance(value, dict) for value in values) else ", "
    return between.join(filter(None, (words(field, value, name) for value in values)))


def _record(within: str, record: dict[str, Any], name: Namer) -> str:
    told = ((field, words(field, value, name)) for field, value in record.items() if value not in (None, "", [], {}))
    return ", ".join(f"{label(field, within)} {value}" for field, value in told if value != NOTHING)


def _date(text: str) -> str:
    """A date as officers write it; any other text as it stands."""
    try:
        at = datetime.fromisoformat(text) if len(text) >= 19 else None
        return long_time(at) if at else long_date(date.fromisoformat(text) if len(text) == 10 else None) or text
    except ValueError:
        return text
