"""Sample offices, made once for all tests that only look at them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ppid_tui.demo.build import make_demo
from ppid_tui.desk.office import Office, open_office

TODAY = date(2026, 7, 15)


def make(home: Path, office: str = "adpim", documents: int = 60, seed: int = 2026) -> None:
    for _ in make_demo(home, office, documents, seed, TODAY):
        pass


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("adpim")
    make(folder)
    return folder


@pytest.fixture(scope="module")
def office(home: Path) -> Iterator[Office]:
    opened = open_office(home)
    yield opened
    opened.close()
