"""What is asked when somebody objects, the superior answers, or the Komisi Informasi comes in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from archive.request_model import Attorney, Keberatan, KeberatanDecision, Request
from ppid_tui.desk import objections
from ppid_tui.desk.works import FieldKind, FormField, read_day
from ppid_tui.printouts.labels import KEBERATAN_DECISIONS, KEBERATAN_GROUNDS, long_date
from ppid_tui.screens.draft_card import ask_until_kept
from ppid_tui.screens.place import Place

DATE, LONG, CHECK, CHOICE = FieldKind.DATE, FieldKind.LONG, FieldKind.CHECK, FieldKind.CHOICE
OBJECTS = (
    *(FormField(f"ground_{letter}", f"{letter}. {words}", CHECK) for letter, words in KEBERATAN_GROUNDS.items()),
    FormField("story", "Kasus posisi: apa yang terjadi menurut pemohon", LONG, True),
    FormField("received", "Tanggal keberatan diterima", DATE, True),
    FormField("attorney", "Nama kuasa (kosong: pemohon sendiri)"),
    FormField("attorney_letter", "Surat kuasa: nomor dan tanggal"),
)
PASSES = (
    FormField("to", "Diteruskan kepada", required=True),
    FormField("on", "Tanggal diteruskan", DATE, True),
    FormField("letter", "Nomor surat penerusan (boleh menyusul)"),
)
DECISIONS = tuple((one.value, words) for one, words in KEBERATAN_DECISIONS.items() if words)
ANSWERS = (
    FormField("decision", "Keputusan", CHOICE, options=DECISIONS),
    FormField("on", "Tanggal tanggapan", DATE, True),
    FormField("number", "Nomor surat tanggapan (boleh menyusul)"),
    FormField("superior", "Nama Atasan PPID", required=True),
    FormField("position", "Jabatannya"),
    FormField("answer", "Isi tanggapan", LONG, True),
    FormField("order", "Perintah, bila keberatan diterima", LONG),
)
REPLIES = (FormField("reply", "Tanggapan pemohon: menerima, atau ke Komisi Informasi", LONG, True),)
FILES = (
    FormField("filed", "Tanggal sengketa diajukan", DATE, True),
    FormField("number", "Nomor register Komisi Informasi"),
)
ENDS = (
    FormField("ended", "Tanggal putusan atau kesepakatan", DATE, True),
    FormField("result", "Isi putusan", LONG, True),
)


async def register(place: Place, request: Request) -> str:
    """The form of the objection."""
    office, today = place.office, place.at().date()

    def keep(told: dict[str, str]) -> Request:
        return objections.register_objection(office, request, _objection(told, place), place.officer, place.at())

    kept = await ask_until_kept(
        place, f"keberatan {request.id}", "Pernyataan keberatan", OBJECTS, {"received": long_date(today)}, keep
    )
    if kept is None or kept.keberatan is None:
        return ""
    late = objections.lateness(office, request, kept.keberatan.received)
    return f"Keberatan terdaftar dengan nomor {kept.keberatan.number}. {late}".strip()


async def pass_on(place: Place, request: Request) -> str:
    """To whom, when, with which letter."""
    today, to = place.at().date(), place.office.profile.superior_elsewhere

    def keep(told: dict[str, str]) -> Request:
        return objections.pass_on(
            place.office, request, told["to"], _day(told["on"], place), told["letter"], place.officer, place.at()
        )

    values = {"to": to, "on": long_date(today)}
    kept = await ask_until_kept(place, f"penerusan {request.id}", "Teruskan keberatan", PASSES, values, keep)
    return "Keberatan diteruskan. Batas waktunya tetap berjalan." if kept else ""


async def answer(place: Place, request: Request) -> str:
    """What the superior wrote."""

    def keep(told: dict[str, str]) -> Request:
        return objections.answer_objection(place.office, request, _answered(told, place), place.officer, place.at())

    values = {"on": long_date(place.at().date()), **_superior(place, request)}
    title = "Tanggapan Atasan PPID"
    kept = await ask_until_kept(place, f"tanggapan keberatan {request.id}", title, ANSWERS, values, keep)
    until = kept.keberatan.dispute_until if kept and kept.keberatan else None
    return f"Tanggapan dicatat. Pemohon dapat ke Komisi Informasi sampai {long_date(until)}." if until else ""


async def reply(place: Place, request: Request) -> str:
    """What the requester says."""
    kept = await ask_until_kept(
        place, f"tanggapan pemohon {request.id}", "Tanggapan pemohon", REPLIES, {},
        lambda told: objections.reply(place.office, request, told["reply"], place.officer, place.at()),
    )  # fmt: skip
    return "Tanggapan pemohon dicatat." if kept else ""


async def dispute(place: Place, request: Request) -> str:
    """When it was filed, and its number there."""
    values = {"filed": long_date(place.at().date())}
    kept = await ask_until_kept(
        place, f"sengketa {request.id}", "Sengketa di Komisi Informasi", FILES, values,
        lambda told: objections.dispute(
            place.office, request, _day(told["filed"], place), told["number"], place.officer, place.at()
        ),
    )  # fmt: skip
    return "Sengketa dicatat. Ctrl+L mengumpulkan buktinya." if kept else ""


async def end_dispute(place: Place, request: Request) -> str:
    """How it ended."""
    values = {"ended": long_date(place.at().date())}
    kept = await ask_until_kept(
        place, f"putusan {request.id}", "Putusan Komisi Informasi", ENDS, values,
        lambda told: objections.end_dispute(
            place.office, request, _day(told["ended"], place), told["result"], place.officer, place.at()
        ),
    )  # fmt: skip
    return "Putusan dicatat." if kept else ""


async def gather_evidence(place: Place, request: Request) -> str:
    """All that belongs to the request, in one folder with its list."""
    import asyncio

    from ppid_tui.desk.evidence import gather

    place.notify("Bukti sedang dikumpulkan …", markup=False, timeout=3)
    folder, many = await asyncio.to_thread(gather, place.office, request, place.officer, place.at())
    return f"{many} bukti tersimpan di {folder.parent.name}/{folder.name}, dengan daftarnya."


def _superior(place: Place, request: Request) -> dict[str, str]:
    """Who is likely to have answered: whom it was passed on to, else the head of this office."""
    passed = request.keberatan.passed_on if request.keberatan else None
    if passed:
        return {"position": passed.to}
    head = place.office.profile.signatory_on(place.at().date())
    return {"superior": head.name, "position": head.position} if head else {}


def _objection(told: Mapping[str, str], place: Place) -> Keberatan:
    ground = "".join(letter for letter in KEBERATAN_GROUNDS if told[f"ground_{letter}"])
    attorney = told["attorney"].strip()
    return Keberatan(
        number="",
        received=_day(told["received"], place),
        ground=ground,
        story=told["story"].strip(),
        attorney=Attorney(attorney, letter=told["attorney_letter"].strip()) if attorney else None,
    )


def _answered(told: Mapping[str, str], place: Place) -> Keberatan:
    day = _day(told["on"], place)
    return Keberatan(
        number="",
        received=day,
        ground="",
        answered=day,
        decision=KeberatanDecision(told["decision"]),
        answer=told["answer"],
        order=told["order"],
        superior=told["superior"],
        superior_position=told["position"],
        answer_number=told["number"],
    )


def _day(text: str, place: Place) -> date:
    today = place.at().date()
    return read_day(text, today) or today
