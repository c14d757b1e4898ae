"""Pictures of pages are read, askew or on their side; whatever the file is, the reading comes to an end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from index.extract import Reason, Unreadable, ocr
from index.extract.render import MOST_PIXELS
from tests.index.hostile_files import form_of_itself, forms_doubling, reference_loop
from tests.scanned import APPENDIX, LETTER, found_again, needs_tesseract, paper, scan


@needs_tesseract
def test_a_scan_that_lay_askew_is_read(tmp_path: Path) -> None:
    assert found_again(LETTER, ocr.read_page(scan(tmp_path / "miring.pdf", paper(LETTER, skew=1)))) >= 0.9


@needs_tesseract
def test_a_photo_of_a_page_on_its_side_is_read(tmp_path: Path) -> None:
    photo = paper(LETTER).rotate(90, expand=True)
    assert found_again(LETTER, ocr.read_page(scan(tmp_path / "foto.jpg", photo))) >= 0.9


@needs_tesseract
def test_the_page_asked_for_is_the_one_read(tmp_path: Path) -> None:
    fax = scan(tmp_path / "faks.tif", paper(LETTER), paper(APPENDIX))
    assert ocr.count_pages(fax) == 2
    assert found_again(APPENDIX, ocr.read_page(fax, 2)) >= 0.9


@needs_tesseract
def test_what_was_filled_into_a_form_is_read_with_it(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "formulir.pdf"))
    canvas.setFont("Helvetica", 18)
    canvas.drawString(72, 700, "Informasi yang diminta")
    canvas.acroForm.textfield(value="Laporan realisasi anggaran", x=72, y=650, width=400, height=30, fontSize=18)
    canvas.save()
    assert found_again("Laporan realisasi anggaran", ocr.read_page(tmp_path / "formulir.pdf")) == 1


@needs_tesseract
def test_a_blank_page_has_no_words(tmp_path: Path) -> None:
    assert ocr.read_page(scan(tmp_path / "kosong.png", paper(""))) == ""


@needs_tesseract
def test_what_is_transparent_is_taken_for_paper(tmp_path: Path) -> None:
    ink = paper(APPENDIX).point(lambda grey: 255 - grey)
    stamp = Image.merge("RGBA", [Image.new("L", ink.size, 0)] * 3 + [ink])
    assert found_again(APPENDIX, ocr.read_page(scan(tmp_path / "cap.png", stamp))) >= 0.9


def test_pages_are_counted_without_reading_them(tmp_path: Path) -> None:
    assert ocr.count_pages(scan(tmp_path / "a.pdf", paper(""), paper(""), paper(""))) == 3
    assert ocr.count_pages(scan(tmp_path / "a.png", paper(""))) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7\nterpotong", Reason.DAMAGED),
        (b"\xff\xd8\xff\xe0 bukan foto", Reason.DAMAGED),
        (b"", Reason.EMPTY),
    ],
)
def test_what_cannot_be_pictured_says_why(tmp_path: Path, content: bytes, reason: Reason) -> None:
    path = tmp_path / "pindai.pdf"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as problem:
        ocr.count_pages(path)
    assert problem.value.reason is reason


@needs_tesseract
def test_a_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        ocr.read_page(scan(tmp_path / "a.pdf", paper("")), 2)


def test_a_page_as_large_as_a_wall_is_pictured_smaller(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "peta.pdf"), pagesize=(14400, 9000))
    canvas.showPage()
    canvas.save()
    ended = subprocess.run(
        [sys.executable, "-m", "index.extract.render", str(tmp_path / "peta.pdf"), "1"],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    width, height = map(int, ended.stdout.split(maxsplit=3)[1:3])
    assert 0.9 * MOST_PIXELS < width * height < 1.1 * MOST_PIXELS


@needs_tesseract
@pytest.mark.parametrize("make", [forms_doubling, form_of_itself, reference_loop])
def test_a_page_that_would_be_drawn_for_ever_is_given_up(
    make: Callable[[], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "SECONDS", 1.5)
    path = tmp_path / "bom.pdf"
    path.write_bytes(make())
    start = monotonic()
    with suppress(Unreadable):
        assert ocr.read_page(path) == ""
    assert monotonic() - start < 5


@needs_tesseract
def test_reading_ends_in_the_middle_of_a_page_when_asked(tmp_path: Path) -> None:
    with pytest.raises(ocr.StoppedReading):
        ocr.read_page(scan(tmp_path / "a.pdf", paper(LETTER)), stopped=lambda: True)


def test_without_tesseract_it_is_said_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PATH", "PROGRAMFILES", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    words = ocr.missing()
    assert "belum terpasang" in words and "Windows" in words and "apt install" in words
    with pytest.raises(Unreadable) as problem:
        ocr.read_page(scan(tmp_path / "a.pdf", paper("")))
    assert problem.value.passing


@pytest.mark.skipif(not ocr.tesseract(), reason="Tesseract is not installed")
def test_tesseract_without_indonesian_is_not_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert "belum punya bahasa Indonesia" in ocr.missing()


@needs_tesseract
def test_reading_leaves_nothing_behind(tmp_path: Path) -> None:
    path = scan(tmp_path / "a.pdf", paper(APPENDIX))
    before = path.read_bytes()
    ocr.read_page(path)
    assert os.listdir(tmp_path) == ["a.pdf"]  # noqa: PTH208 - the names alone
    assert path.read_bytes() == before
