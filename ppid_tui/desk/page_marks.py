"""What an officer has marked to be blacked out, page by page, with each step to be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from archive.blackouts import Box
from index.extract.picture import PlacedWord
from ppid_tui.desk.public_copy import box_of, found_words

Word = PlacedWord
Line = tuple[Word, ...]


@dataclass
class PageMarks:
    """The words of each page, and the boxes over them; ``kept`` are the boxes as the record has them."""

    words: list[list[Word]]
    boxes: tuple[Box, ...] = ()
    kept: tuple[Box, ...] = ()
    _before: list[tuple[Box, ...]] = field(default_factory=list)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.words)

    def lines(self, page: int) -> list[Line]:
        """The lines of a page (from 1)."""
        return [tuple(line) for _, line in groupby(self.words[page - 1], key=lambda word: word.line)]

    def on(self, page: int) -> list[Box]:
        """The boxes of a page."""
        return [box for box in self.boxes if box.page == page]

    def is_marked(self, word: Word, page: int) -> bool:
        """Whether a box lies over the middle of this word."""
        return any(_covers(box, word) for box in self.on(page))

    def toggle(self, words: Sequence[Word], page: int) -> None:
        """Mark these words; where all of them are, let them go."""
        if all(self.is_marked(word, page) for word in words):
            self._become(b for b in self.boxes if b.page != page or not any(_covers(b, word) for word in words))
        else:
            new = (box_of(word, page) for word in words if not self.is_marked(word, page))
            self._become((*self.boxes, *new))

    def add(self, boxes: Iterable[Box]) -> int:
        """Mark further boxes; returns how many are new."""
        before = len(self.boxes)
        self._become(dict.fromkeys((*self.boxes, *boxes)))
        return len(self.boxes) - before

    def mark_all(self, sought: str) -> int:
        """Mark these words wherever they stand; returns how many words are newly marked."""
        return self.add(found_words(self.words, sought))

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        if not self._before:
            return False
        self.boxes = self._before.pop()
        return True

    def _become(self, boxes: Iterable[Box]) -> None:
        new = tuple(boxes)
        if new != self.boxes:
            self._before.append(self.boxes)
            self.boxes = new


def _covers(box: Box, word: Word) -> bool:
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box.left <= across <= box.right and box.top <= down <= box.bottom
