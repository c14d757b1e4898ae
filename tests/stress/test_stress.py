"""The stress scripts in small: the store passes, and the store without a safeguard does not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is of POSIX")

SCRIPTS = [
    ("kill", 8),
    ("two_writers", 6),
    ("tail", 40),
    pytest.param("full_disk", 1, marks=POSIX),  # of one round none is on a mounted disk
]


def stressed(script: str, rounds: int, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", f"tests.stress.{script}", "--rounds", str(rounds), *more]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)


@pytest.mark.parametrize(("script", "rounds"), SCRIPTS)
def test_nothing_is_lost(script: str, rounds: int) -> None:
    run = stressed(script, rounds)
    assert "lost 0, unreadable 0" in run.stdout, run.stderr
    assert run.returncode == 0


@pytest.mark.parametrize(("script", "rounds"), SCRIPTS)
def test_without_a_safeguard_it_is_seen_to_lose(script: str, rounds: int) -> None:
    run = stressed(script, rounds, "--control")
    assert ": rounds" in run.stdout, run.stderr
    assert run.returncode == 1
