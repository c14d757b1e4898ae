"""Backups at the kiosk: seen and made from the archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.kept import kept_in
from ppid_tui.screens import chores
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import PETUGAS, PINS, PPID


def test_who_administers_makes_a_backup_with_f8(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PPID, PINS[PPID])
        await kiosk.keys("f6")
        await kiosk.until_shown("Cadangan")
        await kiosk.keys("end", "up", "up", "enter")
        await kiosk.until_shown("Belum ada cadangan")
        await kiosk.keys("f8")
        await kiosk.until_shown("sudah diperiksa")
        await kiosk.until_shown("02-03-2026 pukul")

    at_the_kiosk(office_home, visit)
    assert len(kept_in(office_home / "backups")) == 1


def test_another_officer_is_told_whose_task_it_is(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f6")
        await kiosk.until_shown("Cadangan")
        await kiosk.keys("end", "up", "up", "enter", "f8")
        await kiosk.until_shown("Mintalah kepadanya")

    at_the_kiosk(office_home, visit)
    assert kept_in(office_home / "backups") == []


def test_the_kiosk_backs_up_by_itself_soon_after_signing_in(office_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chores, "BACKUP_AFTER", 0.01)
    monkeypatch.setattr(chores, "BACKUP_PAUSE", 2.5)
    monkeypatch.setattr(chores, "BACKUP_LATEST", 1e9)

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        for _ in range(3):
            await kiosk.keys("right")
            await kiosk.pilot.pause(0.1)
        assert kept_in(office_home / "backups") == []  # while keys come, it waits
        await kiosk.until(lambda: kept_in(office_home / "backups") != [])

    at_the_kiosk(office_home, visit)


def test_the_kiosk_backs_up_by_itself_although_somebody_types_on_and_on(
    office_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chores, "BACKUP_AFTER", 0.01)
    monkeypatch.setattr(chores, "BACKUP_PAUSE", 1e9)
    monkeypatch.setattr(chores, "BACKUP_LATEST", 0.0)

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.until(lambda: kept_in(office_home / "backups") != [])

    at_the_kiosk(office_home, visit)
