"""Care: what a check finds, and that the index can always be made anew."""

from __future__ import annotations

import shutil
from pathlib import Path

from archive.case_model import Case
from archive.lines import from_line, to_line
from ppid_tui.desk import care, contents, finding
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import Office, open_office
from tests.small_office import AT, PPID, SECRET, TRAVEL, document, officer

QUERIES = ("perjalanan dinas", "anggaran", "gratifikasi", "kerja sama", "banjir", "360/12/SE/2025", "")


def told(office: Office, head: str = "") -> list[str]:
    """What is wrong, a line each."""
    return [f"{p.what}: {p.where}: {p.reason}" for p in care.verify(office, head).problems]


def answers(office: Office) -> list[object]:
    """What the office finds for all queries, for who sees everything."""
    viewer = Viewer(officer(office, PPID))
    found = [finding.find(office, query, viewer) for query in QUERIES]
    return [[(h.document.id, h.page, h.score, h.snippet) for h in (*f.hits, *f.exempt)] for f in found]


def test_a_sound_archive_has_no_problems(office: Office) -> None:
    health = care.verify(office)
    assert health.ok and health.problems == ()
    assert health.head == office.records.trail.head


def test_a_check_tells_how_far_it_is(office: Office) -> None:
    steps = list(care.Check(office))
    assert [s.done for s in steps] == list(range(1, office.records.documents.count() + 1))


def test_a_changed_softcopy_is_found(office: Office) -> None:
    path = contents.original(office, document(office, TRAVEL))
    assert path
    path.chmod(0o600)
    path.write_bytes(path.read_bytes() + b" ")
    (problem,) = told(office)
    assert TRAVEL in problem and "berubah sejak disimpan" in problem


def test_a_missing_softcopy_is_found(office: Office) -> None:
    path = contents.original(office, document(office, TRAVEL))
    assert path
    path.unlink()
    (problem,) = told(office)
    assert TRAVEL in problem and "tidak ada lagi" in problem


def test_a_missing_text_is_found(office: Office) -> None:
    kept = document(office, TRAVEL)
    (office.home.archive / "text" / kept.text_key[:2] / f"{kept.text_key}.zip").unlink()
    (problem,) = told(office)
    assert problem.startswith("teks:") and TRAVEL in problem


def test_a_damaged_text_is_found(office: Office) -> None:
    kept = document(office, TRAVEL)
    path = office.home.archive / "text" / kept.text_key[:2] / f"{kept.text_key}.zip"
    sound = path.read_bytes()
    for place in range(0, len(sound) // 2, 7):
        path.write_bytes(sound[:place] + bytes([sound[place] ^ 0xFF]) + sound[place + 1 :])
        office.texts.pages(kept.text_key)
    path.write_bytes(sound[: len(sound) // 2])
    (problem,) = told(office)
    assert problem.startswith("teks:") and TRAVEL in problem


def test_a_file_without_a_record_is_found(office: Office) -> None:
    stray = office.softcopies.folder / "aa" / ("aa" * 32 + ".pdf")
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"%PDF")
    (problem,) = told(office)
    assert "tanpa catatan" in problem


def test_an_edited_trail_is_found_even_if_its_line_looks_sound(office_home: Path) -> None:
    records = office_home / "archive" / "records.jsonl"
    lines = records.read_bytes().splitlines()
    commits = ((n, from_line(line)) for n, line in enumerate(lines))
    number, commit = next((n, commit) for n, commit in commits if commit and "audit" in commit)
    edited = next(row for row in commit["audit"].values() if row)
    edited["by"] = "Orang Lain"
    lines[number] = to_line(commit).rstrip(b"\n")
    records.write_bytes(b"\n".join(lines) + b"\n")
    office = open_office(office_home)
    assert any("isi catatan diubah" in problem for problem in told(office))
    office.close()


def test_a_head_that_was_noted_elsewhere_tells_of_a_trail_that_was_rolled_back(
    office_home: Path, tmp_path: Path
) -> None:
    earlier = Path(shutil.copytree(office_home, tmp_path / "earlier"))
    office = open_office(office_home)
    head_before = office.records.trail.head
    assert told(office, head_before) == []
    office.records.trail.append(AT, PPID, "memberikan dokumen", "documents", 1)
    head = office.records.trail.head
    assert told(office, head) == [] and told(office, head_before) == []
    office.close()
    rolled_back = open_office(earlier)
    assert any("kepala jejak" in problem for problem in told(rolled_back, head))
    rolled_back.close()


def test_reindexing_gives_the_same_hits(office: Office) -> None:
    before = answers(office)
    for _ in care.reindex(office):
        pass
    assert answers(office) == before
    assert care.verify(office).ok


def test_a_lost_or_damaged_index_comes_back_by_itself(office_home: Path) -> None:
    office = open_office(office_home)
    before = answers(office)
    office.close()
    for file in (office_home / "index").rglob("*.*"):
        if file.is_file():
            file.write_bytes(b"rusak")
    office = open_office(office_home)
    assert answers(office) == before
    office.close()
    shutil.rmtree(office_home / "index")
    office = open_office(office_home)
    assert answers(office) == before
    office.close()


def test_one_wrong_byte_in_an_index_is_found_and_goes_when_it_is_made_anew(office: Office) -> None:
    before = answers(office)
    damaged = max((office.home.index / "public").rglob("*.pst"), key=lambda path: path.stat().st_size)
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    (problem,) = told(office)
    assert problem.startswith("indeks:") and damaged.name in problem and "reindex" in problem
    for _ in care.reindex(office):
        pass
    assert told(office) == [] and answers(office) == before


def test_documents_that_an_index_lacks_or_has_too_much_are_named(office: Office) -> None:
    public, exempt = document(office, TRAVEL), document(office, SECRET)
    engine = office.indexes.public()
    entry = office.indexes._exempt.entry(exempt)
    engine.apply([entry], [public.id], engine.sequence)
    lacks, too_many = told(office)
    assert f"dokumen {public.id} tidak dapat dicari" in lacks
    assert f"dokumen {exempt.id} seharusnya tidak di sini" in too_many


def test_a_record_that_names_what_is_not_there_is_found(office: Office) -> None:
    office.records.cases.add(Case(title="Uji", sop="adpim", documents=(999,)), "membuka pekerjaan", PPID, AT)
    (problem,) = told(office)
    assert "menyebut dokumen 999" in problem


def test_a_number_that_was_given_twice_is_found(office: Office) -> None:
    office.records.trail.append(AT, PPID, "menerima dokumen", "documents", 1, None, {"title": "lain"})
    (problem,) = told(office)
    assert "documents 1: nomor diberikan 2 kali" in problem


def test_a_text_without_a_record_is_found(office: Office) -> None:
    office.texts.write("ab" * 32, ["tanpa dokumen"])
    (problem,) = told(office)
    assert problem.startswith("teks:") and "tanpa catatan" in problem


def test_a_check_tells_no_title_of_an_exempt_document(office: Office) -> None:
    kept = document(office, SECRET)
    assert all(SECRET not in step.name for step in care.Check(office))
    (office.home.archive / "text" / kept.text_key[:2] / f"{kept.text_key}.zip").unlink()
    (problem,) = told(office)
    assert SECRET not in problem and f"dokumen {kept.id} (dikecualikan)" in problem
