"""Words of a family are taken to one root, words of different families to different ones."""

from __future__ import annotations

import time

import pytest

from index.language import stem
from index.stemmer import root_of

FAMILIES = """
adil: keadilan pengadilan peradilan
ajar: mengajar pelajaran belajar mempelajari pembelajaran pengajar
ajukan: diajukan mengajukan pengajuan
aku: mengakui diakui pengakuan
alat: peralatan
anak: beranak
angkat: mengangkat pengangkatan diangkat
arsip: kearsipan pengarsipan diarsipkan
atur: peraturan mengatur diatur pengaturan aturan teratur
awas: pengawasan mengawasi pengawas
bangun: pembangunan membangun bangunan dibangun
bantu: bantuan membantu dibantu
batal: pembatalan dibatalkan
bayar: pembayaran dibayarkan membayar
beri: memberikan diberikan pemberian pemberi
berangkat: memberangkatkan pemberangkatan keberangkatan
buka: membuka keterbukaan dibuka pembukaan terbuka
catat: pencatatan dicatat mencatat tercatat
cabut: pencabutan mencabut
daftar: pendaftaran terdaftar mendaftar
data: pendataan mendata terdata
daya: pemberdayaan memberdayakan
didik: pendidikan mendidik
dokumentasi: pendokumentasian didokumentasikan mendokumentasikan
duduk: penduduk kependudukan kedudukan
gaji: penggajian digaji
guna: penggunaan menggunakan digunakan pengguna dipergunakan
hapus: penghapusan menghapus dihapuskan
hitung: memperhitungkan perhitungan penghitungan
ikut: mengikuti diikuti berikut
izin: perizinan mengizinkan diizinkan seizin
jabat: jabatan pejabat menjabat
jelas: menjelaskan penjelasan kejelasan
kecuali: pengecualian dikecualikan mengecualikan
kelola: pengelolaan mengelola pengelola dikelola
kerja: pekerjaan bekerja pekerja mempekerjakan
ketik: mengetik pengetikan
kirim: pengiriman mengirimkan dikirim terkirim
kuasa: kekuasaan menguasai penguasaan dikuasai
laksana: pelaksanaan melaksanakan pelaksana terlaksananya
lapor: laporan pelaporan melaporkan pelapor
mohon: permohonan pemohon memohon dimohonkannya
musnah: pemusnahan dimusnahkan
nilai: penilaian menilai dinilai
nyata: menyatakan pernyataan kenyataan ternyata
olah: pengolahan mengolah diolah
orang: perorangan seseorang
pakai: pemakai pemakaian memakai
periksa: pemeriksaan memeriksa diperiksa
perlu: memerlukan keperluan diperlukan seperlunya
pimpin: pimpinan memimpin kepemimpinan
racun: beracun keracunan
rawat: perawatan merawat perawat
rencana: perencanaan merencanakan
sah: pengesahan mengesahkan disahkan
salur: penyaluran disalurkan menyalurkan
sampai: penyampaian menyampaikan
sedia: penyediaan tersedia ketersediaan menyediakan
sejahtera: kesejahteraan menyejahterakan
setuju: persetujuan disetujui menyetujui
simpan: penyimpanan menyimpan tersimpan
susun: penyusunan menyusun disusun
syarat: persyaratan mensyaratkan disyaratkan
tahu: mengetahui diketahui pengetahuan sepengetahuan
tanda: penandaan menandai
tandatangan: penandatanganan ditandatangani menandatangani
terima: penerimaan penerima menerima diterimakan
tertib: penertiban ketertiban
tetap: penetapan menetapkan ketetapan
tolak: penolakan menolak ditolak
tugas: petugas penugasan bertugas
uang: menguangkan
ubah: perubahan mengubah diubah merubah
undang: perundangan diundangkan mengundang
upload: diupload mengupload
urus: pengurus kepengurusan urusan
usul: pengusulan diusulkan usulan
wenang: berwenang kewenangan wewenang
"""


def family(line: str) -> set[str]:
    root, _, words = line.partition(":")
    return {root, *words.split()}


@pytest.mark.parametrize("line", FAMILIES.strip().splitlines())
def test_a_family_has_one_stem(line: str) -> None:
    assert len({stem(word) for word in family(line)}) == 1


def test_no_two_families_share_a_stem() -> None:
    roots = [line.partition(":")[0] for line in FAMILIES.strip().splitlines()]
    assert len({stem(root) for root in roots}) == len(roots)


@pytest.mark.parametrize("word", ["keberatannya", "pengadaanlah", "penganggaran", "pemerintahannya", "kepesertaan"])
def test_what_is_made_of_a_whole_word_belongs_to_it(word: str) -> None:
    wholes = {"keberatan", "pengadaan", "anggaran", "pemerintah", "peserta"}
    assert stem(word) in wholes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pengadaan", "ada"),
        ("keberatan", "berat"),
        ("keadaan", "ada"),
        ("pendapatan", "dapat"),
        ("pemerintah", "perintah"),
        ("pembantu", "bantuan"),
        ("sekretariat", "sekretaris"),
        ("polisi", "polis"),
        ("beruang", "uang"),
        ("kelebat", "lebat"),
    ],
)
def test_like_sounding_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_the_way_that_explains_most_of_the_word_wins() -> None:
    roots = {"nila", "nilai", "awas", "kawasan", "beri", "ikan", "kaku", "aku"}
    assert [root_of(word, roots) for word in ("menilai", "pengawasan", "berikan", "mengakui")] == [
        "nilai",
        "awas",
        "beri",
        "aku",
    ]


def test_affixes_that_never_come_together_are_not_taken_off() -> None:
    roots = {"cari", "lebat", "tangg"}
    assert root_of("kecarikan", roots) is None
    assert root_of("kelebat", roots) is None
    assert root_of("kelebatan", roots) == "lebat"


def test_a_word_that_no_root_fits_is_no_ones() -> None:
    assert root_of("xyzzy", {"adil"}) is None
    assert stem("kalimantan") == "kalimantan"


def test_a_misspelt_root_is_found_inside_the_word() -> None:
    assert stem("perijinan") == stem("perizinan") == "izin"
    assert stem("penasehat") == stem("nasihat")
    assert stem("menterlantarkan") == stem("telantar")


def test_a_million_known_words_take_less_than_a_second() -> None:
    words = ["permohonan", "penyelenggaraan", "dipertanggungjawabkan", "x" * 64, "2024"] * 200_000
    stem(words[0])
    started = time.process_time()
    for word in words:
        stem(word)
    assert time.process_time() - started < 1
