"""The kinds of documents an office has, and how a heading or a file name says them."""

from __future__ import annotations

import re

_REGULATIONS = (
    ("Peraturan Pemerintah Pengganti Undang-Undang", r"peraturan pemerintah pengganti undang[ -]*undang"),
    ("Peraturan Pemerintah", r"peraturan pemerintah"),
    ("Undang-Undang", r"undang[ -]+undang"),
    ("Peraturan Presiden", r"peraturan presiden"),
    ("Keputusan Presiden", r"keputusan presiden"),
    ("Instruksi Presiden", r"instruksi presiden"),
    ("Peraturan Menteri", r"peraturan menteri"),
    ("Keputusan Menteri", r"keputusan menteri"),
    ("Peraturan Daerah", r"peraturan daerah"),
    ("Peraturan Gubernur", r"peraturan gubernur"),
    ("Peraturan Bupati", r"peraturan bupati"),
    ("Peraturan Wali Kota", r"peraturan wali ?kota"),
    ("Peraturan Kepala Badan", r"peraturan kepala badan"),
    ("Peraturan Badan", r"peraturan badan"),
    ("Peraturan Otoritas Jasa Keuangan", r"peraturan otoritas jasa keuangan"),
    ("Peraturan Komisi Informasi", r"peraturan komisi informasi"),
    ("Keputusan Gubernur", r"(?:surat )?keputusan gubernur"),
    ("Keputusan Bupati", r"(?:surat )?keputusan bupati"),
    ("Keputusan Wali Kota", r"(?:surat )?keputusan wali ?kota"),
    ("Keputusan Kepala Badan", r"(?:surat )?keputusan kepala badan"),
    ("Keputusan Kepala Dinas", r"(?:surat )?keputusan kepala dinas"),
    ("Keputusan Kepala Biro", r"(?:surat )?keputusan kepala biro"),
    ("Keputusan Sekretaris Daerah", r"(?:surat )?keputusan sekretaris daerah"),
    ("Peraturan", r"peraturan"),
    ("Keputusan", r"(?:surat )?keputusan"),
    ("Instruksi", r"instruksi"),
    ("Surat Edaran", r"surat edaran"),
)
_PAPERS = (
    ("SOP", r"standar operasional prosedur|standard operating procedure|sop"),
    ("Daftar Informasi Publik", r"daftar informasi publik"),
    ("Daftar Informasi yang Dikecualikan", r"daftar informasi (?:publik )?yang dikecualikan"),
    ("Nota Dinas", r"nota dinas"),
    ("Nota Kesepahaman", r"nota kesepahaman"),
    ("Berita Acara", r"berita acara"),
    ("Notula", r"notula|notulen|risalah rapat"),
    ("Surat Tugas", r"surat (?:perintah )?tugas|surat perintah"),
    ("Surat Undangan", r"surat undangan"),
    ("Surat Keterangan", r"surat keterangan"),
    ("Surat Pernyataan", r"surat pernyataan"),
    ("Perjanjian Kerja Sama", r"perjanjian kerja ?sama"),
    ("Perjanjian Kinerja", r"perjanjian kinerja"),
    ("Rencana Strategis", r"rencana strategis|renstra"),
    ("Rencana Kerja", r"rencana kerja(?! dan anggaran)|renja"),
    (
        "Anggaran",
        r"rencana kerja dan anggaran|dokumen pelaksanaan anggaran|rincian anggaran|anggaran|dpa|rka",
    ),
    ("Laporan", r"laporan"),
    ("Pengumuman", r"pengumuman"),
    ("Maklumat", r"maklumat"),
    ("Formulir", r"formulir"),
    ("Telaahan Staf", r"telaahan? staf"),
    ("Rekapitulasi", r"rekapitulasi|rekap"),
    ("Daftar", r"daftar"),
    ("Jadwal", r"jadwal|agenda"),
    ("Profil", r"profil"),
    ("Pedoman", r"pedoman|petunjuk teknis|panduan"),
)
_SHORT = {
    "uu": "Undang-Undang",
    "perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "pp": "Peraturan Pemerintah",
    "perpres": "Peraturan Presiden",
    "keppres": "Keputusan Presiden",
    "inpres": "Instruksi Presiden",
    "permen": "Peraturan Menteri",
    "permendagri": "Peraturan Menteri",
    "perda": "Peraturan Daerah",
    "pergub": "Peraturan Gubernur",
    "perbup": "Peraturan Bupati",
    "perwali": "Peraturan Wali Kota",
    "perwako": "Peraturan Wali Kota",
    "perba": "Peraturan Badan",
    "perban": "Peraturan Badan",
    "perka": "Peraturan Kepala Badan",
    "kepka": "Keputusan Kepala Badan",
    "perki": "Peraturan Komisi Informasi",
    "pojk": "Peraturan Otoritas Jasa Keuangan",
    "kepgub": "Keputusan Gubernur",
    "sk": "Keputusan",
    "se": "Surat Edaran",
}
_BEFORE = r"(?:salinan[ -]+)?(?:lampiran(?: [ivxl\d]+)?[ :.]+)?"


def _starting(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}(?P<words>{pattern})\b", re.IGNORECASE)


_REGULATION_HEADS = tuple((kind, _starting(pattern)) for kind, pattern in _REGULATIONS)
_PAPER_HEADS = tuple((kind, _starting(pattern)) for kind, pattern in _PAPERS)


def regulation(line: str) -> str:
    """The kind of regulation or decree that a heading line opens, '' where it opens none."""
    return next((kind for kind, head in _REGULATION_HEADS if head.match(line)), "")


def paper(line: str) -> str:
    """The kind of other paper that a heading line opens, '' where it opens none."""
    return next((kind for kind, head in _PAPER_HEADS if head.match(line)), "")


def by_short_name(word: str) -> str:
    """The kind for "UU", "Perpres" and the like, as file names have them; '' for other words."""
    return _SHORT.get(word.lower(), "")
