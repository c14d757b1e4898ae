"""A document tells its own kind, number, title, date, year and unit; the officer sees from which line."""

from __future__ import annotations

from datetime import date

import pytest

from index.extract.dates import find_date
from index.extract.guess import Guess, guess

LAW = """LEMBARAN NEGARA
REPUBLIK INDONESIA
No.61, 2008
UNDANG-UNDANG REPUBLIK INDONESIA
NOMOR 14 TAHUN 2008
TENTANG
KETERBUKAAN INFORMASI PUBLIK
DENGAN RAHMAT TUHAN YANG MAHA ESA
PRESIDEN REPUBLIK INDONESIA,
Menimbang : a. bahwa informasi merupakan kebutuhan pokok setiap orang"""

DECREE = """PEMERINTAH PROVINSI CONTOH
DINAS KOPERASI, USAHA KECIL
DAN MENENGAH
KEPUTUSAN KEPALA DINAS KOPERASI, USAHA KECIL DAN MENENGAH
NOMOR : 555 / 1471 / DISKOP UKM
TENTANG
PENUNJUKAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI
KEPALA DINAS KOPERASI, USAHA KECIL DAN MENENGAH,
Menimbang : bahwa Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik
Ditetapkan di Kota Contoh
pada tanggal 3 Pebruari 2023"""

LETTER = """PEMERINTAH PROVINSI CONTOH
SEKRETARIAT DAERAH
BIRO KESEJAHTERAAN RAKYAT
Kota Contoh, 1 MARET 2021
Nomor : 400/255/KESRA-TU
Sifat : Penting
Hal : Permintaan data bantuan sosial
Yth. Kepala Dinas Sosial"""

COLUMNS = """Nomor
Sifat
Lampiran
Hal
: 487.22/451/ADPIM.II/XII/2023
: Biasa
: -
: Undangan rapat koordinasi
Yth. Para Kepala Bagian"""


def of(text: str, name: str = "scan001.pdf") -> Guess:
    return guess([text], name)


def test_a_law_tells_kind_number_year_and_title() -> None:
    told = of(LAW)
    assert told.kind.value == "Undang-Undang"
    assert told.number.value == "14"
    assert told.year.value == 2008
    assert told.title.value == "KETERBUKAAN INFORMASI PUBLIK"


def test_each_value_comes_with_its_line_and_how_sure() -> None:
    told = of(LAW)
    assert told.kind.line == "UNDANG-UNDANG REPUBLIK INDONESIA"
    assert told.number.line == "NOMOR 14 TAHUN 2008"
    assert told.number.sure > 0.9


def test_a_ministers_regulation() -> None:
    told = of("PERATURAN MENTERI DALAM NEGERI REPUBLIK INDONESIA\nNOMOR 3 TAHUN 2017\nTENTANG\nPEDOMAN PENGELOLAAN")
    assert (told.kind.value, told.number.value, told.year.value) == ("Peraturan Menteri", "3", 2017)


def test_a_decree_has_its_own_number_and_date_and_never_those_it_cites() -> None:
    told = of(DECREE)
    assert told.kind.value == "Keputusan Kepala Dinas"
    assert told.number.value == "555/1471/DISKOP UKM"
    assert told.title.value == "PENUNJUKAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI"
    assert told.date.value == date(2023, 2, 3)
    assert told.year.value == 2023
    assert told.unit.value == "Dinas Koperasi, Usaha Kecil dan Menengah"


def test_a_title_may_name_another_regulation() -> None:
    told = of(
        "PERATURAN BUPATI CONTOH\nNOMOR 7 TAHUN 2017\nTENTANG\nPERUBAHAN ATAS PERATURAN BUPATI\nNOMOR 5 TAHUN 2013"
    )
    assert told.number.value == "7"
    assert told.title.value == "PERUBAHAN ATAS PERATURAN BUPATI NOMOR 5 TAHUN 2013"


def test_a_letter_has_its_number_and_subject() -> None:
    told = of(LETTER)
    assert told.kind.value == "Surat"
    assert told.number.value == "400/255/KESRA-TU"
    assert told.title.value == "Permintaan data bantuan sosial"
    assert told.date.value == date(2021, 3, 1)
    assert told.unit.value == "Biro Kesejahteraan Rakyat"


def test_a_letter_in_two_columns_is_paired() -> None:
    told = of(COLUMNS)
    assert told.number.value == "487.22/451/ADPIM.II/XII/2023"
    assert told.title.value == "Undangan rapat koordinasi"
    assert told.year.value == 2023


def test_an_sop_sheet_is_named_by_its_row() -> None:
    sheet = (
        "STANDAR OPERASIONAL PROSEDUR\nNomor SOP  88/KESRA/2020\nTgl. Pengesahan  1-Apr-24\nNama SOP  Pendokumentasian"
    )
    told = of(sheet)
    assert told.kind.value == "SOP"
    assert told.number.value == "88/KESRA/2020"
    assert told.title.value == "Pendokumentasian"
    assert told.date.value == date(2024, 4, 1)


def test_a_report_has_no_number() -> None:
    told = of("LAPORAN REALISASI ANGGARAN\nTAHUN ANGGARAN 2024\nNomor 12 pada tabel di bawah")
    assert told.kind.value == "Laporan"
    assert told.number.value == ""
    assert told.title.value == "LAPORAN REALISASI ANGGARAN TAHUN ANGGARAN 2024"
    assert told.year.value == 2024


def test_prose_that_begins_with_a_regulation_is_no_heading() -> None:
    told = of("Notulen rapat hari ini\nPeraturan Pemerintah yang dibahas belum ada\nNomor 5 di meja")
    assert told.number.value == ""


def test_a_scan_is_known_by_its_file_name() -> None:
    told = guess(["", ""], "PP 27 Tahun 2002 - Pengelolaan Limbah.pdf")
    assert told.kind.value == "Peraturan Pemerintah"
    assert (told.number.value, told.year.value, told.title.value) == ("27", 2002, "Pengelolaan Limbah")
    assert told.title.line == "PP 27 Tahun 2002 - Pengelolaan Limbah.pdf"
    assert told.kind.sure < 0.7


def test_nothing_to_tell_is_nothing_guessed() -> None:
    told = guess([], "IMG_0001.jpg")
    assert told.title.value == "IMG 0001"
    assert (told.kind.value, told.number.value, told.date.value, told.year.value) == ("", "", None, None)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1 MARET 2021", date(2021, 3, 1)),
        ("30 Nopember 2023", date(2023, 11, 30)),
        ("3 Pebruari 2022", date(2022, 2, 3)),
        ("1-Apr-24", date(2024, 4, 1)),
        ("17 Agust 1999", date(1999, 8, 17)),
        ("5 Okt. 2020", date(2020, 10, 5)),
        ("12 Des 2020", date(2020, 12, 12)),
        ("03/07/2023", date(2023, 7, 3)),
        ("03-07-2023", date(2023, 7, 3)),
        ("3.7.98", date(1998, 7, 3)),
        ("2023-07-03", date(2023, 7, 3)),
        ("13 Agustus 2Ol9", date(2019, 8, 13)),
    ],
)
def test_dates_in_every_form_seen(written: str, meant: date) -> None:
    assert find_date(f"pada tanggal {written}.") == meant


@pytest.mark.parametrize(
    "written", ["31 Februari 2023", "    Januari 2023", "000.8.3.3/15/OR", "45/13/2023", "1.250.000"]
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert find_date(written) is None


def test_a_hostile_page_of_labels_ends_at_once() -> None:
    assert of("Nomor\n" * 20_000).number.value == ""
    assert of("NOMOR " + "1 " * 50_000).title.value
