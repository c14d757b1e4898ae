"""Finding: who sees what, and on which page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.model import Exemption, InformationClass
from index.model import Filters
from ppid_tui.desk import contents, finding
from ppid_tui.desk.describing import describe
from ppid_tui.desk.finding import Findings, Viewer
from ppid_tui.desk.givable import may_give, require_givable
from ppid_tui.desk.office import OWNER, NotAllowed, Office
from tests.small_office import AT, ATASAN, PETUGAS, PPID, SECRET, TRAVEL, UNDECIDED, document, officer

EXEMPT_WORD = "gratifikasi"


def titles(findings: Findings) -> set[str]:
    return {hit.document.title for hit in (*findings.hits, *findings.exempt)}


def test_a_hit_says_the_page_on_which_the_words_stand(office: Office) -> None:
    found = finding.find(office, "rapat koordinasi", Viewer(officer(office, PETUGAS)))
    hit = found.hits[0]
    assert (hit.document.title, hit.page) == (TRAVEL, 2)
    assert "Rapat koordinasi" in contents.page_text(office, hit.document, 2)


def test_the_marked_words_are_the_sought_ones(office: Office) -> None:
    hit = finding.find(office, "koordinasi", Viewer(officer(office, PETUGAS))).hits[0]
    marked = [hit.snippet.text[start:end].lower() for start, end in hit.snippet.marks]
    assert marked == ["koordinasi"]


@pytest.mark.parametrize("name", [PETUGAS, None])
def test_who_may_not_see_exempt_documents_gets_no_hit_count_or_suggestion_of_them(
    office: Office, name: str | None
) -> None:
    viewer = Viewer(officer(office, name) if name else OWNER)
    for typed in (EXEMPT_WORD, "gratifikas", "gratfikasi", SECRET):
        found = finding.find(office, typed, viewer, typing=True)
        assert SECRET not in titles(found)
        assert EXEMPT_WORD not in found.suggestion.lower()
        assert (found.exempt, found.exempt_total) == ((), 0)
    counted = finding.facets(office, "", viewer)
    assert InformationClass.DIKECUALIKAN.value not in counted.classes
    assert sum(counted.classes.values()) == office.records.documents.count() - 1


@pytest.mark.parametrize("name", [PPID, ATASAN])
def test_who_may_see_exempt_documents_finds_them_as_a_group_apart(office: Office, name: str) -> None:
    found = finding.find(office, EXEMPT_WORD, Viewer(officer(office, name)))
    assert [hit.document.title for hit in found.exempt] == [SECRET]
    assert SECRET not in {hit.document.title for hit in found.hits}


def test_exempt_documents_with_some_of_the_words_stay_away_where_others_have_all(office: Office) -> None:
    hide = document(office, UNDECIDED)
    few = replace(hide, title="Perjalanan rahasia", information_class=InformationClass.DIKECUALIKAN)
    describe(office, replace(few, exemption=Exemption("i")), officer(office, PPID), AT)
    viewer = Viewer(officer(office, PPID))
    assert [hit.document.title for hit in finding.find(office, "perjalanan rahasia", viewer).exempt] == [few.title]
    found = finding.find(office, "perjalanan dinas triwulan", viewer)
    assert found.hits and not found.exempt


@pytest.mark.parametrize("name", [PETUGAS, PPID, ATASAN])
def test_while_a_citizen_looks_along_nobody_sees_exempt_or_undecided_documents(office: Office, name: str) -> None:
    viewer = Viewer(officer(office, name), citizen=True, include_exempt=True)
    everything = finding.find(office, "", viewer, limit=100)
    assert titles(everything).isdisjoint({SECRET, UNDECIDED})
    assert everything.total == office.records.documents.count() - 2
    assert finding.find(office, "pelabuhan", viewer).total == 0
    assert finding.find(office, EXEMPT_WORD, viewer).total == 0
    assert set(finding.facets(office, "", viewer).classes) == {"berkala", "serta_merta", "setiap_saat"}
    for title in (SECRET, UNDECIDED):
        assert finding.document_for(office, document(office, title).id, viewer) is None


@pytest.mark.parametrize("typed", ["plabuhan", "pelabuhn", "grtifikasi"])
def test_while_a_citizen_looks_along_no_suggestion_tells_of_hidden_words(office: Office, typed: str) -> None:
    found = finding.find(office, typed, Viewer(officer(office, PPID), citizen=True), typing=True)
    assert found.suggestion.lower() not in ("pelabuhan", EXEMPT_WORD)


def test_a_slip_is_put_right_by_the_words_of_the_archive(office: Office) -> None:
    found = finding.find(office, "plabuhan", Viewer(officer(office, PETUGAS)))
    assert (found.suggestion, found.repaired) == ("pelabuhan", True)
    assert titles(found) == {UNDECIDED}


def test_asking_for_hidden_classes_does_not_open_them_to_a_citizen(office: Office) -> None:
    asked = Filters(classes=frozenset({"dikecualikan", "belum_ditetapkan"}))
    viewer = Viewer(officer(office, PPID), citizen=True)
    assert finding.find(office, "", viewer, asked).total == 0


@pytest.mark.parametrize("title", [SECRET, UNDECIDED])
def test_what_is_exempt_or_undecided_cannot_be_given(office: Office, title: str) -> None:
    withheld = document(office, title)
    assert may_give(withheld)
    with pytest.raises(NotAllowed, match=title):
        require_givable([withheld])


def test_results_narrow_by_class_year_and_unit(office: Office) -> None:
    viewer = Viewer(officer(office, PETUGAS))

    def left(filters: Filters) -> int:
        return finding.find(office, "", viewer, filters).total

    assert left(Filters(classes=frozenset({"berkala"}))) == 2
    assert left(Filters(year=2024)) == 1
    assert left(Filters(unit="Bagian Umum")) == 4
    assert left(Filters(classes=frozenset({"berkala"}), unit="Bagian Umum")) == 1


@pytest.mark.parametrize("typed", ["", " ", '"', "((", "AND OR NOT", "*", "a" * 5000, "\x00\x1b[31m", "360/12/SE/2025"])
def test_any_text_is_a_safe_query(office: Office, typed: str) -> None:
    finding.find(office, typed, Viewer(officer(office, PPID)), typing=True)
    finding.facets(office, typed, Viewer(officer(office, PPID)))


@pytest.mark.parametrize("typed", ["rapat kunjungna", "kunjungna rapat", "kunjungna"])
def test_a_slip_is_mended_while_typing_wherever_it_stands(office: Office, typed: str) -> None:
    found = finding.find(office, typed, Viewer(officer(office, PETUGAS)), typing=True)
    assert (found.repaired, found.suggestion) == (True, typed.replace("kunjungna", "kunjungan"))
    assert found.hits


def test_a_slip_is_mended_although_exempt_documents_have_something_near(office: Office) -> None:
    slip = "kunjungna"
    hide = document(office, UNDECIDED)
    texts = replace(hide, title=f"{hide.title} kunjungan", information_class=InformationClass.DIKECUALIKAN)
    describe(office, replace(texts, exemption=Exemption("i")), officer(office, PPID), AT)
    found = finding.find(office, slip, Viewer(officer(office, PPID)))
    assert (found.repaired, bool(found.hits), bool(found.exempt)) == (True, True, True)


def test_an_original_that_is_missing_is_not_offered(office: Office) -> None:
    kept = document(office, TRAVEL)
    path = contents.original(office, kept)
    assert path
    path.unlink()
    assert contents.original(office, kept) is None


def test_an_index_that_is_damaged_while_it_is_open_is_built_anew_and_answers(office: Office) -> None:
    viewer = Viewer(officer(office, PETUGAS))
    before = finding.find(office, "perjalanan dinas", viewer)
    for path in (office.home.index / "public").rglob("*"):
        if path.is_file() and "LOCK" not in path.name:
            path.write_bytes(b"rusak")
    after = finding.find(office, "perjalanan dinas", viewer)
    assert [hit.document.id for hit in after.hits] == [hit.document.id for hit in before.hits] != []


def test_the_words_of_a_document_that_was_just_exempted_are_not_suggested(office: Office) -> None:
    viewer, travel = Viewer(officer(office, PETUGAS)), document(office, TRAVEL)
    assert "kunjungan" in finding.find(office, "kunjungna", viewer).suggestion
    exempt = replace(travel, information_class=InformationClass.DIKECUALIKAN, exemption=Exemption("i"))
    describe(office, exempt, officer(office, PPID), AT)
    after = finding.find(office, "kunjungna", viewer)
    assert (after.suggestion, after.total, after.hits) == ("", 0, ())
    assert finding.find(office, "kunju", viewer, typing=True).total == 0
