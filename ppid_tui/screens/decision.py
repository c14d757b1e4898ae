"""A head's decision on paper: its sheet printed, what was signed put down, the scan put beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date

from archive.case_model import Case, SignedSheet
from archive.workflow import Choice
from ppid_tui.desk import cases, decisions
from ppid_tui.desk.step_task import moved_words, task_of
from ppid_tui.desk.works import FieldKind, FormField, read_day
from ppid_tui.printouts.labels import long_date
from ppid_tui.screens.attach import AttachScreen
from ppid_tui.screens.confirm import ConfirmScreen
from ppid_tui.screens.form_card import FormCard
from ppid_tui.screens.menu import MenuScreen
from ppid_tui.screens.place import Place

TITLE = "Catat keputusan dari lembar bertanda tangan"
SIGNED = (
    FormField("signer", "Nama yang menandatangani", required=True),
    FormField("position", "Jabatannya", required=True),
    FormField("acting", "Plt., Plh., atau a.n. (kosongkan bila pejabatnya sendiri)"),
    FormField("on", "Tanggal pada lembar", FieldKind.DATE, True),
    FormField("letter", "Nomor surat (boleh kosong)"),
)


async def record_decision(place: Place, case: Case) -> str:
    """Ask what was decided and who signed, and put it down; what became of the case, '' where it was given up."""
    way = await _which_way(place, case)
    if way is None:
        return ""
    values = _expected(place, case)
    while (answer := await _signed(place, case, way, values)) is not None:
        try:
            moved = _keep(place, case, way, answer)
        except cases.REFUSALS as error:
            place.notify(str(error), severity="warning", markup=False)
            values = answer
        else:
            await _offer_scan(place, moved)
            return moved_words(place.office, moved, place.officer)
    return ""


async def attach_scan(place: Place, case: Case) -> str:
    """Choose the scan of the signed sheet among the documents."""
    heading = "Pindaian lembar persetujuan (terima dahulu di Dokumen Masuk, F5)"
    document = await place.app.push_screen_wait(AttachScreen(place.office, place.viewer, heading))
    if document is None:
        return ""
    decisions.add_scan(place.office, case, document, place.officer, place.at())
    return "Pindaian lembar persetujuan dilampirkan."


async def print_sheet(place: Place, case: Case) -> str:
    """Print the sheet to be signed."""
    task = task_of(place.office, case.id, place.officer, place.at().date())
    return await asyncio.to_thread(decisions.print_sheet, place.office, task, place.viewer, place.at())


async def keep_sheet(place: Place, case: Case) -> str:
    """Keep the sheet as a Word file."""
    task = task_of(place.office, case.id, place.officer, place.at().date())
    path = await asyncio.to_thread(decisions.save_sheet, place.office, task, place.viewer, place.at(), ".docx")
    return f"Tersimpan di {path.parent.name}/{path.name}"


async def _which_way(place: Place, case: Case) -> Choice | None:
    ways = cases.choices(place.office, case)
    words = [decisions.way_words(place.office, case, way) for way in ways]
    chosen = await place.app.push_screen_wait(MenuScreen("Kotak mana yang dicentang?", words, case.title))
    return None if chosen is None else ways[chosen]


def _expected(place: Place, case: Case) -> dict[str, str]:
    today = place.at().date()
    who = decisions.expected_signer(place.office, case, today)
    return {"signer": who.name, "position": who.position, "acting": who.acting, "on": long_date(today)}


async def _signed(place: Place, case: Case, way: Choice, values: Mapping[str, str]) -> dict[str, str] | None:
    reason = FormField(
        "reason", "Apa yang perlu diperbaiki" if way.goes_back else "Catatan", FieldKind.LONG, way.goes_back
    )
    fields = (reason, *SIGNED) if way.goes_back else (*SIGNED, reason)
    title = f"{TITLE}\n{decisions.way_words(place.office, case, way)}"
    return await place.app.push_screen_wait(FormCard(title, fields, values, place.at().date()))


def _keep(place: Place, case: Case, way: Choice, answer: Mapping[str, str]) -> Case:
    today = place.at().date()
    sheet = SignedSheet(
        signer=answer["signer"].strip(),
        position=answer["position"].strip(),
        signed_on=read_day(answer["on"], today) or date.max,
        recorded_by="",
        recorded_by_id=0,
        acting=answer["acting"].strip(),
        letter=answer["letter"].strip(),
    )
    return decisions.record_decision(place.office, case, way, sheet, place.officer, place.at(), answer["reason"])


async def _offer_scan(place: Place, case: Case) -> None:
    question = "Keputusan dicatat. Lampirkan pindaian lembarnya sekarang? Papan mengingatkan sampai ada."
    if await place.app.push_screen_wait(ConfirmScreen(question, yes="Pilih dokumennya", no="Nanti")):
        await attach_scan(place, case)
