"""Each kind of work is done at its step: lists written, papers placed, items examined, papers printed. By keys."""

from __future__ import annotations

from pathlib import Path

from archive.case_model import Held, ListRow
from archive.model import Document, HardcopyPlace, Rendition, RenditionKind
from archive.sop import bundled_sop, parse_sop
from ppid_tui.desk import case_rows, cases
from ppid_tui.desk.office import OWNER, Office, open_office
from ppid_tui.desk.own_sop import copy_to_change, use_sop
from ppid_tui.screens.step import StepScreen
from tests.printouts.reading import squeezed
from tests.screens.test_steps import LONG_AGO, Desk, desk_with_case, kept_document


async def at_the_step(desk: Desk, role: str) -> None:
    await desk.sign_in(role)
    await desk.press("f2", "enter")
    assert isinstance(desk.app.screen, StepScreen)


async def ahead(desk: Desk, words: str) -> None:
    """Type into a question that is being asked."""
    await desk.type_ahead(*("space" if letter == " " else letter for letter in words))


def with_softcopy(office: Office, folder: Path, title: str) -> Document:
    file = folder / f"{title}.pdf"
    file.write_bytes(b"%PDF-1.4 " + title.encode())
    staged = office.softcopies.stage(file)
    office.softcopies.keep(staged, "application/pdf")
    rendition = Rendition(RenditionKind.SIGNED, staged.sha256, file.name, "application/pdf", staged.size)
    return kept_document(office, title, renditions=(rendition,))


def rows_of(desk: Desk) -> list[tuple[str, str, Held]]:
    return [(row.title, row.unit, row.held) for row in desk.case.rows]


def test_a_list_is_written_a_row_a_line(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home")

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "petugas")
        await desk.write("Notulen")
        await desk.press("enter", *"Agenda", "semicolon", *"Protokol", "semicolon", *"hardcopy", "enter")
        await desk.press("enter")
        assert "Daftar informasi: 2" in desk.shown
        assert "belum ada dokumennya" in desk.shown
        await desk.press("up", "delete")
        assert [title for title, _, _ in rows_of(desk)] == ["Notulen"]
        await desk.press("z")

    desk.run(story)
    assert rows_of(desk) == [("Notulen", "", Held.UNKNOWN), ("Agenda", "Protokol", Held.HARDCOPY)]


def test_rows_are_there_again_when_the_power_failed(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home")

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "petugas")
        await desk.press(*"Notulen", "enter")
        await desk.press(*"Agenda", "escape")

    desk.run(story)
    desk.office.close()
    again = open_office(tmp_path / "home")
    assert [row.title for row in cases.case_of(again, 1).rows] == ["Notulen", "Agenda"]
    again.close()


def test_a_row_half_written_is_found_again_half_written(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home")

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "petugas")
        await desk.write("Notul")
        await desk.press("f5")
        assert desk.case.rows == ()
        await at_the_step(desk, "petugas")
        await desk.press(*"en", "enter")

    desk.run(story)
    assert [title for title, _, _ in rows_of(desk)] == ["Notulen"]


def test_a_row_is_changed_on_a_card(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home")

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "petugas")
        await desk.press(*"Notulen", "enter", "enter", "up")
        await desk.type_ahead("e")
        await desk.type_ahead("enter", *"Umum", "enter", *"Sekretaris", "enter", "up", "up", "up", "up", "enter")
        await desk.press("f8")
        assert "Umum · Sekretaris · Berkala" in desk.shown

    desk.run(story)
    assert (desk.case.rows[0].unit, desk.case.rows[0].responsible) == ("Umum", "Sekretaris")


def test_what_is_held_as_softcopy_is_bound_to_a_document_found_by_typing(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home")
    kept = with_softcopy(desk.office, tmp_path, "Notulen rapat")

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "petugas")
        await desk.press(*"Notulen", "enter", "enter", "up")
        await desk.type_ahead("s")
        await desk.pilot.pause(0.2)
        await desk.press("enter")

    desk.run(story)
    assert (desk.case.rows[0].document, desk.case.documents) == (kept.id, (kept.id,))


