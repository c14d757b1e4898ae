"""Words of Indonesian offices that no rule gets right: families, words kept whole, spellings, law names."""

from __future__ import annotations

FAMILIES = """
mohon: pemohon memohon permohonan dimohon dimohonkan dimohonkannya memohonkan
tolak: penolakan menolak ditolak penolak
terima: penerimaan penerima menerima diterima terimakan
kelola: pengelolaan pengelola mengelola dikelola terkelola
kecuali: pengecualian dikecualikan mengecualikan terkecuali
buka: membuka keterbukaan terbuka pembukaan dibuka pembuka
pegawai: kepegawaian
beritahu: pemberitahuan memberitahukan diberitahukan memberitahu diberitahu
undang: perundang perundangan perundangundangan undangundang
simpan: penyimpanan menyimpan disimpan tersimpan penyimpan
kirim: pengiriman mengirim dikirim pengirim mengirimkan dikirimkan terkirim
susun: penyusunan menyusun disusun penyusun tersusun
sampai: penyampaian menyampaikan disampaikan tersampaikan
tetap: penetapan menetapkan ditetapkan ketetapan
kumpul: pengumpulan mengumpulkan dikumpulkan terkumpul pengumpul
kuasa: penguasaan menguasai dikuasai
sedia: penyediaan menyediakan disediakan tersedia penyedia ketersediaan
salur: penyaluran menyalurkan disalurkan tersalurkan penyalur
selenggara: penyelenggaraan menyelenggarakan diselenggarakan penyelenggara
tugas: penugasan menugaskan ditugaskan petugas bertugas
periksa: pemeriksaan memeriksa diperiksa pemeriksa
pakai: pemakaian memakai dipakai pemakai
putus: keputusan memutuskan diputuskan putusan pemutusan
usul: pengusulan mengusulkan diusulkan usulan pengusul
angkat: pengangkatan mengangkat diangkat
sosial: kesosialan
"""
"""A root and the words that belong to it where the stemmer would take them apart wrongly."""

WHOLE = """
pengadaan keberatan berkala keuangan anggaran kebijakan setiap sekretariat bagian pemerintah perintah
kesejahteraan masyarakat kabupaten kecamatan kelurahan provinsi kota bupati gubernur wali menteri negeri
pemerintahan kantor bantuan pendidikan kesehatan kepala kegiatan berita perjalanan peserta
"""
"""Words whose root means something else, or that are a name of their own."""

VARIANTS = {
    "ijin": "izin",
    "perijinan": "perizinan",
    "propinsi": "provinsi",
    "pebruari": "februari",
    "nopember": "november",
    "aktifitas": "aktivitas",
    "analisa": "analisis",
    "praktek": "praktik",
    "sistim": "sistem",
    "kwitansi": "kuitansi",
    "standart": "standar",
    "karir": "karier",
    "bolpoint": "bolpoin",
    "photocopy": "fotokopi",
    "fotocopy": "fotokopi",
    "infromasi": "informasi",
    "informsi": "informasi",
}
"""Spellings met in offices, and the one they are counted as."""

_LAW_NAMES = {
    "uu": ("uu", "undang undang"),
    "pp": ("pp", "peraturan pemerintah"),
    "perpres": ("perpres", "peraturan presiden"),
    "perki": ("perki", "perkip", "peraturan komisi informasi"),
    "permendagri": ("permendagri", "peraturan menteri dalam negeri"),
    "permensos": ("permensos", "peraturan menteri sosial"),
    "perda": ("perda", "peraturan daerah"),
    "pergub": ("pergub", "peraturan gubernur"),
    "perbup": ("perbup", "peraturan bupati"),
    "perwali": ("perwali", "perwal", "perwako", "peraturan wali kota", "peraturan walikota"),
}

LAW_FILLERS = frozenset(
    ("republik", "indonesia", "ri", "nomor", "no", "nomer", "tahun", "thn", "th", "pusat")
)
"""Words that may stand between the name of a law and its number and year."""


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    heads = [(tuple(name.split()), short) for short, names in _LAW_NAMES.items() for name in names]
    heads.sort(key=lambda head: -len(head[0]))
    return {first: [head for head in heads if head[0][0] == first] for first in {h[0][0] for h in heads}}


LAWS = _by_first_word()
"""First word of a law's name -> (all words of the name, short name), longest first."""
