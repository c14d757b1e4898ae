"""On what grounds information is refused: article 17 of UU 14/2008, and what article 18 says is never exempt."""

from __future__ import annotations

from archive.request_model import Refusal

ARTICLE_17 = {
    "a": "dapat menghambat proses penegakan hukum",
    "b": "mengganggu hak atas kekayaan intelektual dan persaingan usaha yang sehat",
    "c": "membahayakan pertahanan dan keamanan negara",
    "d": "mengungkapkan kekayaan alam Indonesia",
    "e": "merugikan ketahanan ekonomi nasional",
    "f": "merugikan kepentingan hubungan luar negeri",
    "g": "mengungkapkan isi akta otentik pribadi dan wasiat",
    "h": "mengungkapkan rahasia pribadi",
    "i": "memorandum atau surat antar/intra badan publik yang dirahasiakan",
    "j": "dilarang dibuka oleh undang-undang lain",
}
"""What each letter protects, in short."""

ARTICLE_18 = (
    "putusan badan peradilan",
    "ketetapan, keputusan, peraturan, surat edaran, atau bentuk kebijakan lain",
    "surat perintah penghentian penyidikan atau penuntutan",
    "rencana pengeluaran tahunan lembaga penegak hukum",
    "laporan keuangan tahunan lembaga penegak hukum",
    "laporan hasil pengembalian uang hasil korupsi",
)
"""What is never exempt (article 18(1))."""

PERSONAL = "h"
"""The letter under which the person concerned is asked for consent first (article 18(2))."""
OTHER_LAW = "j"


def refusal_fault(refusal: Refusal) -> str:
    """What a refusal still lacks, in Indonesian; '' where it is complete."""
    if refusal.letter not in ARTICLE_17:
        return "Isi huruf Pasal 17 UU 14/2008 yang menjadi alasan: a sampai j."
    if refusal.letter == OTHER_LAW and not refusal.law.strip():
        return "Huruf j memerlukan undang-undang lain yang melarang: isi pasal dan undang-undangnya."
    if not refusal.consequence.strip():
        return "Tulis akibatnya bila informasi ini dibuka."
    if not refusal.article_18.strip():
        return "Periksa dahulu Pasal 18: informasi yang tidak pernah dikecualikan."
    if refusal.letter == PERSONAL and not refusal.consent.strip():
        return "Huruf h: tanyakan dahulu persetujuan tertulis orang yang bersangkutan, lalu catat jawabannya."
    return ""
