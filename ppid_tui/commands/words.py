"""The commands and their options, explained in Indonesian. Imports nothing slow."""

from __future__ import annotations

import argparse
import re
from argparse import SUPPRESS, Action, ArgumentParser, HelpFormatter
from collections.abc import Iterable
from typing import NoReturn

from ppid_tui.commands.typed import class_name, count, documents, filled, month, year

OFFICES = ("kesra", "adpim", "diskop", "dinsos")
CLASSES = ("berkala", "serta_merta", "setiap_saat", "dikecualikan", "belum_ditetapkan")

_ERRORS = (
    (r"the following arguments are required: (.*)", "Belum disebut: {0}."),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", "{0}: {1} tidak dikenal. Pilih: {2}."),
    (r"argument (.*?): expected (?:one|at least one) argument", "{0}: isinya belum disebut."),
    (r"argument (.*?): not allowed with argument (.*)", "{0} tidak dapat dipakai bersama {1}."),
    (r"argument (.*?): ignored explicit argument (.*)", "{0} tidak memerlukan isi {1}."),
    (r"argument (.*?): (.*)", "{0}: {1}."),
    (r"unrecognized arguments: (.*)", "Tidak dikenal: {0}."),
    (r"ambiguous option: (.*?) could match (.*)", "{0} dapat berarti {1}. Tulis lengkap."),
)


class _Formatter(HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[Action], groups: Iterable[object], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)  # type: ignore[arg-type]


