"""What is asked of a decree of the DIP, and the edition that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from archive.editions import Edition
from ppid_tui.desk.dip_editions import BadDecree, decider
from ppid_tui.desk.office import Office
from ppid_tui.desk.works import FieldKind, FormField, read_day
from ppid_tui.printouts.labels import long_date

HALVES = (("1", "semester I"), ("2", "semester II"), ("", "setahun penuh"))
FIELDS = (
    FormField("number", "Nomor keputusan penetapan", required=True),
    FormField("on", "Tanggal penetapan", FieldKind.DATE, True),
    FormField("signed_by", "Ditetapkan oleh", required=True),
    FormField("position", "Jabatannya", required=True),
    FormField("year", "Untuk tahun", required=True),
    FormField("semester", "Masa", FieldKind.CHOICE, options=HALVES),
)


def first_values(office: Office, today: date) -> dict[str, str]:
    """What the form begins with: today, who decides, this half of the year."""
    signer = decider(office, today)
    return {
        "on": long_date(today),
        "signed_by": signer.name,
        "position": signer.above.replace("\n", ", "),
        "year": str(today.year),
        "semester": "1" if today.month <= 6 else "2",
    }


def edition_of(values: Mapping[str, str], of_year: int | None, today: date) -> Edition:
    """What was filled in. Raises BadDecree."""
    typed = {name: value.strip() for name, value in values.items()}
    day = read_day(typed["on"], today)
    if day is None:
        raise BadDecree("Tanggal penetapan belum dapat dibaca.")
    if not (typed["year"].isascii() and typed["year"].isdigit() and 2000 <= int(typed["year"]) <= 2100):
        raise BadDecree(f"Tahun “{typed['year']}” belum dimengerti. Tulis empat angka, seperti {today.year}.")
    return Edition(
        number=typed["number"],
        decided_on=day,
        signed_by=typed["signed_by"],
        position=typed["position"],
        year=int(typed["year"]),
        semester=int(typed.get("semester") or 0),
        of_year=of_year,
    )
