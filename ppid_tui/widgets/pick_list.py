"""Rows with a box each: Space ticks, A ticks all or none; of many rows those that have the words one types."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ppid_tui.widgets.hanging import Hanging

MOST = 300
"""Rows that are drawn at once; the others are found by their words."""


@dataclass(frozen=True)
class Pick:
    """A row: its ``key``, what it says, and a quiet line beneath."""

    key: int
    words: str
    beside: str = ""


class PickList(OptionList):
    """Literal text throughout; ``picked`` are the keys of the rows that are ticked, in their order."""

    DEFAULT_CSS = """
    PickList { border: none; padding: 0 1; background: $background; height: 1fr; }
    PickList:focus { border: none; }
    PickList > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
    PickList:focus > .option-list--option-highlighted {
        background: $primary; color: $background; text-style: none;
    }
    """
    BINDINGS = [
        Binding("space,enter", "tick", "Pilih", key_display="Spasi"),
        Binding("a", "tick_all", "Semua", key_display="A"),
    ]

    class Changed(Message):
        """Other rows are ticked now."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, markup=False)
        self._picks: tuple[Pick, ...] = ()
        self._shown: tuple[Pick, ...] = ()
        self._words: list[str] = []
        self._ticked: set[int] = set()

    @property
    def picks(self) -> tuple[Pick, ...]:
        """Every row."""
        return self._picks

    @property
    def picked(self) -> list[int]:
        """The keys of the rows that are ticked."""
        return [one.key for one in self._picks if one.key in self._ticked]

    def show_picks(self, picks: Sequence[Pick], ticked: Collection[int]) -> None:
        """Show these rows, some of them ticked; the cursor stays where it was."""
        self._picks, self._ticked = tuple(picks), set(ticked)
        self._draw()

    def narrow(self, words: str) -> None:
        """Draw only rows with all these words; what is ticked elsewhere stays ticked."""
        self._words = words.casefold().split()
        self.highlighted = None
        self._draw()

    def action_tick(self) -> None:
        """Tick the row, or clear it."""
        if self.highlighted is not None and self.highlighted < len(self._shown):
            one = self._shown[self.highlighted]
            self._ticked ^= {one.key}
            self.replace_option_prompt_at_index(self.highlighted, self._row(one))
            self.post_message(self.Changed())

    def action_tick_all(self) -> None:
        """Tick every row with the words that are typed; where all are ticked, none."""
        keys = {one.key for one in self._matching()}
        self._ticked = self._ticked - keys if keys <= self._ticked else self._ticked | keys
        self._draw()

    def _matching(self) -> list[Pick]:
        said = ((one, f"{one.words} {one.beside}".casefold()) for one in self._picks)
        return [one for one, text in said if all(word in text for word in self._words)]

    def _draw(self) -> None:
        at, matching = self.highlighted or 0, self._matching()
        self._shown = tuple(matching[:MOST])
        rest = len(matching) - len(self._shown)
        rows = [Option(self._row(one)) for one in self._shown]
        more = [Option(Content(f"… dan {rest} lagi: F7 menyaring"), disabled=True)] if rest else []
        self.set_options([*rows, *more])
        self.highlighted = min(at, len(rows) - 1) if rows else None
        self.post_message(self.Changed())

    def _row(self, one: Pick) -> Hanging:
        mark = Content(f"[{'x' if one.key in self._ticked else ' '}] ")
        rows = [Content(one.words), *([Content.styled(one.beside, "dim")] if one.beside else [])]
        return Hanging(rows, mark, 4)
