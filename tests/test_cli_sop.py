"""``ppid-tui sop``: broken files are told whole, an office's own is copied, checked, printed and used."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.sop import bundled_sop
from ppid_tui.cli import main

Captured = pytest.CaptureFixture[str]
SOUND = bundled_sop("diskop").text
STEP = '[[steps]]\nnumber = {}\nrole = "petugas"\nactivity = "Menyimpan"\nwork = "store"\n'

BROKEN: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "tanpa-id": ('id = "diskop"', "", ("berkas, id: belum diisi",)),
    "id-salah": ('id = "diskop"', 'id = "../kantor"', ('berkas, id: "../kantor" hanya boleh huruf',)),
    "bidang-asing": ('id = "diskop"', 'id = "diskop"\nkantor = "x"', ("berkas, kantor: bidang ini tidak dikenal",)),
    "tanpa-judul": ('title = "Pendokumentasian Informasi Publik"\nheading', "heading", ("sheet, title: belum diisi",)),
    "lembar-salah-jenis": ('number = "555/1471/DISKOP UKM"', "number = 555", ("sheet, number: harus teks",)),
    "label-asing": ("[sheet.labels]", '[sheet.labels]\nnomer = "x"', ("sheet, labels, nomer: bidang ini",)),
    "kolom-asing": ("[sheet.columns]", '[sheet.columns]\nsyarat = "x"', ("sheet, columns, syarat: bidang ini",)),
    "hak-asing": ('"serve"]', '"melayani"]', ('peran "petugas", may: hak "melayani" tidak dikenal',)),
    "peran-dua-kali": (
        'id = "kepala"',
        'id = "petugas"',
        ('peran "petugas", id: dipakai lebih dari sekali', 'langkah 2, role: peran "kepala" tidak ada'),
    ),
    "peran-asing": ('role = "kepala"', 'role = "ketua"', ('langkah 2, role: peran "ketua" tidak ada',)),
    "pemeriksa-asing": ('work = "list"', 'work = "list"\nreviewer = "x"', ('langkah 1, reviewer: peran "x" tidak',)),
    "pekerjaan-asing": ('work = "list"', 'work = "daftar"', ('langkah 1, work: pekerjaan "daftar" tidak dikenal',)),
    "satuan-waktu": ('time = "Tentatif"', 'time = "2 minggu"', ('langkah 1, time: waktu "2 minggu"',)),
    "tanpa-uraian": ('activity = "Mendokumentasikan', 'note = "Mendokumentasikan', ("langkah 3, activity: belum",)),
    "daftar-bukan-teks": (
        'needs = ["Form daftar informasi"]',
        "needs = [1, 2]",
        ("langkah 3, needs: harus daftar teks",),
    ),
    "hasil-ke-mana": ("to = 3", "to = 30", ('langkah 2, hasil "Ya", to: langkah 30 tidak ada',)),
    "hasil-salah-jenis": ("to = 3", "to = true", ('langkah 2, hasil "Ya", to: harus nomor langkah',)),
    "hasil-dua-kali": ('label = "Tidak"', 'label = "Ya"', ('langkah 2, hasil "Ya", label: dipakai lebih',)),
    "tak-tercapai": ("to = 3", 'to = "selesai"', ("langkah 3, number: tidak pernah dicapai",)),
    "tanpa-akhir": ("to = 3", "to = 2", ('langkah 1, outcomes: tidak ada jalan', "langkah 2, outcomes")),
    "nomor-dua-kali": ("number = 3", "number = 2", ("langkah 2, number: dipakai lebih dari sekali",)),
    "nomor-mundur": ("number = 1\n", "number = 9\n", ("langkah 2, number: harus sesudah nomor yang lebih kecil",)),
    "nomor-kata": ("number = 1\n", 'number = "satu"\n', ("langkah ke-1, number: harus angka mulai dari 1",)),
    "langkah-bukan-tabel": ("[[steps.outcomes]]", "[steps.outcomes]", ("tulisan TOML tidak benar di baris",)),
    "tanda-petik": ('id = "diskop"', 'id = "diskop', ("tulisan TOML tidak benar di baris 1, kolom",)),
    "beberapa": (
        'work = "list"',
        'work = "x"\nreviewer = "y"\nwaktu = "1 jam"\n' + STEP.format(1),
        (
            'langkah 1, work: pekerjaan "x"',
            'langkah 1, reviewer: peran "y"',
            "langkah 1, waktu: bidang ini tidak dikenal",
            "langkah 1, number: dipakai lebih dari sekali",
        ),
    ),
}  # fmt: skip


def run(capsys: Captured, *arguments: object, code: int = 0) -> str:
    """What a command said; it ended with this code."""
    ended = main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    assert ended == code, told
    return told.err if code == 2 else told.out


@pytest.mark.parametrize("name", BROKEN)
def test_each_error_of_a_broken_file_is_named_by_file_step_and_field(
    name: str, capsys: Captured, tmp_path: Path
) -> None:
    sound, broken, problems = BROKEN[name]
    assert sound in SOUND
    file = tmp_path / f"{name}.toml"
    file.write_text(SOUND.replace(sound, broken, 1), encoding="utf-8")
    lines = run(capsys, "sop", "check", file, code=1).splitlines()
    for problem in problems:
        assert [line for line in lines if line.startswith(f"{name}.toml: {problem}")], lines
    assert lines[-1].startswith(f"{len(lines) - 1} kesalahan")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (SOUND.encode("utf-16"), "bukan teks UTF-8"),
        (b"", "berkas, steps: belum diisi"),
        (b"%PDF-1.7\n%\xe2\xe3", "bukan teks UTF-8"),
        (b"id = " + b"[" * 100_000, "terlalu banyak kurung"),
    ],
)
def test_what_is_no_sop_at_all_is_told_too(content: bytes, problem: str, capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "aneh.toml"
    file.write_bytes(content)
    assert f"aneh.toml: {problem}" in run(capsys, "sop", "check", file, code=1)


def test_a_file_that_is_not_there_is_wrong_use(capsys: Captured, tmp_path: Path) -> None:
    assert "tidak ada" in run(capsys, "sop", "check", tmp_path / "hilang.toml", code=2)
    assert "tidak ada" in run(capsys, "sop", "check", tmp_path, code=2)


def test_an_office_copies_an_sop_changes_prints_and_uses_it(
    capsys: Captured, office_home: Path, tmp_path: Path
) -> None:
    own, home = tmp_path / "sop kami.toml", ("--home", office_home)
    run(capsys, *home, "sop", "copy", "adpim", "--to", own)
    assert "sudah ada" in run(capsys, *home, "sop", "copy", "adpim", "--to", own, code=2)
    own.write_text(own.read_text(encoding="utf-8").replace("5 hari kerja", "3 hari kerja"), encoding="utf-8")
    assert "benar: 3 peran, 8 langkah" in run(capsys, "sop", "check", own)
    run(capsys, "sop", "print", own, "--to", tmp_path / "lembar.pdf", "--paper", "F4", "--baku")
    assert "5 hari kerja" in run(capsys, *home, "sop", "show", "adpim")
    assert "semula" in run(capsys, *home, "sop", "use", own)
    assert "3 hari kerja" in run(capsys, *home, "sop", "show", "adpim")
    run(capsys, *home, "sop", "use", "dinsos", code=2)


def test_a_broken_sop_is_not_used(capsys: Captured, office_home: Path, tmp_path: Path) -> None:
    bad = tmp_path / "buruk.toml"
    bad.write_text(bundled_sop("adpim").text.replace("to = 7", "to = 70"), encoding="utf-8")
    assert "langkah 70 tidak ada" in run(capsys, "--home", office_home, "sop", "use", bad, code=2)
    assert not (office_home / "sops" / "adpim.toml").exists()
