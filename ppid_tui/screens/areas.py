"""The work areas and their keys. A screen is imported when its area is first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from textual.screen import Screen

SIGN_IN = "masuk"
HOME = "beranda"
STEPS = "langkah"
FIND = "cari"
REQUESTS = "permohonan"
INCOMING = "dokumen_masuk"
ARCHIVE = "arsip"
CITIZEN = "pemohon"
LOCK = "terkunci"


@dataclass(frozen=True)
class Area:
    """A place that a function key leads to; ``short`` is its name in the top line."""

    mode: str
    key: str
    title: str
    short: str


AREAS = (
    Area(STEPS, "f2", "Pekerjaan Saya", "Pekerjaan"),
    Area(FIND, "f3", "Cari Dokumen", "Cari"),
    Area(REQUESTS, "f4", "Permohonan Informasi Publik", "Permohonan"),
    Area(INCOMING, "f5", "Dokumen Masuk", "Masuk"),
    Area(ARCHIVE, "f6", "Arsip", "Arsip"),
)


def _later(module: str, name: str) -> Callable[[], Screen[object]]:
    def make() -> Screen[object]:
        screen: Screen[object] = getattr(import_module(f"ppid_tui.screens.{module}"), name)()
        return screen

    return make


MODES: dict[str, str | Callable[[], Screen[object]]] = {
    SIGN_IN: _later("sign_in", "SignInScreen"),
    LOCK: _later("lock", "LockScreen"),
    HOME: _later("home", "HomeScreen"),
    STEPS: _later("steps", "StepsScreen"),
    FIND: _later("find", "FindScreen"),
    CITIZEN: _later("find", "FindScreen"),
    REQUESTS: _later("requests", "RequestsScreen"),
    INCOMING: _later("incoming", "IncomingScreen"),
    ARCHIVE: _later("archive", "ArchiveScreen"),
}