class _Parser(ArgumentParser):
    """argparse with its own words in Indonesian: titles, usage and errors."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options, formatter_class=_Formatter, add_help=False, allow_abbrev=False)  # type: ignore[arg-type]
        self.given = self.add_argument_group("yang diberikan")
        self.chosen = self.add_argument_group("pilihan")
        self.chosen.add_argument("-h", "--help", action="help", help="tampilkan penjelasan ini, lalu selesai")

    def error(self, message: str) -> NoReturn:
        """One Indonesian sentence on stderr, and exit code 2."""
        self.exit(2, f"{_in_indonesian(message)} Lihat: {self.prog} --help\n")


def build_parser() -> ArgumentParser:
    """The whole command line; what was asked comes with ``command`` (None: the kiosk) and ``home``."""
    parser = _Parser(prog="ppid-tui", description="Kiosk PPID: menyimpan, mencari, dan memberikan dokumen kantor.")
    parser.chosen.add_argument("--home", metavar="FOLDER", help="folder data kantor (atau lewat PPID_HOME)")
    commands = parser.add_subparsers(
        dest="command", title="perintah", metavar="PERINTAH", parser_class=_Parser, required=False
    )
    _add(commands, "run", "buka kiosk (juga tanpa perintah)")
    _demo(_add(commands, "demo", "buat kantor contoh, lalu buka kiosk"))
    _init(_add(commands, "init", "siapkan kantor baru"))
    _intake(_add(commands, "intake", "terima softcopy ke dalam arsip"))
    _search(_add(commands, "search", "cari dokumen"))
    _show(_add(commands, "show", "tampilkan data dokumen, atau satu halamannya"))
    _print(_add(commands, "print", "cetak ke berkas"))
    _dip(_add(commands, "dip", "simpan Daftar Informasi Publik (DIP) ke berkas"))
    _list_to(_add(commands, "dik", "simpan Daftar Informasi yang Dikecualikan (DIK) ke berkas; dicatat dalam jejak"))
    _register(_add(commands, "register", "simpan register permohonan atau keberatan ke berkas; dicatat dalam jejak"))
    _report(_add(commands, "report", "simpan laporan layanan informasi setahun ke berkas; dicatat dalam jejak"))
    _sop(_add(commands, "sop", "lihat, periksa, cetak, dan ubah SOP"))
    _publish(_add(commands, "publish", "buat paket publikasi untuk web kantor"))
    _transfer(_add(commands, "transfer", "buat paket penyerahan untuk lembaga kearsipan"))
    _verify(_add(commands, "verify", "periksa keutuhan arsip"))
    _backup(_add(commands, "backup", "buat cadangan seluruh data, juga selagi kiosk dipakai"))
    _restore(_add(commands, "restore", "pulihkan cadangan ke folder data yang masih kosong"))
    _add(commands, "reindex", "bangun ulang indeks pencarian dari arsip")
    return parser


def _add(commands: argparse._SubParsersAction[_Parser], name: str, what: str) -> _Parser:
    parser = commands.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    # Without a default of its own, so that --home before the command's name is not forgotten.
    parser.chosen.add_argument("--home", metavar="FOLDER", default=SUPPRESS, help="folder data kantor")
    return parser


def _json(parser: _Parser) -> None:
    parser.chosen.add_argument("--json", action="store_true", help="jawaban sebagai satu dokumen JSON")


def _demo(parser: _Parser) -> None:
    parser.chosen.add_argument("--office", choices=OFFICES, default="adpim", help="SOP kantor contoh (biasa: adpim)")
    parser.chosen.add_argument(
        "--documents", type=documents, default=60, metavar="N", help="banyaknya dokumen contoh (biasa: 60)"
    )
    parser.chosen.add_argument("--no-run", action="store_true", help="siapkan saja, jangan buka kiosk")


def _init(parser: _Parser) -> None:
    parser.chosen.add_argument("--office", choices=OFFICES, required=True, help="SOP yang dipakai kantor ini")
    parser.chosen.add_argument("--name", required=True, type=filled, metavar="NAMA", help="nama kantor")
    parser.chosen.add_argument("--officer", type=filled, metavar="NAMA", help="petugas pertama, menjadi administrator")
    parser.chosen.add_argument("--role", metavar="PERAN", help="perannya dalam SOP; lihat ppid-tui sop show")
    parser.chosen.add_argument(
        "--here", nargs="+", default=(), metavar="PERAN", help="peran yang bertugas dengan laptop ini (biasa: semua)"
    )
    parser.chosen.add_argument("--pin-stdin", action="store_true", help="baca PIN enam angka dari masukan standar")


def _intake(parser: _Parser) -> None:
    parser.given.add_argument("paths", nargs="+", metavar="BERKAS", help="berkas atau folder")
    parser.chosen.add_argument("--unit", default="", help="bagian yang menguasai dokumen-dokumen ini")
    _json(parser)


def _search(parser: _Parser) -> None:
    _query(parser, limit=20)
    _json(parser)


def _query(parser: _Parser, limit: int) -> None:
    parser.given.add_argument("query", metavar="YANG-DICARI", help="kata, nomor surat, atau pasal")
    add = parser.chosen.add_argument
    add("--limit", type=count, default=limit, metavar="N", help=f"paling banyak N hasil (biasa: {limit})")
    add("--class", dest="information_class", type=class_name, choices=CLASSES, metavar="KLASIFIKASI",
        help=f"hanya klasifikasi ini: {', '.join(CLASSES)}")  # fmt: skip
    add("--year", type=count, metavar="TAHUN", help="hanya tahun ini")
    add("--unit", default="", help="hanya bagian ini")
    _include_exempt(parser)


def _include_exempt(parser: _Parser) -> None:
    parser.chosen.add_argument(
        "--include-exempt", action="store_true", help="juga yang dikecualikan; pemakaiannya dicatat dalam jejak"
    )


def _show(parser: _Parser) -> None:
    parser.given.add_argument("id", type=count, metavar="ID", help="nomor dokumen, seperti pada hasil pencarian")
    parser.chosen.add_argument("--page", type=count, metavar="N", help="tampilkan teks halaman ini")
    _include_exempt(parser)
    _json(parser)


def _print(parser: _Parser) -> None:
    papers = parser.add_subparsers(
        dest="paper", title="yang dicetak", metavar="CETAKAN", parser_class=_Parser, required=True
    )
    results = _add(papers, "results", "cetak hasil pencarian")
    _query(results, limit=50)
    results.chosen.add_argument("--to", required=True, metavar="BERKAS", help="berkas .pdf, .docx, atau .txt")


def _dip(parser: _Parser) -> None:
    _list_to(parser)
    parser.chosen.add_argument("--year", type=count, metavar="TAHUN", help="hanya dokumen tahun ini")


def _register(parser: _Parser) -> None:
    _list_to(parser)
    period = parser.chosen.add_mutually_exclusive_group()
    period.add_argument("--month", type=month, metavar="TAHUN-BULAN", help="hanya bulan ini, misalnya 2026-03")
    period.add_argument("--year", type=year, metavar="TAHUN", help="hanya tahun ini")
    parser.chosen.add_argument("--keberatan", action="store_true", help="register keberatan, bukan permohonan")


def _report(parser: _Parser) -> None:
    _list_to(parser)
    parser.chosen.add_argument("--year", type=year, required=True, metavar="TAHUN", help="tahun yang dilaporkan")


def _list_to(parser: _Parser) -> None:
    parser.chosen.add_argument(
        "--to", required=True, metavar="BERKAS", help="berkas .pdf, .docx, .xlsx, .csv, atau .json"
    )


_WHICH = f"salah satu dari: {', '.join(OFFICES)}; atau berkas .toml"


def _sop(parser: _Parser) -> None:
    doing = parser.add_subparsers(
        dest="doing", title="perintah", metavar="PERINTAH", parser_class=_Parser, required=True
    )
    _json(_add(doing, "list", "daftar SOP"))
    show = _add(doing, "show", "tampilkan SOP dan langkah-langkahnya")
    show.given.add_argument("id", metavar="SOP", help=_WHICH)
    _json(show)
    check = _add(doing, "check", "periksa berkas SOP, semua kesalahan sekaligus")
    check.given.add_argument("file", metavar="BERKAS", help="berkas SOP (TOML)")
    sheet = _add(doing, "print", "cetak lembar SOP")
    sheet.given.add_argument("id", metavar="SOP", help=_WHICH)
    sheet.chosen.add_argument("--to", required=True, metavar="BERKAS", help="berkas .pdf, .docx, atau .txt")
    sheet.chosen.add_argument("--paper", choices=("A4", "F4"), default="A4", help="ukuran kertas (A4)")
    sheet.chosen.add_argument("--baku", action="store_true", help="tulisan yang benar, bukan persis seperti di lembar")
    copy = _add(doing, "copy", "salin SOP untuk diubah menjadi SOP kantor sendiri")
    copy.given.add_argument("id", metavar="SOP", help=_WHICH)
    copy.chosen.add_argument("--to", required=True, metavar="BERKAS", help="berkas .toml yang baru")
    use = _add(doing, "use", "pakai SOP kantor sendiri; pekerjaan yang berjalan memakai SOP semula")
    use.given.add_argument("id", metavar="SOP", help=_WHICH)


def _publish(parser: _Parser) -> None:
    parser.chosen.add_argument("--to", required=True, metavar="FOLDER", help="tempat paket, misalnya di USB")
    parser.chosen.add_argument("--since-last", action="store_true", help="hanya yang baru sejak paket terakhir")


def _transfer(parser: _Parser) -> None:
    parser.given.add_argument("ids", nargs="+", type=count, metavar="ID", help="nomor dokumen yang diserahkan")
    parser.chosen.add_argument("--to", required=True, metavar="FOLDER", help="tempat paket, misalnya di USB")
    parser.chosen.add_argument("--receiver", required=True, type=filled, metavar="NAMA", help="lembaga kearsipan")


def _verify(parser: _Parser) -> None:
    parser.chosen.add_argument("--head", default="", metavar="HEX", help="kepala jejak yang dicatat di luar kiosk")
    parser.chosen.add_argument("--backup", metavar="FOLDER", help="periksa cadangan ini saja, bukan arsipnya")
    _json(parser)


def _backup(parser: _Parser) -> None:
    parser.given.add_argument("to", metavar="FOLDER", help="tempat cadangan, misalnya di USB; dibuat jika belum ada")


def _restore(parser: _Parser) -> None:
    parser.given.add_argument("source", metavar="FOLDER", help="cadangan, atau folder yang memuatnya: yang terbaru")


def _in_indonesian(message: str) -> str:
    for english, words in _ERRORS:
        if found := re.fullmatch(english, message, re.DOTALL):
            return words.format(*found.groups())
    return "Perintah ini belum dapat dimengerti."
