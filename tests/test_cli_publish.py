"""``publish``, as a person calls it."""

from __future__ import annotations

from pathlib import Path

from tests.small_office import SECRET
from tests.test_cli_backup import Captured, ran


def test_the_package_is_made_also_in_a_folder_that_is_not_there_yet(
    office_home: Path, tmp_path: Path, capsys: Captured
) -> None:
    code, out, _ = ran(capsys, "publish", "--to", tmp_path / "baru" / "paket", "--home", office_home)
    assert code == 0 and "Paket publikasi:" in out
    (page,) = (tmp_path / "baru" / "paket").glob("*/index.html")
    assert SECRET not in page.read_text(encoding="utf-8")


def test_a_file_is_no_folder_for_a_package(office_home: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "berkas").write_text("isi", encoding="utf-8")
    code, _, err = ran(capsys, "publish", "--to", tmp_path / "berkas", "--home", office_home)
    assert code == 2 and "pilih folder lain" in err
    assert (tmp_path / "berkas").read_text(encoding="utf-8") == "isi"
