"""The four SOPs, word for word as their sheets have them, and what is said about a broken file."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.model import Right
from archive.sop import (
    BUNDLED,
    Sop,
    SopError,
    as_on_sheet,
    bundled_sop,
    bundled_sops,
    label_on_sheet,
    load_sop,
    parse_sop,
    sop_as_json,
)
from archive.standard import Standard, TimeUnit, parse_time

# The sheets as they were published, without the NIP.
SHEETS = Path(__file__).parent / "sheets"
SOPS = Path(__file__).parents[2] / "archive" / "sops"

SOUND = """
id = "contoh"
[sheet]
title = "SOP Contoh"
[[roles]]
id = "petugas"
title = "Petugas"
may = ["intake"]
[[roles]]
id = "kepala"
title = "Kepala"
[[steps]]
number = 1
role = "petugas"
activity = "Mengumpulkan"
work = "collect"
time = "2 jam"
[[steps]]
number = 2
role = "kepala"
activity = "Mengesahkan"
work = "review"
[[steps.outcomes]]
label = "Ya"
to = 3
[[steps.outcomes]]
label = "Tidak"
to = 1
[[steps]]
number = 3
role = "petugas"
activity = "Menyimpan"
work = "store"
"""


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", re.sub(r"<[^>]*>", " ", text)))


def strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever TOML holds
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    else:
        yield str(value)


def roles_by_step(sop: Sop) -> list[str]:
    return [step.role for step in sop.steps]


def problems_in(text: str) -> tuple[str, ...]:
    with pytest.raises(SopError) as raised:
        parse_sop(text, "contoh.toml")
    return raised.value.problems


@pytest.mark.parametrize("id_", BUNDLED)
def test_every_word_of_a_sheet_is_in_its_sop(id_: str) -> None:
    raw = tomllib.loads((SOPS / f"{id_}.toml").read_text(encoding="utf-8"))
    del raw["sheet"]["remarks"]
    sheet = (SHEETS / f"{id_}.txt").read_text(encoding="utf-8")
    assert words(sheet) - words(" ".join(strings(raw))) == Counter()


@pytest.mark.parametrize("id_", BUNDLED)
def test_every_row_of_a_sheet_is_a_step_in_its_own_words(id_: str) -> None:
    rows = [line for line in (SHEETS / f"{id_}.txt").read_text(encoding="utf-8").splitlines() if "\t" in line]
    for step in bundled_sop(id_).steps:
        (row,) = [row for row in rows if step.activity in row]
        cells = [cell.strip().removeprefix("- ") for cell in row.split("\t")]
        shown = [as_on_sheet(step, name) for name in ("needs", "time", "output")]
        assert [cell for cell in shown if cell not in cells] == []


def test_the_four_sops_come_with_the_kiosk() -> None:
    assert [(sop.id, len(sop.steps)) for sop in bundled_sops()] == [
        ("kesra", 3),
        ("adpim", 8),
        ("diskop", 3),
        ("dinsos", 5),
    ]


def test_each_step_is_done_by_the_role_that_its_words_name() -> None:
    assert roles_by_step(bundled_sop("kesra")) == ["pelaksana", "petugas", "ppid"]
    assert roles_by_step(bundled_sop("adpim")) == ["petugas"] * 8
    assert roles_by_step(bundled_sop("diskop")) == ["petugas", "kepala", "petugas"]
    assert roles_by_step(bundled_sop("dinsos")) == ["bidang", "utama", "pendukung", "utama", "bidang"]


def test_adpim_coordinates_with_the_ppid_and_reports_to_the_superior() -> None:
    reviewers = {step.number: step.reviewer for step in bundled_sop("adpim").steps if step.reviewer}
    assert reviewers == {2: "ppid", 6: "atasan"}


def test_corrections_lead_back() -> None:
    assert {way.label: way.to for way in bundled_sop("adpim").step(6).outcomes} == {
        "Disetujui": 7,
        "Koreksi": 5,
    }
    assert {way.label: way.to for way in bundled_sop("diskop").step(2).outcomes} == {"Ya": 3, "Tidak": 1}


@pytest.mark.parametrize("sop", bundled_sops(), ids=lambda sop: sop.id)
def test_every_right_is_held_by_some_role(sop: Sop) -> None:
    given = {right for role in sop.roles for right in role.may}
    assert given == set(Right)


@pytest.mark.parametrize("sop", bundled_sops(), ids=lambda sop: sop.id)
def test_who_publishes_at_a_step_may_publish(sop: Sop) -> None:
    publishers = [step.role for step in sop.steps if step.work == "publish"]
    assert all(Right.PUBLISH in sop.role(role).may for role in publishers)


def test_what_is_odd_on_a_sheet_is_kept_beside_the_clean_form_and_noted() -> None:
    adpim, diskop, dinsos = (bundled_sop(id_).sheet for id_ in ("adpim", "diskop", "dinsos"))
    assert (adpim.number, as_on_sheet(adpim, "number")) == (
        "270/ADPIM.II/III/2024",
        "270 / ADPIM. II/ III/ 2024",
    )
    assert label_on_sheet(adpim.labels, "number") == "Nama SOP"
    assert label_on_sheet(diskop.labels, "approved_by") == "DISAIHKAN OLEH"
    assert any("Peringatan 2" in remark for remark in diskop.remarks)
    assert dinsos.remarks[0].startswith("Belum disahkan")


@pytest.mark.parametrize("id_", ["kesra", "adpim", "diskop"])
def test_a_replaced_standard_is_noted_and_not_rewritten(id_: str) -> None:
    sheet = bundled_sop(id_).sheet
    assert any("Dasar hukum usang" in remark for remark in sheet.remarks)
    assert any("1 tahun 2010" in basis.casefold() for basis in sheet.legal_basis)


def test_each_sheet_keeps_its_own_column_names() -> None:
    names = [(sop.sheet.columns["activity"], sop.sheet.columns["needs"]) for sop in bundled_sops()]
    assert names == [
        ("URAIAN", "Syarat"),
        ("KEGIATAN", "Kelengkapan"),
        ("KEGIATAN", "Kelengkapan"),
        ("Aktivitas", "Kelengkapan"),
    ]
    assert "note" not in bundled_sop("dinsos").sheet.columns


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("5 menit", Standard(5, TimeUnit.MINUTES)),
        ("1 Jam", Standard(1, TimeUnit.HOURS)),
        ("1 hari", Standard(1, TimeUnit.DAYS)),
        ("10 hari kerja", Standard(10, TimeUnit.WORKDAYS)),
        ("- Tentatif", Standard(0, TimeUnit.OPEN)),
    ],
)
def test_times_are_read_as_the_sheets_write_them(text: str, standard: Standard) -> None:
    assert parse_time(text) == standard


@pytest.mark.parametrize("text", ["", "segera", "hari", "1 minggu", "1,5 jam", "10 hari kerja lagi"])
def test_other_times_are_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="tidak dikenal"):
        parse_time(text)


def test_other_programs_get_numbers_or_selesai() -> None:
    ends = SOUND.replace(
        'label = "Ya"\nto = 3', 'label = "Ya"\nto = "selesai"\n[[steps.outcomes]]\nlabel = "X"\nto = 3'
    )
    step = sop_as_json(parse_sop(ends, "contoh.toml"))["steps"][1]
    assert list(step) == [
        "number",
        "role",
        "activity",
        "needs",
        "time",
        "output",
        "work",
        "reviewer",
        "note",
        "outcomes",
    ]
    assert [way["to"] for way in step["outcomes"]] == ["selesai", 3, 1]


def test_the_version_changes_with_a_word_but_not_with_the_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "contoh.toml"
    file.write_bytes(SOUND.encode())
    first = load_sop(file).version
    file.write_bytes(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode())
    assert load_sop(file).version == first
    file.write_bytes(SOUND.replace("Mengumpulkan", "Menghimpun").encode())
    assert load_sop(file).version != first


@pytest.mark.parametrize(
    ("sound", "broken", "problem"),
    [
        ('id = "contoh"', "", "berkas, id: belum diisi."),
        ('title = "SOP Contoh"', "", "sheet, title: belum diisi."),
        ('SOP Contoh"', 'SOP Contoh"\nnomor = "1"', "sheet, nomor: bidang ini tidak dikenal."),
        ('["intake"]', '["masuk"]', 'peran "petugas", may: hak "masuk" tidak dikenal.'),
        ('id = "kepala"', 'id = "petugas"', 'peran "petugas", id: dipakai lebih dari sekali.'),
        (
            'role = "kepala"',
            'role = "ketua"',
            'langkah 2, role: peran "ketua" tidak ada. Yang ada: petugas, kepala.',
        ),
        ('work = "review"', 'work = "review"\nreviewer = "x"', 'langkah 2, reviewer: peran "x" tidak ada.'),
        ('work = "review"', 'work = "tinjau"', 'langkah 2, work: pekerjaan "tinjau" tidak dikenal.'),
        ('time = "2 jam"', 'time = "lekas"', 'langkah 1, time: waktu "lekas" tidak dikenal.'),
        ('time = "2 jam"', "time = 2", "langkah 1, time: harus teks"),
        ('time = "2 jam"', 'waktu = "2 jam"', "langkah 1, waktu: bidang ini tidak dikenal."),
        ('time = "2 jam"', 'needs = "ATK"', "langkah 1, needs: harus daftar teks"),
        ('activity = "Menyimpan"', "", "langkah 3, activity: belum diisi."),
        ("to = 3", "to = 9", 'langkah 2, hasil "Ya", to: langkah 9 tidak ada.'),
        ("to = 3", 'to = "tiga"', 'langkah 2, hasil "Ya", to: harus nomor langkah atau "selesai".'),
        ("to = 3", "to = [3]", 'langkah 2, hasil "Ya", to: harus nomor langkah atau "selesai".'),
        ('label = "Tidak"', 'label = "Ya"', 'langkah 2, hasil "Ya", label: dipakai lebih dari sekali.'),
        ("number = 3", "number = 2", "langkah 2, number: dipakai lebih dari sekali."),
        (
            "number = 1",
            "number = 7",
            "langkah 2, number: harus sesudah nomor yang lebih kecil, bukan sesudah 7.",
        ),
        ("number = 1", 'number = "satu"', "langkah ke-1, number: harus angka mulai dari 1."),
        ("to = 3", 'to = "selesai"', "langkah 3, number: tidak pernah dicapai dari langkah 1."),
        ("to = 3", "to = 2", 'langkah 1, outcomes: tidak ada jalan sampai "selesai".'),
        ("[[steps.outcomes]]", "[steps.outcomes]", "tulisan TOML tidak benar di baris"),
        ('"Menyimpan"', '"Menyimpan', "tulisan TOML tidak benar di baris"),
    ],
)
def test_an_error_is_named_by_file_step_and_field(sound: str, broken: str, problem: str) -> None:
    assert sound in SOUND
    text = SOUND.replace(sound, broken, 1)
    assert any(found.startswith(f"contoh.toml: {problem}") for found in problems_in(text))


def test_a_sound_file_has_no_problems() -> None:
    assert parse_sop(SOUND, "contoh.toml").id == "contoh"


def test_all_errors_are_named_at_once() -> None:
    text = SOUND.replace('"intake"', '"masuk"').replace("to = 3", "to = 9").replace("2 jam", "lekas")
    assert [problem.split(":")[1].strip() for problem in problems_in(text)] == [
        'peran "petugas", may',
        "langkah 1, time",
        'langkah 2, hasil "Ya", to',
    ]


def test_an_empty_file_is_told_what_it_needs() -> None:
    assert problems_in("") == tuple(
        f"contoh.toml: berkas, {name}: belum diisi." for name in ("id", "sheet", "roles", "steps")
    )


@pytest.mark.parametrize("text", ["roles = 1", "steps = [1]", "sheet = []", "[roles]", "[[sheet]]", "id = []"])
def test_wrong_shapes_are_problems_too(text: str) -> None:
    assert problems_in(text)


def test_a_file_that_is_missing_or_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "biner.toml").write_bytes(b"\xff\xfe\x00")
    for name, words_ in (("biner.toml", "bukan teks UTF-8"), ("hilang.toml", "tidak dapat dibuka")):
        with pytest.raises(SopError, match=f"{name}: .*{words_}"):
            load_sop(tmp_path / name)


def test_an_unknown_office_is_told_the_known_ones() -> None:
    with pytest.raises(SopError, match="kesra, adpim, diskop, dinsos"):
        bundled_sop("dinkes")
