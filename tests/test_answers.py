"""Fifty questions to the sample office: on the page that is shown, the words really stand."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archive.model import Document
from index.language import fold, stem
from ppid_tui.cli import main
from ppid_tui.desk.contents import page_text
from ppid_tui.desk.office import Office, open_office

QUESTIONS = (
    "perjalanan dinas", "anggaran", "bantuan sosial", "hibah", "rapat koordinasi", "notulen rapat", "laporan tahunan",
    "surat tugas", "naskah sambutan", "agenda pimpinan", "dokumentasi kegiatan", "siaran pers", "kunjungan",
    "realisasi anggaran", "rencana kerja", "standar operasional prosedur", "keputusan", "penerimaan tamu", "audiensi",
    "belanja pegawai", "belanja barang", "daftar informasi publik", "permohonan informasi", "kendaraan", "publikasi",
    "undangan", "berita acara", "serah terima", "perjanjian kerja sama", "evaluasi", "penyusunan", "tahun anggaran",
    "jumlah", "kabupaten", "pimpinan", "tahun 2023", "pelayanan informasi", "rombongan", "delegasi", "sekretariat",
    "lampiran", "arsip", "triwulan", "pemantauan", "pelaksanaan kegiatan", "tim penyusunan", "biro administrasi",
    "persiapan", "menetapkan", "kepala biro",
)  # fmt: skip


@pytest.fixture(scope="module")
def sample(sample_home: Path) -> Any:  # noqa: ANN401 - a generator of Office
    with closing(open_office(sample_home)) as opened:
        yield opened


def stems(text: str) -> set[str]:
    """What the words of a text have in common with their families: perjalanan, berjalan -> jalan."""
    return {stem(fold(word)) for word in re.findall(r"[^\W_]+", text)}


def answering_pages(office: Office, document: Document, words: str) -> list[int]:
    """The pages of a document on which all the words stand, in any form."""
    pages = range(1, document.pages + 1)
    return [n for n in pages if stems(words) <= stems(page_text(office, document, n))]


def test_there_are_fifty_questions() -> None:
    assert len(set(QUESTIONS)) == 50


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_words_stand_on_the_page_that_is_shown(
    sample: Office, capsys: pytest.CaptureFixture[str], question: str
) -> None:
    assert main(["--home", str(sample.home.root), "search", question, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    sought = stems(question).union(*map(stems, answer["included"]))
    shown = [hit for hit in answer["hits"] if hit["page"] is not None]
    assert shown, "nothing found"
    for hit in shown:
        document = sample.records.documents.get(hit["document_id"])
        assert document
        text = page_text(sample, document, hit["page"])
        pages = answering_pages(sample, document, question)
        assert hit["page"] in pages if pages else sought & stems(text), (document.title, hit["page"])
        assert sought & stems(hit["snippet"]), hit["snippet"]
