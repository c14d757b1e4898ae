"""Fifty queries as officers ask them: every hit's page really contains the words."""

from __future__ import annotations

import re

import pytest

from archive.model import Right
from index.language import stem
from ppid_tui.desk import finding
from ppid_tui.desk.finding import Found, Viewer
from ppid_tui.desk.office import OWNER, Office

VIEWER = Viewer(OWNER)
QUERIES = """\
perjalanan dinas
laporan perjalanan dinas
anggaran
realisasi anggaran
anggaran perjalanan dinas
pagu anggaran
bantuan sosial
penerima bantuan
penyaluran bantuan sosial
hibah
perjanjian hibah
rapat koordinasi
notulen rapat
undangan rapat koordinasi
hasil rapat
surat keputusan
keputusan kepala biro
surat perintah tugas
laporan tahunan
laporan kegiatan
laporan keuangan
daftar informasi publik
informasi publik
pemohon informasi
klasifikasi informasi
standar pelayanan
prosedur
dasar hukum
undang-undang
keterbukaan informasi publik
pejabat pengelola informasi
dokumentasi kegiatan
dokumentasi pimpinan
naskah sambutan
agenda pimpinan
penerimaan tamu
siaran pers
publikasi
protokol
jadwal kunjungan
belanja barang
belanja modal
jumlah peserta
tahun anggaran
kota contoh
kabupaten
bagian protokol
pimpinan rapat
tindak lanjut
arsip
""".splitlines()


def words_on(text: str) -> set[str]:
    """The words of a text, each by its stem."""
    return {stem(word) for word in re.findall(r"\w+", text.casefold())}


def on_page(office: Office, hit: Found, page: int) -> set[str]:
    return words_on(finding.page_text(office, hit.document, page))


def test_there_are_fifty_queries() -> None:
    assert len(set(QUERIES)) == 50
    assert Right.SEE_EXEMPT not in OWNER.rights


@pytest.mark.parametrize("query", QUERIES)
def test_the_page_of_every_hit_contains_the_words(office: Office, query: str) -> None:
    found = finding.find(office, query, VIEWER, limit=200)
    sought = words_on(found.sought)
    assert found.hits
    for hit in found.hits:
        if hit.page is None:
            assert not any(sought & on_page(office, hit, page) for page in range(1, hit.document.pages + 1))
            continue
        shown = on_page(office, hit, hit.page)
        best = max(len(sought & on_page(office, hit, page)) for page in range(1, hit.document.pages + 1))
        assert sought & shown, f"{hit.document.title}, page {hit.page}"
        assert len(sought & shown) == best, f"{hit.document.title}, page {hit.page}: another page has more words"
        for start, end in hit.snippet.marks:
            assert words_on(hit.snippet.text[start:end]) & sought