def test_the_list_of_the_last_period_is_taken_over(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", "diskop")
    petugas, kepala = desk.officers["petugas"], desk.officers["kepala"]
    rows = (ListRow(0, "Notulen"), ListRow(0, "Agenda"))
    last = case_rows.add_rows(desk.office, desk.case, rows, petugas, LONG_AGO)
    for holder in (petugas, kepala, petugas):
        way = cases.choices(desk.office, last)[0].label
        last = cases.finish_step(desk.office, last, way, holder, LONG_AGO)
    new = cases.start_case(desk.office, "Daftar baru", petugas, LONG_AGO)

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "petugas")
        await desk.press("enter", "a")
        assert "Daftar informasi: 2" in desk.shown

    desk.run(story)
    assert [row.title for row in cases.case_of(desk.office, new.id).rows] == ["Notulen", "Agenda"]


def test_where_a_hardcopy_lies_is_kept_with_the_document_itself(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", "kesra")

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "pelaksana")
        await desk.press(*"Notulen", "enter", "enter", "up")
        assert "belum ada dokumennya" in desk.shown
        await desk.type_ahead("t")
        await desk.type_ahead(*"2", "enter", *"1", "enter", *"7", "enter", "enter", "enter")
        await desk.press()
        assert "Lemari 2 / Rak 1 / Boks 7, nomor 1" in desk.shown

    desk.run(story)
    kept = desk.office.records.documents.get(desk.case.rows[0].document)
    assert kept is not None and kept.hardcopy == HardcopyPlace("2", "1", "7", "", "1")
    assert desk.case.documents == (kept.id,)


def test_what_lacks_something_stands_first_when_collecting(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", "kesra")
    kept = with_softcopy(desk.office, tmp_path, "Ada")

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "pelaksana")
        await desk.press(*"Ada", "enter", "enter", "up")
        await desk.type_ahead("s")
        await desk.pilot.pause(0.2)
        await desk.press("enter", "tab", "shift+tab", "shift+tab", *"Kurang", "enter")
        assert desk.shown.index("Kurang") < desk.shown.index("Ada ")
        assert "Daftar informasi: 2, 1 belum lengkap" in desk.shown

    desk.run(story)
    assert desk.case.rows[0].document == kept.id


def test_what_came_in_meanwhile_is_taken_into_the_case_at_once(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", "kesra")
    new = [with_softcopy(desk.office, tmp_path, title) for title in ("Notulen", "Agenda")]

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "pelaksana")
        await desk.press(*"notulen", "enter", "enter")
        await desk.type_ahead("m")
        assert "2 dokumen diterima sejak pekerjaan ini dibuka." in desk.shown
        await desk.press("right", "enter")

    desk.run(story)
    assert desk.case.documents == tuple(document.id for document in new)
    assert [(row.title, row.document) for row in desk.case.rows] == [("notulen", new[0].id)]


def desk_that_describes(tmp_path: Path) -> Desk:
    """Under an SOP of the office's own whose first step completes the records."""
    desk = Desk(tmp_path / "home", "kesra")
    text = copy_to_change(bundled_sop("kesra")).replace('work = "collect"', 'work = "describe"')
    use_sop(desk.office, parse_sop(text, "kesra.toml"), OWNER, LONG_AGO)
    desk.office.close()
    desk.app.office = desk.office = open_office(tmp_path / "home")
    cases.start_case(desk.office, "Daftar agenda", desk.officers["pelaksana"], LONG_AGO)
    return desk


def test_records_are_completed_one_after_the_other(tmp_path: Path) -> None:
    desk = desk_that_describes(tmp_path)
    kept = (kept_document(desk.office, "Notulen"), kept_document(desk.office, "Agenda"))
    cases.attach(desk.office, desk.case, kept, desk.officers["pelaksana"], LONG_AGO)

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "pelaksana")
        assert "Dokumen pekerjaan ini: 2, 2 belum lengkap" in desk.shown
        await desk.press("f8")
        assert "Masih 2 dokumen yang datanya belum lengkap, pertama “Notulen”." in desk.seen
        await desk.press("enter", "f8")
        assert "Dokumen pekerjaan ini: 2, 1 belum lengkap" in desk.shown
        await desk.press("enter", "f8")
        assert "Dokumen pekerjaan ini: 2" in desk.shown
        await desk.press("f8")

    desk.run(story)
    assert desk.case.step == 2
    assert all(document.confirmed for document in desk.office.records.documents.all())


