"""What becomes of an item, and the written answer: what is asked before anything is given or refused."""

from __future__ import annotations

from dataclasses import replace

from archive.model import Right
from archive.request_model import Costs, Request, RequestItem, RequestOutcome
from ppid_tui.desk import request_items, requests
from ppid_tui.desk.givable import may_give
from ppid_tui.desk.request_words import briefly
from ppid_tui.desk.works import FieldKind, FormField, read_day
from ppid_tui.printouts.labels import long_date
from ppid_tui.screens.attach import AttachScreen
from ppid_tui.screens.confirm import ConfirmScreen
from ppid_tui.screens.draft_card import ask_until_kept
from ppid_tui.screens.menu import MenuScreen
from ppid_tui.screens.place import Place
from ppid_tui.screens.request_refusal import ask_refusal

GRANTED, PARTLY, REFUSED = RequestOutcome.GRANTED, RequestOutcome.PARTLY, RequestOutcome.REFUSED
NOT_HELD, NOT_DOCUMENTED = RequestOutcome.NOT_HELD, RequestOutcome.NOT_DOCUMENTED
WAYS = {
    "give": "Diberikan seluruhnya",
    "part": "Diberikan sebagian: salinan untuk publik",
    "refuse": "Ditolak: dikecualikan menurut Pasal 17",
    "elsewhere": "Tidak dikuasai: badan publik lain",
    "document": "Belum didokumentasikan: buka pekerjaan menurut SOP",
    "later": "Belum didokumentasikan: jawab sekarang",
    "propose": "Ajukan usul kepada {role}",
    "detach": "Lepas dokumen dari butir ini",
}
DECIDES = ("part", "refuse", "elsewhere")
HOLDER = (
    FormField("holder", "Badan publik yang menguasainya (atau: tidak diketahui)", required=True),
    FormField("reason", "Catatan"),
)
LATER = (FormField("reason", "Kapan akan tersedia, dan mengapa belum", FieldKind.LONG, True),)
PROPOSAL = (FormField("words", "Usul dan alasannya", FieldKind.LONG, True),)
ANSWER = (
    FormField("on", "Tanggal pemberitahuan", FieldKind.DATE, True),
    FormField("number", "Nomor surat (boleh menyusul)"),
    FormField("days", "Waktu penyediaan, hari kerja"),
    FormField("per_sheet", "Biaya penyalinan per lembar, Rp"),
    FormField("sheets", "Jumlah lembar"),
    FormField("delivery", "Biaya pengiriman, Rp"),
    FormField("other", "Biaya lain, Rp"),
    FormField("how_paid", "Cara pembayaran"),
)
REFUSAL_NUMBER = FormField("refusal_number", "Nomor keputusan penolakan (boleh menyusul)")


async def settle_item(place: Place, request: Request, number: int) -> str:
    """Ask what becomes of item ``number`` (from 0); what was done, '' where it was given up."""
    item = request.items[number]
    ways = _ways(place, item)
    words = [WAYS[way].format(role=request_items.decider(place.office)) for way in ways]
    chosen = await place.app.push_screen_wait(MenuScreen(f"Jawaban butir {number + 1}", words, briefly(item.wanted)))
    if chosen is None:
        return ""
    doing = {
        "give": _give, "part": _part, "refuse": _refuse, "elsewhere": _elsewhere,
        "document": _document, "later": _later, "propose": _propose, "detach": _detach,
    }  # fmt: skip
    return await doing[ways[chosen]](place, request, number)


async def attach_documents(place: Place, request: Request, number: int) -> int:
    """Put documents to an item, one after the other until Esc; how many it has."""
    many = len(request.items[number].documents)
    words = "" if many else request.items[number].wanted
    while True:
        heading = f"Dokumen untuk butir {number + 1}" + (f": {many} dipilih, Esc selesai" if many else "")
        finding = AttachScreen(place.office, place.viewer, heading, words=words)
        document, words = await place.app.push_screen_wait(finding), ""
        if document is None:
            return many
        request = request_items.add_document(place.office, request, number, document, place.officer, place.at())
        many = len(request.items[number].documents)
        if reason := may_give(document):
            place.notify(f"“{document.title}”: {reason}.", severity="warning", markup=False)


def _ways(place: Place, item: RequestItem) -> list[str]:
    decides = place.office.may(place.officer, Right.DECIDE)
    ways = ["give", *(DECIDES if decides else ()), "document" if not item.case_id else "later"]
    if not item.case_id and decides:
        ways.append("later")
    seen, _ = request_items.documents_of(place.office, item, place.viewer)
    return [*ways, *(() if decides else ("propose",)), *(("detach",) if seen else ())]


async def _give(place: Place, request: Request, number: int) -> str:
    if not request.items[number].documents and not await attach_documents(place, request, number):
        return ""
    return _settled(place, request, number, GRANTED, refusal=None, redaction="")


async def _part(place: Place, request: Request, number: int) -> str:
    """The public copy is given; what is black in it is refused."""
    if not request.items[number].documents and not await attach_documents(place, request, number):
        return ""

    def keep(told: dict[str, str], item: RequestItem) -> Request:
        return _settle(place, request, number, replace(item, outcome=PARTLY, redaction=told["redaction"].strip()))

    kept = await ask_refusal(place, request, number, keep, part=True)
    return f"Butir {number + 1}: diberikan sebagian." if kept else ""


