"""The house: which room may know which, what is loaded when, and that all of it is packed."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("archive", "index", "ppid_tui")
HEAVY = ("whoosh", "numpy", "pdfminer", "docx", "reportlab", "xlsxwriter", "PIL")
FACES = ("screens", "widgets", "cli", "commands", "app", "themes", "__main__")
STORES = ("tinydb", "whoosh", "pdfminer", "docx", "reportlab", "xlsxwriter")

Import = tuple[str, str]
"""Who imports what, as dotted names."""


def modules() -> Iterator[Path]:
    """Every Python file of the house."""
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("*.py"))


def dotted(path: Path) -> str:
    """The name under which a file is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> Iterator[Import]:
    """All imports of a file, also those inside functions and those for the type checker alone."""
    me = dotted(path)
    package = me if path.name == "__init__.py" else me.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((me, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((me, f"{source}.{alias.name}") for alias in node.names)


ALL = [pair for path in modules() for pair in imports_of(path)]


def within(name: str, *parts: str) -> bool:
    """Whether a dotted name is one of these or inside of it."""
    return any(name == part or name.startswith(part + ".") for part in parts)


def wrong(whose: tuple[str, ...], what: tuple[str, ...]) -> list[Import]:
    """Imports by these of those."""
    return [(me, other) for me, other in ALL if within(me, *whose) and within(other, *what)]


def faces(*names: str) -> tuple[str, ...]:
    """Modules of ppid_tui."""
    return tuple(f"ppid_tui.{name}" for name in names)


def test_imports_are_seen_wherever_they_stand() -> None:
    assert ("ppid_tui.cli", "ppid_tui.commands.care.verify") in ALL
    assert ("index.extract", "index.extract.service.extract") in ALL


def test_archive_and_index_never_meet() -> None:
    assert wrong(("archive",), ("index",)) == []
    assert wrong(("index",), ("archive",)) == []


def test_nobody_but_itself_imports_the_face() -> None:
    assert wrong(("archive", "index"), ("ppid_tui",)) == []


def test_only_the_screens_know_the_terminal() -> None:
    allowed = faces("app", "screens", "widgets", "themes")
    assert [pair for pair in wrong(ROOMS, ("textual", "rich")) if not within(pair[0], *allowed)] == []


def test_desk_and_printouts_know_no_face() -> None:
    assert wrong(faces("desk", "printouts"), faces(*FACES)) == []


def test_screens_touch_no_store_and_no_paper_themselves() -> None:
    assert wrong(faces("screens", "widgets", "app", "themes"), STORES) == []


def test_screens_reach_documents_only_through_the_desk() -> None:
    assert wrong(faces("screens", "widgets", "app"), ("archive.records", "archive.journal", "archive.table")) == []
    assert wrong(faces("screens", "widgets", "app"), ("index.engine", "index.store", "index.extract")) == []


def test_whoosh_stays_behind_one_adapter() -> None:
    assert [pair for pair in wrong(ROOMS, ("whoosh",)) if not within(pair[0], "index")] == []


def loaded_by(code: str) -> set[str]:
    """Which packages a fresh interpreter has loaded after this code."""
    program = f"import sys\n{code}\nprint(*{{name.split('.')[0] for name in sys.modules}}, file=sys.stderr)"
    command = [sys.executable, "-c", program]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr
    return set(ended.stderr.split())


FIRST_PAINT = """
import asyncio
from pathlib import Path
from ppid_tui.app import KioskApp

async def show():
    app = KioskApp(Path({home!r}))
    async with app.run_test(size=(80, 24)) as pilot:
        while app.office is None:
            await pilot.pause(0.01)
        await pilot.pause()
        assert "{sign}" in "".join(str(w.render()) for w in app.screen.query("Static"))

asyncio.run(show())
"""


def test_help_loads_neither_terminal_nor_stores() -> None:
    code = "from ppid_tui.cli import main; main(['--help']); main(['search', '--help'])"
    assert loaded_by(code).isdisjoint({"textual", "rich", "msgspec", "tinydb", *HEAVY})


@pytest.mark.parametrize("module", ["ppid_tui.app", "ppid_tui.screens.sign_in", "ppid_tui.desk.opening"])
def test_the_sign_in_screen_is_imported_without_heavy_libraries(module: str) -> None:
    assert loaded_by(f"import {module}").isdisjoint(HEAVY)


def test_the_sign_in_screen_is_painted_and_the_office_opened_without_heavy_libraries(
    office_home: Path,
) -> None:
    code = FIRST_PAINT.format(home=str(office_home), sign="Siapa yang bertugas")
    loaded = loaded_by(code)
    assert "textual" in loaded and loaded.isdisjoint(HEAVY)


def test_every_package_is_listed() -> None:
    listed = set(_pyproject()["tool"]["setuptools"]["packages"])
    there = {dotted(path) for path in modules() if path.name == "__init__.py"}
    assert listed == there
    assert {dotted(path.parent / "__init__.py") for path in modules()} == there


def test_every_data_file_is_packed() -> None:
    packed: dict[str, list[str]] = _pyproject()["tool"]["setuptools"]["package-data"]
    data = [f for room in ROOMS for f in (ROOT / room).rglob("*") if f.is_file() and f.suffix in DATA]
    assert {file.suffix for file in data} == DATA
    assert [str(file) for file in data if not _is_packed(file, packed)] == []


DATA = {".toml", ".tcss", ".md", ".html"}


def _is_packed(file: Path, packed: dict[str, list[str]]) -> bool:
    return any(
        fnmatch(file.relative_to(ROOT / package).as_posix(), pattern.replace("**/", "*"))
        for package, patterns in packed.items()
        for pattern in patterns
        if file.is_relative_to(ROOT / package)
    )


def _pyproject() -> dict[str, dict[str, dict[str, Any]]]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
