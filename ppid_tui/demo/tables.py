"""The tables of the sample documents. Every total is the sum of what stands above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ppid_tui.demo.pen import Pen, dotted
from ppid_tui.demo.sheet import Grid

THOUSAND = 1_000


def budget(pen: Pen) -> Grid:
    """Pagu, realisasi and sisa by account."""
    accounts = pen.rng.sample(pen.common.accounts, pen.rng.randint(9, 14))
    rows = [_spent(pen, account) for account in accounts]
    head = ("No", "Uraian belanja", "Pagu (Rp)", "Realisasi (Rp)", "Sisa (Rp)")
    return _summed(head, rows, (1, 7, 3, 3, 3))


def _spent(pen: Pen, account: str) -> tuple[str, Sequence[int]]:
    planned = pen.rng.randint(2_400, 480_000) * THOUSAND
    used = planned * pen.rng.randint(610, 998) // 1_000 // THOUSAND * THOUSAND
    return account, (planned, used, planned - used)


def quarters(pen: Pen) -> Grid:
    """What was planned and drawn in each quarter of the year."""
    rows = []
    for quarter in ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"):
        planned = pen.rng.randint(90, 900) * 500 * THOUSAND
        rows.append((quarter, (planned, planned * pen.rng.randint(70, 100) // 100)))
    return _summed(("No", "Triwulan", "Rencana (Rp)", "Penarikan (Rp)"), rows, (1, 5, 4, 4))


def receivers(pen: Pen) -> Grid:
    """Groups that receive, with their villages and amounts; groups are no personal data."""
    rows = [
        (f"{pen.group()}, {pen.village()}, {pen['kecamatan']}", (pen.rng.randint(20, 400) * 250 * THOUSAND,))
        for _ in range(pen.rng.randint(12, 26))
    ]
    return _summed(("No", "Penerima dan alamat", "Nilai (Rp)"), rows, (1, 10, 3))


def travel(pen: Pen) -> Grid:
    """The costs of a journey: days times rate."""
    names = ("Uang harian", "Penginapan", "Sewa kendaraan", "Bahan bakar", "Tiket penyeberangan")
    rows = []
    for name in names[: pen.rng.randint(3, 5)]:
        days, rate = pen.rng.randint(1, 5), pen.rng.randint(12, 90) * 10 * THOUSAND
        rows.append((f"{name}, {days} x {dotted(rate)}", (days * rate,)))
    return _summed(("No", "Uraian", "Jumlah (Rp)"), rows, (1, 8, 3))


def regions(pen: Pen) -> Grid:
    """Figures by regency: targeted and served."""
    rows = []
    for name in pen.common.regencies:
        target = pen.rng.randint(60, 900)
        rows.append((name, (target, target * pen.rng.randint(60, 100) // 100)))
    return _summed(("No", "Kabupaten/kota", "Sasaran", "Terlayani"), rows, (1, 6, 3, 3))


def requests(pen: Pen) -> Grid:
    """Requests of a year by outcome."""
    names = ("Dikabulkan seluruhnya", "Dikabulkan sebagian", "Ditolak", "Tidak dikuasai")
    rows = [(name, (pen.rng.randint(1, 24),)) for name in names]
    return _summed(("No", "Keputusan", "Jumlah permohonan"), rows, (1, 7, 3))


def agenda(pen: Pen) -> Grid:
    """The order of a meeting."""
    acts = ("Pembukaan", "Laporan panitia", "Paparan", "Tanya jawab", "Kesimpulan", "Doa dan penutup")
    rows = [(f"{8 + i // 2:02}.{'30' if i % 2 else '00'}", act, pen.person()) for i, act in enumerate(acts)]
    return Grid(("Waktu", "Acara", "Petugas"), tuple(rows), (2, 5, 5))


def tasks(pen: Pen) -> Grid:
    """Who does what until when."""
    what = ("Melengkapi data", "Menyusun jadwal", "Menyiapkan berita acara", "Memeriksa anggaran", "Menyurati")
    rows = [
        (f"{task} {pen.group()}", pen.person(), f"{pen.rng.randint(1, 28)} {pen['bulan']}")
        for task in pen.some(what, 4)
    ]
    return Grid(("Tindak lanjut", "Penanggung jawab", "Batas waktu"), tuple(rows), (6, 4, 3))


def steps(pen: Pen) -> Grid:
    """The steps of a procedure of the office."""
    acts = (
        "Menerima berkas dari {penerima}",
        "Memeriksa kelengkapan dan mencatat dalam buku agenda",
        "Melakukan verifikasi lapangan ke {desa}",
        "Menyusun berita acara dan memintakan paraf {nama}",
        "Menyampaikan hasil dalam rapat koordinasi",
        "Menyimpan dokumen sebagai arsip {unit}",
    )
    who = ("Petugas", "Kepala subbagian", "Tim verifikasi", "Sekretaris")
    rows = [
        (str(n), pen.fill(act), pen.one(who), f"{pen.rng.randint(1, 9) * 10} menit") for n, act in enumerate(acts, 1)
    ]
    return Grid(("No", "Kegiatan", "Pelaksana", "Waktu"), tuple(rows), (1, 7, 3, 2))


def dip(pen: Pen) -> Grid:
    """The seven columns of the list of public information (PERKI 1/2010, appendix II)."""
    head = (
        "No", "Ringkasan isi informasi", "Pejabat/unit yang menguasai", "Penanggung jawab",
        "Waktu dan tempat pembuatan", "Bentuk informasi", "Jangka waktu penyimpanan",
    )  # fmt: skip
    kept = ("2 tahun", "5 tahun", "10 tahun", "Permanen", "Selama berlaku")
    what = ("Laporan", "Rincian anggaran", "Keputusan", "SOP", "Notulen rapat koordinasi")
    rows = [
        (str(n), f"{pen.one(what)} {program.name}", program.unit, pen.words.head,
         f"{pen['bulan']} {pen.day.year}, {pen.words.city}", pen.one(("Cetak", "Cetak dan rekam")), pen.one(kept))
        for n, program in enumerate((*pen.words.programs, *pen.words.programs), 1)
    ]  # fmt: skip
    return Grid(head, tuple(rows), (1, 5, 4, 4, 3, 2, 3))


def persons(pen: Pen) -> Grid:
    """Persons with address and amount: what makes a list exempt."""
    rows = [
        (f"{pen.person()}, {pen.village()} RT {pen.rng.randint(1, 19):02}", (pen.rng.randint(2, 12) * 150 * THOUSAND,))
        for _ in range(18)
    ]
    return _summed(("No", "Nama dan alamat", "Nilai (Rp)"), rows, (1, 10, 3))


def marks(pen: Pen) -> Grid:
    """Marks given to the staff."""
    rows = [(str(n), pen.person(), str(pen.rng.randint(61, 96)), pen.one(("Cukup", "Baik", "Sangat baik")))
            for n in range(1, pen.rng.randint(7, 11))]  # fmt: skip
    return Grid(("No", "Nama", "Nilai", "Keterangan"), tuple(rows), (1, 6, 2, 4))


def _summed(head: tuple[str, ...], rows: Sequence[tuple[str, Sequence[int]]], widths: tuple[int, ...]) -> Grid:
    numbered = tuple((str(n), name, *map(dotted, figures)) for n, (name, figures) in enumerate(rows, 1))
    sums = [sum(column) for column in zip(*(figures for _, figures in rows), strict=True)]
    return Grid(head, numbered, widths, tuple(range(2, len(head))), ("", "Jumlah", *map(dotted, sums)))


TABLES: dict[str, Callable[[Pen], Grid]] = {
    table.__name__: table
    for table in (
        budget, quarters, receivers, travel, regions, requests, agenda, tasks, steps, dip, persons, marks,
    )
}  # fmt: skip