def desk_in_review(tmp_path: Path) -> Desk:
    desk = desk_with_case(tmp_path / "home", "diskop")
    petugas = desk.officers["petugas"]
    kept = (kept_document(desk.office, "Notulen"), kept_document(desk.office, "Agenda"))
    case = cases.attach(desk.office, desk.case, kept, petugas, LONG_AGO)
    cases.finish_step(desk.office, case, cases.choices(desk.office, case)[0].label, petugas, LONG_AGO)
    return desk


def test_a_review_marks_the_exceptions_and_they_come_first_when_it_comes_back(tmp_path: Path) -> None:
    desk = desk_in_review(tmp_path)

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "kepala")
        await desk.press("space")
        assert "√ Notulen" in desk.shown
        await desk.type_ahead("k")
        await ahead(desk, "nomor salah")
        await desk.press("f8")
        assert "x Agenda" in desk.shown
        await desk.type_ahead("space")
        assert "Catatan Anda dihapus: nomor salah" in desk.shown
        await desk.press("escape")
        assert "x Agenda" in desk.shown
        await desk.type_ahead("f8", "enter")
        assert "Agenda: nomor salah" in desk.shown
        await desk.press("f8")
        await at_the_step(desk, "petugas")
        assert "Agenda: nomor salah" in desk.shown
        assert "perlu diperbaiki: nomor salah" in desk.shown
        assert "Agenda perlu diperbaiki: nomor salah" in desk.shown.partition("Notulen")[0]

    desk.run(story)
    assert desk.case.step == 1
    assert desk.case.history[-1].note == "Agenda: nomor salah"


def test_a_review_goes_from_document_to_document(tmp_path: Path) -> None:
    desk = desk_in_review(tmp_path)

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "kepala")
        await desk.press("enter")
        assert "Notulen" in desk.shown
        await desk.press("escape", "space")
        assert "√ Agenda" in desk.shown
        await desk.type_ahead("f8")
        await desk.press("enter")

    desk.run(story)
    assert desk.case.step == 3


def printed(desk: Desk, tmp_path: Path, ending: str) -> str:
    from tests.printouts.reading import docx_text, pdf_pages

    file = max((tmp_path / "home" / "printouts").glob(f"*{ending}"))
    return squeezed("".join(pdf_pages(file.read_bytes())) if ending == ".pdf" else docx_text(file.read_bytes()))


def test_putting_into_storage_places_the_papers_and_prints_a_receipt(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", "kesra", moves=2)
    kept = with_softcopy(desk.office, tmp_path, "Surat tugas")
    cases.attach(desk.office, desk.case, (kept,), desk.officers["ppid"], LONG_AGO)

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "ppid")
        await desk.press(*"2", "slash", *"1", "slash", *"B7")
        await desk.type_ahead("f9")
        await desk.press("enter")
        await desk.press("f8")

    desk.run(story)
    place = desk.office.records.documents.get(kept.id)
    assert place is not None and place.hardcopy == HardcopyPlace("2", "1", "B7")
    paper = printed(desk, tmp_path, ".pdf")
    for words in ("TANDA TERIMA PENYIMPANAN", "Surat tugas", kept.renditions[0].sha256[:16], "Pegawai PPID"):
        assert squeezed(words) in paper


def test_what_is_handed_over_stands_on_a_list_that_both_sign(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", "kesra", moves=1)
    kept = with_softcopy(desk.office, tmp_path, "Surat tugas")
    cases.attach(desk.office, desk.case, (kept,), desk.officers["petugas"], LONG_AGO)

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "petugas")
        await desk.write("Sari Contoh")
        await desk.type_ahead("f9")
        await desk.press("enter")

    desk.run(story)
    paper = printed(desk, tmp_path, ".pdf")
    for words in ("DAFTAR SERAH TERIMA", "Surat tugas", "Yang menyerahkan", "Yang menerima", "Sari Contoh"):
        assert squeezed(words) in paper


def test_the_report_is_printed_as_a_letter_and_as_a_word_file(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", moves=6)
    assert cases.step_of(desk.office, desk.case).work == "submit"

    async def story(desk: Desk) -> None:
        await at_the_step(desk, "petugas")
        await desk.press(*"14", "slash", *"ADPIM")
        await desk.type_ahead("f9")
        await desk.press("enter")

    desk.run(story)
    for ending in (".pdf", ".docx"):
        paper = printed(desk, tmp_path, ending)
        for words in ("SURAT/MEMO", "14/ADPIM", "Yth. Atasan PPID", "BIRO CONTOH"):
            assert squeezed(words) in paper
