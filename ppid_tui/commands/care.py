"""``verify`` and ``reindex``: care of the archive."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from archive.bag import NotABag
from archive.kept import NoBackup
from ppid_tui.commands.endings import DONE, WITH_PROBLEMS
from ppid_tui.commands.output import Refused, followed, say, tell_json
from ppid_tui.desk import care
from ppid_tui.desk.office import open_office
from ppid_tui.desk.places import home_named


def verify(asked: Namespace) -> int:
    """Check that everything is there, unchanged, and found; or that a backup is."""
    if asked.backup:
        return _verify_backup(asked)
    with closing(open_office(home_named(asked.home))) as office:
        check = care.Check(office, asked.head)
        for _ in followed(check):
            pass
        health = check.health
    (tell_json(asdict(health)) if asked.json else _say(health, "Arsip"))
    return DONE if health.ok else WITH_PROBLEMS


def _verify_backup(asked: Namespace) -> int:
    if asked.head:
        raise Refused("--head memeriksa arsip, bukan cadangan. Pulihkan dahulu, lalu periksa dengan --head.")
    check = care.BackupCheck(Path(asked.backup).expanduser().absolute())
    try:
        for _ in followed(check):
            pass
    except (NoBackup, NotABag) as error:
        raise Refused(str(error)) from error
    (tell_json(asdict(check.health)) if asked.json else _say(check.health, "Cadangan"))
    return DONE if check.health.ok else WITH_PROBLEMS


def reindex(asked: Namespace) -> int:
    """Build the index anew from the archive's texts."""
    with closing(open_office(home_named(asked.home))) as office:
        for _ in followed(care.reindex(office)):
            pass
        documents = office.records.documents.count()
    say(f"Indeks dibangun ulang: {documents} dokumen dapat dicari.")
    return DONE


def _say(health: care.Health, what: str) -> None:
    for problem in health.problems:
        say(f"{problem.what}: {problem.where}: {problem.reason}")
    say(f"{what} utuh." if health.ok else f"{len(health.problems)} hal perlu diperiksa.")
    say(f"Kepala jejak: {health.head}")
    say("Catat kepala jejak ini di luar laptop, lalu periksa lain kali dengan --head.")
