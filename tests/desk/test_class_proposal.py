"""Which class is proposed for what: by law for regulations, else by the office's own word; never a decision."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.model import Document, InformationClass
from ppid_tui.desk.class_proposal import BY_LAW, BY_OFFICE, proposal
from ppid_tui.desk.profile import BadProfile, Profile, read_profile, write_profile

PLAIN = Profile(name="Kantor Contoh", sop="adpim")


def proposed(kind: str, title: str = "Contoh", profile: Profile = PLAIN) -> tuple[str, str] | None:
    found = proposal(profile, Document(title, kind=kind))
    return (found.information_class.value, found.why) if found else None


@pytest.mark.parametrize("kind", ["Undang-Undang", "Peraturan Pemerintah", "peraturan bupati", " Peraturan "])
def test_for_a_regulation_it_is_available_at_any_time(kind: str) -> None:
    assert proposed(kind) == ("setiap_saat", BY_LAW)


@pytest.mark.parametrize("kind", ["", "Laporan", "Surat", "Keputusan Kepala Dinas"])
def test_for_other_kinds_nothing_is_proposed(kind: str) -> None:
    assert proposed(kind) is None


def test_nothing_is_proposed_for_a_draft_or_where_a_class_is_decided() -> None:
    assert proposed("Peraturan Bupati", "Rancangan Peraturan Bupati tentang Contoh") is None
    assert proposal(PLAIN, Document("Contoh", InformationClass.BERKALA, kind="Peraturan")) is None


def test_the_office_has_the_last_word_and_a_class_that_is_none_is_refused(tmp_path: Path) -> None:
    own = Profile(name="Kantor", sop="adpim", class_proposals={"Peraturan Bupati": "berkala", "Undang-Undang": ""})
    write_profile(own, tmp_path / "office.toml")
    read = read_profile(tmp_path / "office.toml")
    assert proposed("Peraturan Bupati", profile=read) == ("berkala", BY_OFFICE)
    assert proposed("Undang-Undang", profile=read) is None
    assert proposed("Peraturan Pemerintah", profile=read) == ("setiap_saat", BY_LAW)
    write_profile(Profile(name="Kantor", sop="adpim", class_proposals={"Surat": "rahasia"}), tmp_path / "office.toml")
    with pytest.raises(BadProfile, match="rahasia"):
        read_profile(tmp_path / "office.toml")
