"""Makes ``archive/holidays.toml`` from the `holidays` package: ``python -m tests.make_holidays``.

A day that the table has by hand, and the package has not, is not kept: look at the difference before it is committed.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

YEARS = range(2024, 2031)
SOURCES = {2024: "Keppres 7/2024", 2025: "SKB 3 Menteri 2025", 2026: "SKB 3 Menteri 2026", 2027: "SKB 3 Menteri 2027"}
"""Where the package has each year's cuti bersama from."""
TABLE = Path(__file__).parent.parent / "archive" / "holidays.toml"
HEAD = """\
# National holidays {first} to {last}, and cuti bersama as far as it is decreed: a day a line, to be edited freely.
# Made by tests/make_holidays.py from the `holidays` package, version {version} (vacanza/holidays, MIT), class
# Indonesia, categories PUBLIC and GOVERNMENT. "(perkiraan)" marks a date that was calculated, not yet confirmed.
# kind: libur | cuti_bersama

holidays = [
"""


def table() -> str:
    """The text of the table."""
    holidays = import_module("holidays")

    head = HEAD.format(first=YEARS[0], last=YEARS[-1], version=holidays.__version__)
    return head + "".join(f"    {row},\n" for row in _rows()) + "]\n"


def _rows() -> Iterator[str]:
    holidays = import_module("holidays")

    known = holidays.Indonesia(years=YEARS, language="id")
    leave = holidays.Indonesia(years=YEARS, language="id", categories=("government",))
    rows = [(day, name, "libur", "") for day, name in known.items()]
    rows += [(day, name, "cuti_bersama", SOURCES.get(day.year, "")) for day, name in leave.items()]
    for day, name, kind, source in sorted(rows):
        decree = f', source = "{source}"' if source else ""
        yield f'{{ date = {day}, name = "{name}", kind = "{kind}"{decree} }}'


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
