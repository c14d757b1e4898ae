"""An SOP of the office's own: copied, changed, taken into use; cases that run keep the one they began under."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from archive.case_model import Case
from archive.model import Officer
from archive.sop import BUNDLED, Sop, SopError, bundled_sop, load_sop, parse_sop
from ppid_tui.desk import cases
from ppid_tui.desk.office import OWNER, NotAllowed, Office, open_office
from ppid_tui.desk.own_sop import HOW, IN_USE, copy_to_change, sop_named, use_sop
from ppid_tui.desk.people import enrol, set_up
from ppid_tui.desk.profile import Profile
from tests.small_office import AT

CLERK = Officer("Rina Contoh", roles=("pelaksana", "petugas", "ppid"))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office under the SOP ``kesra`` with one officer, who does all of it."""
    with closing(set_up(tmp_path / "kantor", Profile(name="Biro Contoh", sop="kesra"))) as opened:
        enrol(opened, CLERK, "482913", "x", AT)
        yield opened


def changed(old: str, new: str) -> Sop:
    """The copy of ``kesra`` with a word changed."""
    text = copy_to_change(bundled_sop("kesra"))
    assert old in text
    return parse_sop(text.replace(old, new), "kesra.toml")


def opened_anew(office: Office) -> Office:
    office.close()
    return open_office(office.home.root)


def step_on(office: Office, case: Case) -> Case:
    clerk = next(iter(office.records.officers.all()))
    return cases.finish_step(office, case, cases.choices(office, case)[0].label, clerk, AT)


@pytest.mark.parametrize("id_", BUNDLED)
def test_a_copy_says_the_same_and_explains_itself_in_indonesian_alone(id_: str) -> None:
    sop = bundled_sop(id_)
    copy = copy_to_change(sop)
    assert copy.startswith(HOW) and tomllib.loads(copy) == tomllib.loads(sop.text)
    assert "#" not in copy.removeprefix(HOW)


def test_a_copy_of_ones_own_keeps_its_remarks() -> None:
    own = changed("[[steps]]\nnumber = 3", "# Hasil rapat\n[[steps]]\nnumber = 3")
    assert "# Hasil rapat" in copy_to_change(own)
    assert copy_to_change(own).count(HOW) == 1


def test_a_case_ends_under_the_sop_that_it_began_under(office: Office) -> None:
    began = cases.start_case(office, "Lama", next(iter(office.records.officers.all())), AT)
    third = changed('number = 3\nrole = "ppid"', 'number = 3\nrole = "petugas"')
    use_sop(office, third, OWNER, AT)
    anew = opened_anew(office)
    with closing(anew):
        old = cases.case_of(anew, began.id)
        new = cases.start_case(anew, "Baru", next(iter(anew.records.officers.all())), AT)
        assert anew.sop.step(3).role == "petugas"
        assert cases.sop_of(anew, old) == bundled_sop("kesra")
        assert cases.sop_of(anew, new) == anew.sop == third
        for _ in range(2):
            old, new = step_on(anew, old), step_on(anew, new)
        assert (cases.whose_turn(anew, old), cases.whose_turn(anew, new)) == ("ppid", "petugas")
        assert step_on(anew, old).step is None and step_on(anew, new).step is None


def test_a_case_goes_on_over_two_changes_even_when_its_step_is_gone(office: Office) -> None:
    began = cases.start_case(office, "Lama", next(iter(office.records.officers.all())), AT)
    for _ in range(2):
        began = step_on(office, began)
    shorter = parse_sop(bundled_sop("kesra").text.rpartition("[[steps]]")[0], "kesra.toml")
    for sop in (shorter, replace(shorter, text=shorter.text.replace("1 Jam", "2 jam"))):
        use_sop(office, parse_sop(sop.text, "kesra.toml"), OWNER, AT)
        office = opened_anew(office)
    with closing(office):
        assert len(office.sop.steps) == 2 and office.sop.step(1).time == "2 jam"
        assert step_on(office, cases.case_of(office, began.id)).step is None


def test_a_kept_version_that_was_changed_by_hand_is_not_believed(office: Office) -> None:
    began = cases.start_case(office, "Lama", next(iter(office.records.officers.all())), AT)
    use_sop(office, changed("1 Jam", "2 jam"), OWNER, AT)
    (kept,) = office.home.sop_versions.iterdir()
    kept.write_text(kept.read_text(encoding="utf-8").replace("1 Jam", "9 jam"), encoding="utf-8")
    with closing(opened_anew(office)) as anew:
        assert cases.sop_of(anew, cases.case_of(anew, began.id)).step(1).time == "2 jam"


def test_the_change_stands_in_the_trail(office: Office) -> None:
    use_sop(office, changed("1 Jam", "2 jam"), OWNER, AT)
    last = list(office.records.trail.entries())[-1]
    assert (last.action, last.by) == (IN_USE, OWNER.name)


def test_only_who_administers_changes_the_sop(office: Office) -> None:
    with pytest.raises(NotAllowed):
        use_sop(office, changed("1 Jam", "2 jam"), Officer("Danu Contoh", roles=("petugas",)), AT)


def test_an_sop_under_which_nobody_could_administer_is_refused(office: Office) -> None:
    with pytest.raises(SopError, match="administer"):
        use_sop(office, changed(', "administer"]', "]"), OWNER, AT)


def test_an_sop_of_another_office_is_refused(office: Office) -> None:
    with pytest.raises(SopError, match='id: harus "kesra"'):
        use_sop(office, bundled_sop("adpim"), OWNER, AT)


def test_a_new_role_is_of_this_office_and_told_while_nobody_holds_it(office: Office) -> None:
    arsiparis = '[[roles]]\nid = "arsiparis"\ntitle = "Arsiparis"\n\n[[steps]]\nnumber = 1'
    own = changed("[[steps]]\nnumber = 1", arsiparis)
    assert use_sop(office, own, OWNER, AT) == ("Arsiparis",)
    with closing(opened_anew(office)) as anew:
        assert "arsiparis" in anew.profile.roles_here


def test_the_offices_own_goes_before_the_one_that_comes_along(office: Office, tmp_path: Path) -> None:
    home = office.home.root
    assert sop_named(home, "kesra") == bundled_sop("kesra")
    own = changed("1 Jam", "2 jam")
    use_sop(office, own, OWNER, AT)
    assert sop_named(home, "kesra") == own
    assert load_sop(home / "sops" / "kesra.toml") == own
    with pytest.raises(SopError, match="tidak ada"):
        sop_named(home, "../sops/kesra")
