"""The two indexes of an office: what may be shown, and the exempt apart. Opened when first needed.

Both are expendable: each remembers the last change of the archive that it has taken in, and catches up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from archive.model import Document, InformationClass
from archive.records import Records
from archive.texts import Texts
from ppid_tui.desk.one_index import OneIndex
from ppid_tui.desk.progress import Progress

if TYPE_CHECKING:
    from index.engine import Engine
    from index.everyday import Everyday

T = TypeVar("T")


class Indexes:
    """``index/public`` and ``index/exempt`` of the data home.

    ``patient``: whoever asks waits until all is taken in. The kiosk is not: there an index that must be
    made anew is made aside, and the search answers from what is in already.
    ``words``: the office's own file of everyday words, there or not.
    """

    def __init__(self, folder: Path, records: Records, texts: Texts, words: Path) -> None:
        self.patient = True
        self._words = words
        self._public = OneIndex(
            folder / "public", records, texts, lambda document: not _is_exempt(document), self._table
        )
        self._exempt = OneIndex(folder / "exempt", records, texts, _is_exempt, self._table)

    @cached_property
    def everyday(self) -> Everyday:
        """Other words for what is typed, as this office has them."""
        from index.everyday import of_office  # takes a moment, and is not needed before the first search

        return of_office(self._words)

    @property
    def under_way(self) -> Progress | None:
        """How far the making of the public index is; None where it is whole. Of the exempt nothing is told."""
        return self._public.under_way

    def public(self) -> Engine:
        """Documents of every class but the exempt, caught up with the archive."""
        return self._public.caught_up()

    def exempt(self) -> Engine:
        """Exempt documents alone; only for who may ``see_exempt``."""
        return self._exempt.caught_up()

    def ask(self, question: Callable[[Engine], T], exempt: bool = False) -> T:
        """Ask an index. One that fails is built anew from the archive's texts, and asked once more."""
        index = self._exempt if exempt else self._public
        engine = self._ready(index)
        try:
            return question(engine)
        except Exception:  # whatever a damaged file makes of Whoosh
            index.throw_away()
            return question(self._ready(index))

    def catch_up(self) -> Iterator[Progress]:
        """Take in every change since the last one taken in, batch by batch; what is long goes on aside."""
        for index in (self._public, self._exempt):
            if self.patient:
                yield from index.catch_up()
            else:
                index.at_hand()

    def rebuild(self) -> Iterator[Progress]:
        """Build both anew from the archive's texts; no file is read again."""
        for index in (self._public, self._exempt):
            yield from index.rebuild()

    def close(self) -> None:
        """Close what was opened."""
        self._public.close()
        self._exempt.close()

    def _table(self) -> Everyday:
        return self.everyday

    def _ready(self, index: OneIndex) -> Engine:
        return index.caught_up() if self.patient else index.at_hand()


def progress_words(under_way: Progress | None) -> str:
    """How far the index is, for who searches meanwhile; '' where it is whole."""
    if under_way is None:
        return ""
    done, total = (f"{number:,}".replace(",", ".") for number in (under_way.done, under_way.total))
    return f"Indeks pencarian sedang disusun: baru {done} dari {total} dokumen dapat dicari."


def _is_exempt(document: Document) -> bool:
    return document.information_class is InformationClass.DIKECUALIKAN
