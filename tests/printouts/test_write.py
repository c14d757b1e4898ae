"""Every format says everything that is on the paper."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ppid_tui.printouts.paper import (
    Block,
    Fields,
    Heading,
    Item,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
)
from ppid_tui.printouts.write import UnknownFormat, write
from tests.printouts.reading import KOP, paper_of, squeezed, written

ENDINGS = ("pdf", "docx", "txt")
LONG = "".join(f"kata{number}" for number in range(400))[:2000]
BLOCKS: tuple[Block, ...] = (
    Heading("Bagian pertama"),
    Paragraph((Run("biasa "), Run("tebal", bold=True), Run(" dan "), Run("dicari", marked=True))),
    Fields((("Nomor", "400/255"), ("Perihal", "Bantuan")), boxed=True),
    Item("1.", (Paragraph((Run("butir satu"),)), Paragraph((Run("keterangannya"),), small=True))),
    Table(("No", "Uraian"), (("1", "baris satu"), ("2", "baris dua")), (1, 5), (("Kepala bersama", 2),)),
    Table((), (("tanpa", "kepala"),), (1, 1)),
    PageBreak(),
    Signature("Meranti, 2 April 2026", "Kepala Bagian", "Nama Contoh", "Pembina"),
)
WORDS = (
    *("JUDUL KERTAS", "Bagian pertama", "biasa tebal dan dicari", "400/255", "Bantuan", "butir satu"),
    *("keterangannya", "Kepala bersama", "Uraian", "baris satu", "baris dua", "tanpa", "kepala"),
    *("Meranti, 2 April 2026", "Kepala Bagian", "Nama Contoh", "Pembina", "Dicetak oleh Rini"),
)
PAPER = Paper("JUDUL KERTAS", KOP, BLOCKS, footer="Dicetak oleh Rini")


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_word_of_every_block_is_printed(tmp_path: Path, ending: str) -> None:
    text = squeezed(written(PAPER, tmp_path, ending)).replace("*", "")
    for words in (*KOP.lines, KOP.address, *WORDS):
        assert squeezed(words) in text


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "block",
    [
        Heading(LONG),
        Paragraph((Run(LONG),)),
        Fields((("Nama", LONG),)),
        Item("1.", (Paragraph((Run(LONG),)),)),
        Table(("No",), ((LONG,),), (1,)),
        Signature("Meranti", "Kepala", LONG),
    ],
    ids=lambda block: type(block).__name__,
)
def test_two_thousand_characters_without_a_space_are_all_printed(tmp_path: Path, ending: str, block: Block) -> None:
    text = written(replace(PAPER, blocks=(block,)), tmp_path, ending)
    assert LONG in re.sub(r"DicetakolehRini|Halaman\ddari\d|\|", "", squeezed(text))


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_row_taller_than_a_page_is_printed_to_its_end(tmp_path: Path, ending: str) -> None:
    words = [f"kata{number}" for number in range(3000)]
    paper = replace(PAPER, blocks=(Table(("No", "Isi"), (("1", " ".join(words)), ("2", "akhir")), (1, 9)),))
    text = written(paper, tmp_path, ending).split()
    assert set(words) <= set(text)
    assert "akhir" in text


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("text", ["<b>tebal</b>", "&amp; & <", "[/]", "Pasal 7 huruf [a]", "<br/>", "{x} %s \\n"])
def test_markup_is_printed_as_it_stands(tmp_path: Path, ending: str, text: str) -> None:
    assert text in written(paper_of(text), tmp_path, ending)


@pytest.mark.parametrize("ending", ENDINGS)
def test_line_breaks_stay(tmp_path: Path, ending: str) -> None:
    text = written(paper_of("Menimbang:\r\na. bahwa\vb. bahwa"), tmp_path, ending)
    assert {"Menimbang:", "a. bahwa", "b. bahwa"} <= {line.strip() for line in text.split("\n")}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("text", ["“ ” – … €", "α β γ ≥ √", "Şş Łł ﬁ", "■ ◆ ✓"])
def test_letters_beyond_western_europe_are_printed(tmp_path: Path, ending: str, text: str) -> None:
    assert text.split()[-1] in written(paper_of(text), tmp_path, ending)


def test_a_letter_that_no_font_has_is_seen_as_a_question_mark(tmp_path: Path) -> None:
    assert "awal ? akhir" in written(paper_of("awal 中 akhir"), tmp_path, "pdf")


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(), max_size=80))
def test_no_text_stops_a_printout(tmp_path: Path, ending: str, text: str) -> None:
    blocks = (Heading(text), Fields(((text, text),)), Table((text,), ((text,),), (1,)), Item("1.", ()))
    paper = Paper(text, replace(KOP, address=text), (*blocks, Paragraph((Run(text, marked=True),))), footer=text)
    assert written(paper, tmp_path, ending)


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_paper_can_be_printed(tmp_path: Path, ending: str) -> None:
    paper = Paper("", replace(KOP, lines=(), address=""), (Fields(()), Table((), (), (1,)), Paragraph(())))
    written(paper, tmp_path, ending)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_sample_says_so(tmp_path: Path, ending: str) -> None:
    assert "CONTOH" in written(replace(PAPER, sample=True), tmp_path, ending)
    assert "CONTOH" not in written(PAPER, tmp_path, ending)


def test_a_printout_replaces_the_one_before_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    written(paper_of("lama"), tmp_path, "txt")
    assert "baru" in written(paper_of("baru"), tmp_path, "txt")
    assert [path.name for path in tmp_path.iterdir()] == ["cetak.txt"]


@pytest.mark.parametrize("name", ["hasil.odt", "hasil", "hasil.PDFX"])
def test_an_unknown_ending_is_explained_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownFormat, match=r"\.pdf, \.docx, atau \.txt"):
        write(PAPER, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    write(PAPER, tmp_path / "HASIL.PDF")
    assert (tmp_path / "HASIL.PDF").read_bytes().startswith(b"%PDF")


def test_making_papers_loads_no_renderer() -> None:
    rooms = ("write", "results", "pages", "codes", "sheet", "labels")
    modules = "; ".join(f"import ppid_tui.printouts.{room}" for room in rooms)
    check = f"{modules}; import sys; print(sorted({{'reportlab', 'docx', 'lxml', 'textual'}} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
