"""The kiosk as one sees it who types: keys in, and what stands in the box, in the list and on the page beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from ppid_tui.demo.pins import SamplePin
from tests.benchmarks.terminal import PATIENCE, NotPainted, Picture, Rows, Terminal
from tests.benchmarks.typed_queries import Typed

EVERY = 0.12
"""Seconds from key to key: a quick typist."""
CALM = 0.4
"""Seconds for which results must stand as they are to count as painted."""
OPENING = 30.0
DOWN, BACKSPACE, F3, F5, F8 = "\x1b[B", "\x7f", "\x1bOR", "\x1b[15~", "\x1b[19~"
BOX, ANSWERS, BETWEEN = 2, slice(4, 23), "│"
SCROLLBAR, CUT_OFF = " ▁▂▃▄▅▆▇█", "…"
NOTHING_TYPED, EMPTY_BOX = "dokumen, terbaru di atas", "Ketik kata, nomor surat"


@dataclass(frozen=True)
class Typing:
    """A query as it was typed: when each key was pressed, and every picture from before the first one."""

    text: str
    pressed: tuple[float, ...]
    painted: tuple[Picture, ...]

    def echoes(self) -> list[float]:
        """Seconds from each key to its letter in the box; a space shows nothing."""
        return [self._echo(n) for n, letter in enumerate(self.text) if letter != " "]

    def since_last_key(self, part: Callable[[Rows], Rows]) -> float:
        """Seconds from the last key until this part stood as it stands at the end. Raises NotPainted."""
        final, stood = part(self.painted[-1].rows), self.painted[-1].at
        for picture in reversed(self.painted):
            if part(picture.rows) != final:
                return stood - self.pressed[-1]
            stood = picture.at
            if stood <= self.pressed[-1]:
                break
        raise NotPainted(f"what {self.text!r} finds stood before it was typed: {final}")

    def _echo(self, place: int) -> float:
        for picture in self.painted:
            shown = box(picture.rows)
            if picture.at > self.pressed[place] and self.text.startswith(shown) and len(shown) > place:
                return picture.at - self.pressed[place]
        raise NotPainted(f"letter {place + 1} of {self.text!r} never stood in the box")


def sign_in(terminal: Terminal, pin: SamplePin, place: int) -> None:
    """Sign in who stands at this place of the list, and go to the search. Raises NotPainted."""
    terminal.wait("CONTOH:", OPENING)
    terminal.press(DOWN * place + "\r")
    terminal.wait(f"{pin.name} · PIN {pin.pin}")
    terminal.wait("Ketik PIN Anda")
    terminal.press(pin.pin)
    terminal.wait(EMPTY_BOX)
    terminal.press(F3)
    terminal.wait(NOTHING_TYPED, OPENING)


def take_in(terminal: Terminal) -> None:
    """Begin to take in all that lies in the incoming folder, and go back to the search."""
    terminal.press(F5)
    terminal.wait("Letakkan softcopy di")
    terminal.press(F8)
    terminal.wait("Esc berhenti", OPENING)
    terminal.press(F3)
    terminal.wait("Ctrl+R terbaru")


def type_in(terminal: Terminal, text: str) -> Typing:
    """Empty the box and type, whatever the screen does meanwhile. Raises NotPainted."""
    terminal.press(F3)
    terminal.press(BACKSPACE)
    terminal.wait(EMPTY_BOX)
    terminal.wait(NOTHING_TYPED)
    terminal.watch(perf_counter() + CALM)
    painted, pressed = [terminal.picture], [perf_counter()]
    for letter in text:
        painted += terminal.watch(pressed[0] + len(pressed) * EVERY)
        pressed.append(terminal.press(letter))
    painted += terminal.wait_for(lambda rows: box(rows) == text, f"{text!r} in the box")
    return Typing(text, tuple(pressed[1:]), tuple(painted))


def search(terminal: Terminal, query: Typed) -> Typing:
    """Type it, and watch until its own results stand and stay. Raises NotPainted."""
    typing = type_in(terminal, query.text)
    came = terminal.wait_for(lambda rows: answered(rows, query), f"{query.count}: {query.title!r}")
    stayed = _until_calm(terminal)
    if not answered(terminal.picture.rows, query):
        raise NotPainted(f"what {query.text!r} finds went again; there stands:\n{terminal.text()}")
    return Typing(query.text, typing.pressed, (*typing.painted, *came, *stayed))


def box(rows: Rows) -> str:
    """What stands in the search box."""
    return rows[BOX].strip(f"{BETWEEN} ")


def hits(rows: Rows) -> Rows:
    """The lines beneath the box, and the list; its scrollbar aside, which tells of what is not in sight."""
    return tuple(row.partition(BETWEEN)[0].rstrip(SCROLLBAR) for row in rows[ANSWERS])


def page(rows: Rows) -> Rows:
    """The same, with the page beside it."""
    return tuple(
        left + row.partition(BETWEEN)[2].rstrip(SCROLLBAR) for left, row in zip(hits(rows), rows[ANSWERS], strict=True)
    )


def answered(rows: Rows, query: Typed) -> bool:
    """Whether what stands there are the results of this query, and of no other."""
    counted = any(row.strip().startswith(query.count) for row in hits(rows))
    first = next((row.partition(BETWEEN)[0].strip(SCROLLBAR + CUT_OFF) for row in rows[ANSWERS] if BETWEEN in row), "")
    return counted and first != "" and query.title.startswith(first)


def _until_calm(terminal: Terminal) -> list[Picture]:
    painted, until = list[Picture](), perf_counter() + PATIENCE
    while perf_counter() < until:
        before = page(terminal.picture.rows)
        painted += terminal.watch(perf_counter() + CALM)
        if page(terminal.picture.rows) == before:
            return painted
    raise NotPainted(f"results do not come to rest; there stands:\n{terminal.text()}")
