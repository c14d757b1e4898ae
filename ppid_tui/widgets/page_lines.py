"""The lines of a page, word by word: what is marked is to be blacked out."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ppid_tui.desk.page_marks import Line, Word

WHOLE = -1


class PageLines(OptionList):
    """Up and down choose a line, left and right a word in it; with none chosen Space marks the whole line."""

    DEFAULT_CSS = """
    PageLines { border: none; padding: 0 1; background: $background; scrollbar-gutter: stable; }
    PageLines:focus { border: none; }
    PageLines > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
    PageLines:focus > .option-list--option-highlighted {
        background: $primary 20%; color: $foreground; text-style: none;
    }
    """
    BINDINGS = [
        Binding("space,enter", "mark", "Hitamkan", key_display="Spasi"),
        Binding("right", "word(1)", "Per kata", key_display="←→"),
        Binding("left", "word(-1)", show=False),
    ]

    class Marked(Message):
        """These words are to be marked, or let go."""

        def __init__(self, words: Line) -> None:
            super().__init__()
            self.words = words

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, markup=False)
        self._of_page: list[Line] = []
        self._is_marked: Callable[[Word], bool] = lambda word: False
        self._word = WHOLE

    def show_lines(self, lines: list[Line], is_marked: Callable[[Word], bool], from_top: bool = False) -> None:
        """Show these lines; the cursor stays, unless another page begins."""
        at = 0 if from_top else min(self.highlighted or 0, max(len(lines) - 1, 0))
        if from_top:
            self._word = WHOLE
        self._of_page, self._is_marked = lines, is_marked
        self.set_options(Option(self._row(number, at)) for number in range(len(lines)))
        self.highlighted = at if lines else None

    @property
    def here(self) -> Line:
        """The words on which the cursor stands: one, or those of the line."""
        if self.highlighted is None or self.highlighted >= len(self._of_page):
            return ()
        line = self._of_page[self.highlighted]
        return line if self._word == WHOLE else line[self._word : self._word + 1]

    def action_mark(self) -> None:
        """Mark, or let go."""
        if self.here:
            self.post_message(self.Marked(self.here))

    def action_word(self, direction: int) -> None:
        """To the next word of the line; before the first is the line as a whole."""
        if self.highlighted is not None and self._of_page:
            last = len(self._of_page[self.highlighted]) - 1
            self._word = min(max(self._word + direction, WHOLE), last)
            self._draw(self.highlighted)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Another line begins with all of it."""
        if self._word != WHOLE:
            self._word = WHOLE
            for number in range(len(self._of_page)):
                self._draw(number)
        super().watch_highlighted(highlighted)

    def _draw(self, number: int) -> None:
        if number < self.option_count:
            self.replace_option_prompt_at_index(number, self._row(number, self.highlighted))

    def _row(self, number: int, highlighted: int | None) -> Content:
        word = self._word if number == highlighted else WHOLE
        parts = (self._styled(one, at == word) for at, one in enumerate(self._of_page[number]))
        return Content(" ").join(parts)

    def _styled(self, word: Word, chosen: bool) -> Content:
        marked = self._is_marked(word)
        text = f"[{word.text}]" if marked else word.text
        style = " ".join(filter(None, ("reverse" if marked else "", "bold underline $accent" if chosen else "")))
        return Content.styled(text, style) if style else Content(text)
