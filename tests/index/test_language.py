"""Words as offices write them."""

from __future__ import annotations

import pytest

from index.language import fold, stem, tokens


def forms(text: str) -> list[str]:
    return [token.form for token in tokens(text)]


@pytest.mark.parametrize(
    ("root", "family"),
    [
        ("mohon", "pemohon permohonan memohon permohonannya"),
        ("tolak", "penolakan menolak ditolak"),
        ("terima", "penerimaan penerima diterima"),
        ("kelola", "pengelolaan mengelola pengelola"),
        ("kecuali", "pengecualian dikecualikan"),
        ("buka", "membuka keterbukaan"),
        ("dokumentasi", "pendokumentasian didokumentasikan"),
        ("izin", "ijin"),
    ],
)
def test_a_family_has_one_stem(root: str, family: str) -> None:
    assert {stem(word) for word in [root, *family.split()]} == {stem(root)}


WHOLE = "pengadaan keberatan berkala keuangan anggaran kebijakan perjalanan peserta setiap sertamerta pemerintah"


@pytest.mark.parametrize("word", WHOLE.split())
def test_words_whose_root_would_mislead_stay_whole(word: str) -> None:
    assert stem(word) == word


def test_case_accents_and_unseen_signs_do_not_count() -> None:
    assert fold("RÉPUBLIK") == "republik"
    assert forms("per\u00admo\u200bhonan") == ["permohonan"]
    assert forms("ﬁnal") == ["final"]


def test_digits_and_single_letters_are_words() -> None:
    assert forms("Pasal 17 huruf a ayat (2)") == ["pasal", "17", "huruf", "a", "ayat", "2"]


def test_the_amount_stands_apart_from_its_currency() -> None:
    assert forms("Rp1.250") == ["rp", "1", "250"]


def test_a_hyphen_word_is_there_whole_and_in_parts() -> None:
    assert sorted(forms("soft-copy")) == ["copy", "soft", "softcopy"]
    assert forms("undang-undang") == ["undang", "undang"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("di kuasai", "dikuasai"),
        ("di sampaikan", "disampaikan"),
        ("di telaah", "ditelaah"),
        ("Di Upload", "diupload"),
        ("ter update", "terupdate"),
        ("mem perbaiki", "memperbaiki"),
        ("soft copy", "softcopy"),
        ("Wali  Kota", "walikota"),
        ("tanda\ntangan", "tandatangan"),
        ("serta-merta", "sertamerta"),
        ("serta merta", "sertamerta"),
    ],
)
def test_a_word_in_pieces_is_there_as_one_as_well(written: str, meant: str) -> None:
    (one,) = (token for token in tokens(f"data {written} oleh") if token.extra)
    assert (one.form, one.position, one.start, one.end) == (meant, 1, 5, 5 + len(written))


@pytest.mark.parametrize("place", ["di kantor", "di lingkungan", "di instansi", "di Bali", "di setiap", "di, telaah"])
def test_a_place_is_not_a_word_in_pieces(place: str) -> None:
    assert not [token for token in tokens(place) if token.extra]


@pytest.mark.parametrize(("written", "parts"), [("kedalam", ["ke", "dalam"]), ("DIATAS", ["di", "atas"])])
def test_two_words_written_as_one_are_there_as_two(written: str, parts: list[str]) -> None:
    assert forms(written) == [written.lower(), *parts]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ijin", "izin"),
        ("propinsi", "provinsi"),
        ("Nopember", "November"),
        ("sertipikat", "sertifikat"),
        ("softfile", "softcopy"),
        ("photocopy", "fotokopi"),
        ("dikoordinir", "koordinasi"),
        ("terlantar", "telantar"),
        ("berfikir", "pemikiran"),
        ("obyektif", "objektif"),
        ("thn", "tahun"),
        ("yg", "yang"),
        ("undang2", "undang"),
    ],
)
def test_other_spellings_count_as_the_same_word(written: str, meant: str) -> None:
    assert stem(fold(written)) == stem(fold(meant))


@pytest.mark.parametrize(
    "name",
    [
        "UU 14/2008",
        "UU No. 14 Tahun 2008",
        "Undang-Undang Nomor 14 Tahun 2008",
        "undang undang RI no 14 thn 2008",
        "uu no 14 th 2008",
    ],
)
def test_a_law_is_one_word_however_it_is_named(name: str) -> None:
    assert "uu14/2008" in forms(name)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Peraturan Daerah Provinsi Kalimantan Barat Nomor 5 Tahun 2020", "perda5/2020"),
        ("Pergub Kalbar No. 5 Thn 2020", "pergub5/2020"),
        ("22/POJK.01/2015", "pojk22/2015"),
        ("Peraturan Menteri Keuangan Nomor 12/PMK.07/2019", "permenkeu12/2019"),
    ],
)
def test_a_law_of_a_region_or_a_ministry_is_one_word_too(name: str, key: str) -> None:
    assert key in forms(name)


def test_a_sentence_about_laws_names_none() -> None:
    assert not [token for token in tokens("Peraturan Daerah tentang pajak, nomor urut 5 di tahun 2020") if token.extra]


def test_a_word_knows_where_it_stands() -> None:
    text = "Surat: Kesra-TU, ÉCOLE"
    spans = {token.form: text[token.start : token.end] for token in tokens(text)}
    assert spans == {"surat": "Surat", "kesratu": "Kesra-TU", "kesra": "Kesra", "tu": "TU", "ecole": "ÉCOLE"}
    assert [t.position for t in tokens(text) if not t.extra] == [0, 1, 2, 3]
