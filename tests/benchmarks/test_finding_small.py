"""The measures of finding in small, over a sample office of sixty documents; the bars are measured over 2,000."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ppid_tui.desk.office import Office, open_office
from tests.benchmarks.finding import answers, ours
from tests.benchmarks.queries import HALVES, Query, half_of, load

ASKED = (
    Query("standar biaya perjalanan dinas pimpinan 2018", title=("Standar Biaya*2018",)),
    Query("laporan tahunan 2021", title=("Laporan Tahunan*2021",)),
    Query("laporan tahunan 2023 permohonan ditolak", title=("Laporan Tahunan*2023",), pages=frozenset({3})),
    Query("realisasi anggaran naskah sambutan 2019", title=("Laporan Realisasi Anggaran Penyusunan Naskah*",)),
    Query("notulen evaluasi perjalanan dinas", title=("Notulen Rapat Evaluasi*",)),
    Query("undangan rapat siaran pers", title=("Undangan Rapat Koordinasi Publikasi*",)),
    Query("laporan triwulan publikasi 2020", title=("Laporan Triwulan Publikasi*2020",)),
    Query("daftar informasi publik 2024", title=("Daftar Informasi Publik*2024",)),
    Query("penipuan mengatasnamakan perjalanan dinas", title=("Pengumuman Kewaspadaan*Perjalanan*",)),
    Query("penundaan akibat banjir merbakau", title=("Pengumuman Penundaan*Merbakau",)),
    Query("hibah naskah sambutan anggasana", title=("Naskah Perjanjian Hibah*Naskah Sambutan*",)),
    Query("sop verifikasi tamu", title=("Standar Operasional Prosedur Verifikasi Penerimaan Tamu*",)),
    Query("rekapitulasi tamu daerah 2019", title=("Rekapitulasi*",)),
    Query("230/ADPIM.II/IV/2022", title=("Pembentukan Tim*",)),
    Query("487.22 288", title=("Undangan Rapat Koordinasi Penyusunan Naskah*",)),
    Query("jadwal audiensi 2023", title=("Pemberitahuan Jadwal*",)),
    Query("perjanjan kerja sama publikasi", title=("Perjanjian Kerja Sama Publikasi*",)),
    Query("foto siaran pers talenga", title=("Foto*",)),
    Query("pemantauan penyusunan agenda", title=("Laporan Pemantauan*Agenda*",)),
    Query("jadwal penarikan dokumentasi 2019", title=("Rencana Kerja*Dokumentasi*",), pages=frozenset({2})),
)


@pytest.fixture
def sample(sample_home: Path) -> Iterator[Office]:
    with closing(open_office(sample_home)) as office:
        yield office


def test_what_officers_ask_comes_first_at_the_right_page(sample: Office) -> None:
    missed = [a.query.text for a in answers(sample, ASKED, ours(sample)) if not a.is_first or a.page_right is False]
    assert not missed


def test_each_half_holds_its_own_queries_alone() -> None:
    # Only counted: the test half stays shut.
    texts = {half: {query.text for query in load(half)} for half in HALVES}
    assert min(map(len, texts.values())) >= 75
    assert not texts["tuning"] & texts["test"]
    assert all(half_of(text) == half for half in HALVES for text in texts[half])
