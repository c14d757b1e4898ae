"""How soon what is typed stands on the screen, and what it finds: the kiosk itself, in a terminal of 80x24.

    python -m tests.benchmarks.typing [--documents 2000 | --home SAMPLE] [--queries 40] [--files 3000] [--json]

An officer of a sample office signs in by keys and types queries, a letter every 120 ms whatever the screen does.
``echo``: from a key to its letter in the box (a space shows nothing, and is not counted). ``results``: from the last
key until lines and list stand as they stay, less the pause that the kiosk makes on purpose; ``page``: the same with
the page beside them. Then the same typing while that very kiosk takes in made files, for 30 s at least. What is not
painted within 5 s ends it all.

The sample is copied; its incoming folder is emptied and today's backup made before the kiosk opens. Wall-clock ms;
what else runs on the computer counts too, see ``load``. Exit code 1 if a bar is missed. Needs a Unix and the
``bench`` extra.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from archive.model import Officer, Right
from ppid_tui.demo.build import make_demo
from ppid_tui.demo.files import softcopy
from ppid_tui.demo.people import signer_on
from ppid_tui.demo.pins import Made, SamplePin, read_made
from ppid_tui.demo.plan import Form, Planned, usual, write_one
from ppid_tui.demo.words import office_words
from ppid_tui.desk import backups
from ppid_tui.desk.office import Home, Office, open_office
from ppid_tui.desk.people import on_duty
from ppid_tui.screens.find import PAUSE

if os.name != "posix":
    sys.exit("A pseudo-terminal is needed, which only a Unix has.")

from tests.benchmarks import typed_kiosk as kiosk
from tests.benchmarks.terminal import Terminal
from tests.benchmarks.typed_queries import Typed, typed_queries

LEAST_IMPORT = 30.0
RESULTS_BAR, ECHO_BAR = 100.0, 50.0
ASIDE, FIRST_PLACE = "to-take-in", 95_000
Report = dict[str, Any]


@dataclass(frozen=True)
class Sample:
    """What typing needs to know of an office: who signs in, where they stand in the list, what to type."""

    home: Path
    documents: int
    pin: SamplePin
    place: int
    queries: list[Typed]


def prepared(home: Path, queries: int, files: int) -> Sample:
    """The home made ready; nothing waits there to be taken in or backed up while typing is measured."""
    now, made = datetime.now().replace(microsecond=0), read_made(home)
    if made is None:
        sys.exit("This is no sample office: nobody's PIN is known here. Make one with --documents.")
    shutil.rmtree(Home(home).incoming)
    Home(home).incoming.mkdir()
    with closing(open_office(home)) as office:
        for _ in backups.daily(office, now):
            pass
        make_files(home / ASIDE, office, made, files, now.date())
        officers = on_duty(office, now)
        officer, pin = who(office, officers, made.pins)
        typed = typed_queries(office, officer, queries, now.date())
        return Sample(home, len(office.records.documents.all()), pin, officers.index(officer), typed)


def who(office: Office, officers: Sequence[Officer], pins: Sequence[SamplePin]) -> tuple[Officer, SamplePin]:
    """The first officer with a known PIN who may take documents in."""
    may = {officer.name: officer for officer in officers if office.may(officer, Right.INTAKE)}
    return next((may[pin.name], pin) for pin in pins if pin.name in may)


def make_files(folder: Path, office: Office, made: Made, number: int, today: date) -> None:
    """PDF and DOCX in turn, of all the kinds that the sample office writes."""
    words, rng = office_words(made.settings.office), Random(made.settings.seed)
    signer = partial(signer_on, office.profile)
    folder.mkdir()
    for place in range(FIRST_PLACE, FIRST_PLACE + number):
        form = (Form.PDF, Form.DOCX)[place % 2]
        planned = Planned(write_one(usual(place), words, rng, today, place, signer), form, place)
        (folder / planned.file_name).write_bytes(softcopy(planned))


def searching(terminal: Terminal, queries: Sequence[Typed]) -> Report:
    """Every query once; a first one warms up and is not counted."""
    typings = [kiosk.search(terminal, query) for query in queries][1:]
    return {
        "echo": figures([echo for typing in typings for echo in typing.echoes()]),
        "results": figures([typing.since_last_key(kiosk.hits) - PAUSE for typing in typings]),
        "page": figures([typing.since_last_key(kiosk.page) - PAUSE for typing in typings]),
    }


def importing(terminal: Terminal, sample: Sample) -> Report:
    """Typing for as long as files are taken in. Exits where that was too short to tell anything."""
    incoming = Home(sample.home).incoming
    for file in (sample.home / ASIDE).iterdir():
        file.rename(incoming / file.name)
    files, began, echoes = waiting(incoming), perf_counter(), list[float]()
    taken, seconds = 0, 0.0
    kiosk.take_in(terminal)
    for query in cycle(sample.queries):
        typing = kiosk.type_in(terminal, query.text)
        if not (left := waiting(incoming)):
            break
        echoes += typing.echoes()
        taken, seconds = files - left, perf_counter() - began
    if seconds < LEAST_IMPORT:
        sys.exit(f"All was taken in after {seconds:.0f} s: give more than {files} --files.")
    return {"echo": figures(echoes), "files": taken, "seconds": round(seconds)}


def waiting(incoming: Path) -> int:
    """How many files are still to be taken in."""
    return sum(1 for _ in incoming.iterdir())


def figures(seconds: Sequence[float]) -> Report:
    """In milliseconds."""
    times = [one * 1000 for one in seconds]
    cut = quantiles(times, n=20, method="inclusive")
    return {
        "counted": len(times),
        "p50_ms": round(cut[9], 1),
        "p95_ms": round(cut[18], 1),
        "most_ms": round(max(times), 1),
        "over_50_ms": sum(one > ECHO_BAR for one in times),
    }


def measured(sample: Sample) -> Report:
    """Both, one after the other, in one kiosk."""
    command = (sys.executable, "-m", "ppid_tui", "--home", str(sample.home))
    report: Report = {"documents": sample.documents, "pause_ms": PAUSE * 1000, "load": [os.getloadavg()[0]]}
    with Terminal(command, {**os.environ, "PPID_NO_PRINTER": "1"}) as terminal:
        kiosk.sign_in(terminal, sample.pin, sample.place)
        report |= searching(terminal, sample.queries)
        report["load"].append(os.getloadavg()[0])
        report["importing"] = importing(terminal, sample)
    report["load"].append(os.getloadavg()[0])
    held = report["results"]["p95_ms"] <= RESULTS_BAR, not report["importing"]["echo"]["over_50_ms"]
    return report | {"bars_held": dict(zip(("results", "echo_while_importing"), held, strict=True))}


def say(report: Report) -> None:
    """As a table."""
    print(f"{report['documents']} documents, load {report['load']}, pause of {report['pause_ms']:.0f} ms not counted")
    importing = report["importing"]
    rows = {name: report[name] for name in ("echo", "results", "page")} | {"echo, importing": importing["echo"]}
    print(f"{'ms':18}{'counted':>9}{'p50':>8}{'p95':>8}{'most':>8}{'over 50':>9}")
    for name, one in rows.items():
        print(f"{name:18}{one['counted']:9}{one['p50_ms']:8}{one['p95_ms']:8}{one['most_ms']:8}{one['over_50_ms']:9}")
    print(f"{importing['files']} files taken in meanwhile, in {importing['seconds']} s; bars: {report['bars_held']}")


def main() -> int:
    """Measure, tell, and say by the exit code whether the bars hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--home", type=Path, help="a sample that is there already")
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--files", type=int, default=3000, help="made and taken in while typing goes on")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder) / "home"
        if asked.home:
            shutil.copytree(asked.home, home)
        else:
            for _ in make_demo(home, "adpim", asked.documents):
                pass
        report = measured(prepared(home, asked.queries + 1, asked.files))
    print(json.dumps(report)) if asked.json else say(report)
    return 0 if all(report["bars_held"].values()) else 1


if __name__ == "__main__":
    sys.exit(main())
