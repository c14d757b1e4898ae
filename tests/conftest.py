"""What tests of every room share: a small real office, made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ppid_tui.demo.build import make_demo
from ppid_tui.desk.office import Office, open_office
from tests.small_office import make_office


@pytest.fixture(scope="session")
def _made_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kantor")
    return make_office(folder / "home", folder / "softcopy")


@pytest.fixture
def office_home(_made_office: Path, tmp_path: Path) -> Path:
    """The data home of a small office of one's own; see tests/small_office.py for who and what is in it."""
    return Path(shutil.copytree(_made_office, tmp_path / "home"))


@pytest.fixture
def office(office_home: Path) -> Iterator[Office]:
    """The same office, open."""
    opened = open_office(office_home)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office ``adpim`` of 60 documents, for tests that only look at it."""
    home = tmp_path_factory.mktemp("contoh") / "home"
    for _ in make_demo(home, "adpim", today=date(2026, 7, 15)):
        pass
    return home


@pytest.fixture(autouse=True)
def _no_paper_wasted(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may print on the printer of whoever runs it."""
    monkeypatch.setenv("PPID_NO_PRINTER", "1")


@pytest.fixture(autouse=True)
def _no_home_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test may touch the data of whoever runs it."""
    monkeypatch.delenv("PPID_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