async def _refuse(place: Place, request: Request, number: int) -> str:
    def keep(told: dict[str, str], item: RequestItem) -> Request:
        return _settle(place, request, number, replace(item, outcome=REFUSED, documents=()))

    kept = await ask_refusal(place, request, number, keep)
    return f"Butir {number + 1}: ditolak." if kept else ""


async def _elsewhere(place: Place, request: Request, number: int) -> str:
    item = request.items[number]

    def keep(told: dict[str, str]) -> Request:
        holder, reason = told["holder"].strip(), told["reason"].strip()
        held = replace(item, outcome=NOT_HELD, holder=holder, reason=reason, refusal=None)
        return _settle(place, request, number, held)

    kept = await ask_until_kept(place, f"tidak dikuasai {request.id}.{number}", "Tidak dikuasai", HOLDER, {}, keep)
    return f"Butir {number + 1}: tidak dikuasai." if kept else ""


async def _document(place: Place, request: Request, number: int) -> str:
    wanted = briefly(request.items[number].wanted)
    question = f"Buka pekerjaan untuk mendokumentasikan “{wanted}”? Permohonan menunggu hasilnya."
    if not await place.app.push_screen_wait(ConfirmScreen(question, yes="Buka pekerjaan", no="Batal")):
        return ""
    request_items.document_it(place.office, request, number, place.officer, place.at())
    return "Pekerjaan dibuka dan terhubung dengan permohonan ini. Lihat F2."


async def _later(place: Place, request: Request, number: int) -> str:
    item = request.items[number]

    def keep(told: dict[str, str]) -> Request:
        return _settle(place, request, number, replace(item, outcome=NOT_DOCUMENTED, reason=told["reason"].strip()))

    title = "Belum didokumentasikan"
    kept = await ask_until_kept(place, f"belum ada {request.id}.{number}", title, LATER, {}, keep)
    return f"Butir {number + 1}: belum didokumentasikan." if kept else ""


async def _propose(place: Place, request: Request, number: int) -> str:
    role = request_items.decider(place.office)
    kept = await ask_until_kept(
        place, f"usul {request.id}.{number}", f"Usul kepada {role}", PROPOSAL, {},
        lambda told: request_items.propose(
            place.office, request, number, told["words"], place.officer, place.at()
        ),
    )  # fmt: skip
    return f"Usul menunggu keputusan {role}." if kept else ""


async def _detach(place: Place, request: Request, number: int) -> str:
    documents, _ = request_items.documents_of(place.office, request.items[number], place.viewer)
    chosen = await place.app.push_screen_wait(MenuScreen("Lepas yang mana?", [one.title for one in documents]))
    if chosen is None:
        return ""
    document = documents[chosen]
    request_items.remove_document(place.office, request, number, document.id, place.officer, place.at())
    return f"“{document.title}” dilepas. Dokumennya tetap ada di arsip."


async def answer_request(place: Place, request: Request) -> str:
    """The written answer: its date, its number, what it costs."""
    refused = any(item.refusal for item in request.items)
    today = place.at().date()
    kept = await ask_until_kept(
        place, f"jawaban {request.id}", "Pemberitahuan tertulis", (*ANSWER, *((REFUSAL_NUMBER,) if refused else ())),
        {"on": long_date(today)}, lambda told: _answered(place, request, told),
    )  # fmt: skip
    return "Permohonan dijawab. F9 mencetak pemberitahuannya." if kept else ""


def _answered(place: Place, request: Request, told: dict[str, str]) -> Request:
    today = place.at().date()
    per_sheet, sheets, delivery, other = (_whole(told[n]) for n in ("per_sheet", "sheets", "delivery", "other"))
    costs = Costs(per_sheet, sheets, delivery, other, told["how_paid"].strip())
    return requests.answer(
        place.office, request, read_day(told["on"], today) or today, place.officer, place.at(),
        told["number"].strip(), told.get("refusal_number", "").strip(),
        _whole(told["days"]), costs if costs.total else None,
    )  # fmt: skip


def _settled(place: Place, request: Request, number: int, outcome: RequestOutcome, **fields: object) -> str:
    """Settle the item as it is now, documents that were just put to it included."""
    now = requests.request_of(place.office, request.id)
    _settle(place, now, number, replace(now.items[number], outcome=outcome, **fields))  # type: ignore[arg-type]
    return f"Butir {number + 1}: diberikan seluruhnya."


def _settle(place: Place, request: Request, number: int, item: RequestItem) -> Request:
    return request_items.settle(place.office, request, number, item, place.officer, place.at())


def _whole(text: str) -> int:
    """A number as officers write it: "1.500", "Rp 1.500"."""
    from archive.requests import RequestError

    digits = text.casefold().removeprefix("rp").replace(".", "").strip()
    if digits and not (digits.isascii() and digits.isdigit()):
        raise RequestError(f"“{text}” belum dapat dibaca. Tulis angka saja, misalnya 1500.")
    return int(digits or 0)
