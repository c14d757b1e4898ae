"""Forgetting a person: who made a request is erased when the person asks for it (UU 27/2022 articles 8 and 16)."""

from __future__ import annotations

from datetime import datetime

from archive.model import Officer, Right
from archive.request_model import Request, Requester, RequestState
from ppid_tui.desk.office import Office

FORGOTTEN = "data pribadi sudah dihapus"
AGREED = "menyetujui penghapusan data pribadi"
LATER = "Sebagian bekasnya di disk baru hilang ketika kiosk dibuka lagi."
ERASED = "nama, alamat, kontak, pekerjaan, dan nomor identitas pemohon, serta uraian keberatannya"
STAYS = "nomor, tanggal, apa yang diminta, jawabannya, dan jejak perubahan"


class CannotForget(Exception):
    """Nobody can be forgotten here yet, or any more; the words say why, in Indonesian."""


def is_forgotten(request: Request) -> bool:
    """Whether who made the request was erased."""
    return request.requester == Requester("")


def person(request: Request) -> str:
    """The requester's name, or that it was erased."""
    return FORGOTTEN if is_forgotten(request) else request.requester.name


def why_not(request: Request) -> str:
    """Why the requester can't be forgotten now; '' where nothing is in the way."""
    if is_forgotten(request):
        return "Data pribadi pemohon ini sudah dihapus."
    if request.state is not RequestState.DONE:
        return "Permohonan ini belum selesai: data pemohon masih diperlukan untuk menjawabnya."
    if request.keberatan and request.keberatan.answered is None:
        return "Keberatan atas permohonan ini belum dijawab: data pemohon masih diperlukan."
    return ""


def forget(office: Office, request: Request, reason: str, by: Officer, at: datetime) -> str:
    """Erase who made a finished request; the reason stands in the trail. What is still to be told, or ''.

    Earlier backups and printouts are not touched. Raises NotAllowed, CannotForget, or OSError.
    """
    office.require(by, Right.ADMINISTER, "Menghapus data pribadi pemohon")
    now = office.records.requests.get(request.id) or request
    if words := why_not(now) or ("" if reason.strip() else "Tulis dahulu alasan penghapusan."):
        raise CannotForget(words)
    office.records.trail.append(at, by.name, AGREED, "requests", request.id, note=reason.strip())
    return "" if office.records.forget_requester(request.id, by.name, at) else LATER
