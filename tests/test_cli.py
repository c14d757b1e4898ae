"""The command line: one command at a time, as a person or a program calls it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.lines import to_line
from ppid_tui.cli import main
from ppid_tui.desk.describing import describe
from ppid_tui.desk.office import OWNER, open_office
from tests.small_office import AT, SECRET, TRAVEL, UNDECIDED, document, write_pdf

Captured = pytest.CaptureFixture[str]


def told(capsys: Captured, *arguments: str | Path, code: int = 0) -> str:
    """What a command says, which has to end with this code and without complaint."""
    assert main([str(a) for a in arguments]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def answer(capsys: Captured, *arguments: str | Path, code: int = 0) -> Any:  # noqa: ANN401 - any JSON
    """The one JSON document that a command prints."""
    return json.loads(told(capsys, *arguments, "--json", code=code))


def refused(capsys: Captured, *arguments: str | Path) -> str:
    """The one sentence of a command that did nothing."""
    assert main([str(a) for a in arguments]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and "Traceback" not in err
    return err


def test_a_search_tells_pages_and_passages(office_home: Path, capsys: Captured) -> None:
    found = answer(capsys, "--home", office_home, "search", "rapat koordinasi")
    assert set(found) == {"total", "took_ms", "hits", "suggestion", "included", "period"}
    hit = found["hits"][0]
    assert list(hit) == [
        "document_id", "title", "number", "date", "class", "unit", "page", "score", "snippet", "path",
    ]  # fmt: skip
    assert (hit["title"], hit["page"], hit["class"], hit["date"]) == (TRAVEL, 2, "berkala", "2024-04-08")
    assert "Rapat koordinasi" in hit["snippet"] and Path(hit["path"]).is_file()


def test_the_home_may_be_named_before_or_after_the_command_or_in_the_environment(
    office_home: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = answer(capsys, "--home", office_home, "search", "anggaran")
    after = answer(capsys, "search", "anggaran", "--home", office_home)
    monkeypatch.setenv("PPID_HOME", str(office_home))
    named = answer(capsys, "search", "anggaran")
    assert before["total"] == after["total"] == named["total"] == 2


def test_an_office_s_own_words_find_and_a_slip_among_them_is_told(office_home: Path, capsys: Captured) -> None:
    own = office_home / "settings" / "kata-sehari-hari.toml"
    own.parent.mkdir()
    own.write_text('[sehari_hari]\nkongko = "rapat koordinasi"\nsalah = 3\n', encoding="utf-8")
    assert main(["--home", str(office_home), "search", "kongko"]) == 0
    out, err = capsys.readouterr()
    assert TRAVEL in out
    assert "salah" in err and own.name in err


def test_a_search_narrows(office_home: Path, capsys: Captured) -> None:
    def total(*narrowed: str) -> int:
        return int(answer(capsys, "--home", office_home, "search", "", *narrowed)["total"])

    assert (total("--class", "serta-merta"), total("--year", "2024"), total("--unit", "Bagian Umum")) == (1, 1, 4)
    assert len(answer(capsys, "--home", office_home, "search", "", "--limit", "2")["hits"]) == 2


def test_no_hits_are_no_failure(office_home: Path, capsys: Captured) -> None:
    assert answer(capsys, "--home", office_home, "search", "zzzz")["hits"] == []
    assert "Belum ditemukan" in told(capsys, "--home", office_home, "search", "zzzz")


def test_people_read_results_as_plain_words(office_home: Path, capsys: Captured) -> None:
    words = told(capsys, "--home", office_home, "search", "perjalanan dinas")
    assert "1 dokumen ditemukan." in words and TRAVEL in words and "8 April 2024" in words and "Berkala" in words


def test_exempt_documents_need_the_option_and_its_use_stands_in_the_trail(
    office_home: Path, capsys: Captured, tmp_path: Path
) -> None:
    def said(*more: str) -> str:
        results = told(capsys, "--home", office_home, "search", "gratifikasi", *more)
        told(capsys, "--home", office_home, "print", "results", "gratifikasi", "--to", tmp_path / "h.txt", *more)
        return results + (tmp_path / "h.txt").read_text(encoding="utf-8")

    assert SECRET not in said()
    assert said("--include-exempt").count(SECRET) == 2
    with_them = answer(capsys, "--home", office_home, "search", "gratifikasi", "--include-exempt")
    assert [hit["class"] for hit in with_them["hits"]] == ["dikecualikan"]
    office = open_office(office_home)
    used = [e for e in office.records.trail.entries() if e.action == "membuka yang dikecualikan"]
    office.close()
    assert [e.note for e in used] == ["search gratifikasi", "print gratifikasi", "search gratifikasi"]
    assert {e.by for e in used} == {OWNER.name}


def test_an_exempt_document_looks_like_one_that_does_not_exist(office_home: Path, capsys: Captured) -> None:
    found = answer(capsys, "--home", office_home, "search", "gratifikasi", "--include-exempt")
    number = found["hits"][0]["document_id"]
    hidden = refused(capsys, "--home", office_home, "show", str(number))
    absent = refused(capsys, "--home", office_home, "show", "9999")
    assert hidden.replace(str(number), "N") == absent.replace("9999", "N")
    shown = answer(capsys, "--home", office_home, "show", str(number), "--include-exempt")
    assert shown["title"] == SECRET and shown["exemption"]["letter"] == "h"


def test_a_document_is_shown_with_its_record_and_its_pages(office_home: Path, capsys: Captured) -> None:
    number = answer(capsys, "--home", office_home, "search", "perjalanan dinas")["hits"][0]["document_id"]
    shown = answer(capsys, "--home", office_home, "show", str(number))
    assert (shown["title"], shown["pages"], shown["class"]) == (TRAVEL, 3, "berkala")
    page = answer(capsys, "--home", office_home, "show", str(number), "--page", "2")
    assert page["page"] == 2 and "Rapat koordinasi" in page["text"]
    assert "Rapat koordinasi" in told(capsys, "--home", office_home, "show", str(number), "--page", "2")
    assert "sampai halaman 3" in refused(capsys, "--home", office_home, "show", str(number), "--page", "4")


def test_intake_tells_what_became_of_each_file(office_home: Path, capsys: Captured, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    new = write_pdf(folder / "baru.pdf", ["Undangan rapat pembahasan anggaran."])
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.7")
    first = answer(capsys, "--home", office_home, "intake", folder, code=1)
    assert set(first) == {"taken", "duplicates", "quarantined", "deferred"}
    (taken,) = first["taken"]
    assert (taken["path"], taken["pages"], taken["text"]) == (str(new), 1, "yes")
    (aside,) = first["quarantined"]
    assert aside["path"].endswith("rusak.pdf") and aside["reason"]
    again = answer(capsys, "--home", office_home, "intake", new)
    assert again["duplicates"] == [{"path": str(new), "document_id": taken["document_id"]}]
    assert "Tidak ada berkas" in refused(capsys, "--home", office_home, "intake", tmp_path / "tidak-ada")


@pytest.mark.parametrize("ending", ["pdf", "docx", "txt"])
def test_results_are_printed_as_the_ending_says(
    office_home: Path, capsys: Captured, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"hasil.{ending}"
    told(capsys, "--home", office_home, "print", "results", "anggaran", "--to", target)
    beginnings = {"pdf": b"%PDF", "docx": b"PK\x03\x04", "txt": b""}
    assert target.read_bytes().startswith(beginnings[ending]) and target.stat().st_size > 200


def test_a_printout_that_cannot_be_written_is_told(office_home: Path, capsys: Captured, tmp_path: Path) -> None:
    def say(target: Path) -> str:
        return refused(capsys, "--home", office_home, "print", "results", "x", "--to", target)

    assert "belum dikenal" in say(tmp_path / "hasil.xyz")
    assert "belum ada" in say(tmp_path / "tidak ada" / "hasil.pdf")
    assert "adalah folder" in say(tmp_path)


def test_sops_are_listed_shown_and_printed(capsys: Captured, tmp_path: Path) -> None:
    known = answer(capsys, "sop", "list")
    assert {one["id"] for one in known} == {"kesra", "adpim", "diskop", "dinsos"}
    assert all(set(one) == {"id", "title", "institution"} for one in known)
    for one in known:
        shown = answer(capsys, "sop", "show", one["id"])
        assert set(shown) == {"id", "roles", "steps"} and shown["steps"][0]["number"] == 1
        told(capsys, "sop", "print", one["id"], "--to", tmp_path / f"{one['id']}.pdf")
    assert "kesra" in refused(capsys, "sop", "show", "lain")


def test_verify_tells_problems_and_the_head_of_the_trail(office_home: Path, capsys: Captured) -> None:
    sound = answer(capsys, "--home", office_home, "verify")
    assert sound["ok"] and sound["problems"] == [] and len(sound["head"]) == 64
    softcopy = next((office_home / "archive" / "softcopies").rglob("*.pdf"))
    softcopy.chmod(0o600)
    softcopy.write_bytes(b"lain")
    (problem,) = answer(capsys, "--home", office_home, "verify", "--head", sound["head"], code=1)["problems"]
    assert set(problem) == {"what", "where", "reason"} and problem["what"] == "softcopy"
    assert "kepala jejak" in told(capsys, "--home", office_home, "verify", "--head", "ab" * 32, code=1)


def test_reindex_says_how_many_documents_can_be_found(office_home: Path, capsys: Captured) -> None:
    assert "6 dokumen" in told(capsys, "--home", office_home, "reindex")


def test_an_office_is_made_with_its_first_officer(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = ("--home", str(tmp_path / "k"), "init", "--office", "dinsos", "--name", "Dinas Contoh")
    officer = ("--officer", "Rina Contoh", "--pin-stdin")
    assert "kosong" in refused(capsys, *made[:-1], " ")
    monkeypatch.setattr(sys, "stdin", io.StringIO("000000\n"))
    assert "PIN harus enam angka" in refused(capsys, *made, *officer)
    assert "Peran" in refused(capsys, *made, *officer, "--role", "raja")
    assert "salah satu dari --here" in refused(capsys, *made, *officer, "--role", "utama", "--here", "pendukung")
    monkeypatch.setattr(sys, "stdin", io.StringIO("482913\n" * 2))
    assert "Kode pemulihan" in told(capsys, *made, *officer)
    assert "sudah ada kantor" in refused(capsys, *made, *officer)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["cari"], "'cari' tidak dikenal"),
        (["search"], "Belum disebut: YANG-DICARI"),
        (["search", "a", "--limit", "0"], "bukan bilangan bulat"),
        (["search", "a", "--class", "rahasia"], "--class"),
        (["search", "a", "b"], "Tidak dikenal: b"),
        (["show", "satu"], "bukan bilangan bulat"),
        (["intake", "--home"], "isinya belum disebut"),
        (["demo", "--documents", "20001"], "paling banyak 20000"),
        (["print"], "Belum disebut"),
        (["search", "a", "--js"], "Tidak dikenal: --js"),
    ],
)
def test_wrong_use_is_told_in_one_indonesian_sentence(capsys: Captured, asked: list[str], words: str) -> None:
    assert words in refused(capsys, *asked)


def test_help_is_indonesian(capsys: Captured) -> None:
    for asked in (["--help"], ["search", "--help"], ["sop", "print", "--help"], ["init", "-h"]):
        words = told(capsys, *asked)
        assert words.startswith("Pemakaian: ppid-tui")
        assert not any(english in words for english in ("usage", "options", "positional", "show this"))


def test_troubles_of_the_home_are_told_in_words(office_home: Path, capsys: Captured, tmp_path: Path) -> None:
    assert "Belum ada kantor" in refused(capsys, "--home", tmp_path / "kosong", "search", "a")
    (office_home / "office.toml").write_text("[[[", encoding="utf-8")
    assert "office.toml" in refused(capsys, "--home", office_home, "search", "a")
    assert "tidak dapat dipakai" in refused(
        capsys, "--home", office_home / "office.toml" / "x", "init", "--office", "adpim", "--name", "K"
    )


def test_the_unforeseen_is_told_in_one_sentence_and_kept_for_who_mends_it(office_home: Path, capsys: Captured) -> None:
    records = office_home / "archive" / "records.jsonl"
    with records.open("ab") as journal:
        journal.write(to_line({"documents": {"1": {"title": "Kelas yang tidak ada", "information_class": "ngawur"}}}))
    said = refused(capsys, "--home", office_home, "show", "1")
    (kept,) = (office_home / "kesalahan").iterdir()
    assert str(kept) in said and "Traceback" in kept.read_text(encoding="utf-8")


def test_the_kiosk_says_that_it_needs_a_terminal(office_home: Path, capsys: Captured) -> None:
    assert "terminal" in refused(capsys, "--home", office_home, "run")


def run(*arguments: str | Path, **more: Any) -> subprocess.CompletedProcess[bytes]:  # noqa: ANN401 - passed on
    """The command line in a process of its own."""
    command = [sys.executable, "-m", "ppid_tui", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **more)


@pytest.mark.skipif(sys.platform == "win32", reason="file names are text there")
def test_names_and_consoles_of_another_age_end_no_command(office_home: Path, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/surat \xff.pdf"
    write_pdf(tmp_path / "a.pdf", ["Nota tugas lembur."]).rename(os.fsdecode(name))
    surroundings = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    as_json = run("--home", office_home, "intake", os.fsdecode(name), "--json", env=surroundings)
    assert as_json.returncode == 0, as_json.stderr
    assert os.fsencode(json.loads(as_json.stdout.decode("utf-8"))["taken"][0]["path"]) == name
    spoken = run("--home", office_home, "search", "lembur", env=surroundings)
    assert spoken.returncode == 0 and b"1 dokumen" in spoken.stdout


def test_a_title_cannot_command_the_terminal(office_home: Path, capsys: Captured) -> None:
    office = open_office(office_home)
    described = replace(document(office, UNDECIDED), title="Jahat \x1b]0;x\x07\x1b[2J[/] akhir")
    describe(office, described, OWNER, AT)
    office.close()
    words = told(capsys, "--home", office_home, "search", "jahat")
    assert "\x1b" not in words and "\x07" not in words and "[/] akhir" in words


@pytest.mark.skipif(sys.platform == "win32", reason="no head there")
def test_a_reader_that_has_enough_is_no_failure(office_home: Path) -> None:
    piped = '"$0" -m ppid_tui --home "$1" sop show adpim --json | head -c 10; exit ${PIPESTATUS[0]}'
    command = ["bash", "-c", piped, sys.executable, str(office_home)]
    ended = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
