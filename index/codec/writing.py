"""A segment written at once: its words inverted by one sort, other segments merged in as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from whoosh.codec.base import FieldWriter as WhooshFieldWriter
from whoosh.writing import SegmentWriter

from index.codec.files import checksum
from index.codec.inverting import Inversion, Words, as_it_is
from index.codec.lexicon import LEXICON, section_of, write_lexicons
from index.codec.merging import Part, merged
from index.codec.numbers import Ints
from index.codec.reading import MAGIC, POSTINGS, TermsReader
from index.codec.records import Extents, encode

Item = tuple[str, bytes, int, float, bytes]
"""A posting as Whoosh passes it on: field, term, document, weight, encoded positions. Weights are not kept."""


class FieldWriter(WhooshFieldWriter):  # type: ignore[misc]
    """Writes postings and lexicon of a segment; files are made only when there is something to write."""

    def __init__(self, storage: Any, segment: Any) -> None:  # noqa: ANN401 - Whoosh is untyped
        self._storage, self._segment = storage, segment
        self.is_closed = False

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Item]) -> None:  # noqa: ANN401
        """Whoosh's own way in."""
        pool = Pool(schema)
        last = -1
        for item in items:
            pool.add(item)
            last = max(last, item[2])
        self.write(pool.parts(last + 1))

    def write(self, parts: Sequence[Part]) -> None:
        """All fields of the parts, which may lie in segments that are to go."""
        sections: dict[str, tuple[bytes, int, int]] = {}
        with self._segment.create_file(self._storage, POSTINGS) as file:
            file.write(MAGIC)
            at = len(MAGIC)
            for name in sorted({name for part in parts for name in part.source.fields()}):
                words, rows, size = self._write_field(file, parts, name)
                sections[name] = (section_of(words, rows), len(words), at)
                at += size
        self._write_lexicons(sections)

    def close(self) -> None:
        self.is_closed = True

    def _write_field(self, file: Any, parts: Sequence[Part], name: str) -> tuple[list[str], Extents, int]:  # noqa: ANN401
        words: list[str] = []
        rows: list[Extents] = []
        size = 0
        for some, run in merged(parts, name):
            data, its_rows = encode(run)
            file.write(data)
            words += some
            rows.append(its_rows)
            size += len(data)
        columns = [np.concatenate(column) for column in zip(*(vars(one).values() for one in rows), strict=True)]
        return words, Extents(*columns), size

    def _write_lexicons(self, sections: dict[str, tuple[bytes, int, int]]) -> None:
        prefix = self._segment.segment_id()
        names = [name for name in self._segment.list_files(self._storage) if not name.endswith(LEXICON)]
        files = {name.removeprefix(prefix): checksum(self._storage, name) for name in names}
        with self._segment.create_file(self._storage, LEXICON) as file:
            write_lexicons(file, sections, files)


class Pool:
    """What a segment is to hold: what was added to it, then the segments that are merged into it."""

    def __init__(self, schema: Any) -> None:  # noqa: ANN401
        self._schema = schema
        self._inversion = Inversion()
        self._merged: list[tuple[TermsReader, Ints]] = []

    def add(self, item: Item) -> None:
        """One posting, as Whoosh gives it."""
        field, term, doc, _, value = item
        format_ = self._schema[field].format
        positions = np.array(format_.decode_positions(value)) if format_.supports("positions") else None
        forms = [term.decode("utf-8")] * (1 if positions is None else len(positions))
        self._inversion.add(field, as_it_is, doc, forms, positions)

    def add_words(self, field: str, doc: int, words: Words) -> None:
        """All words of one field of a document. Raises ValueError after a segment was merged in."""
        if self._merged:
            raise ValueError("documents come before the segments that are merged")
        self._inversion.add(field, self._schema[field].form, doc, words.forms, words.positions)

    def join(self, reader: TermsReader, numbers: Ints) -> None:
        """A segment, and the numbers that its documents get."""
        self._merged.append((reader, numbers))

    def parts(self, docs: int) -> list[Part]:
        """All of it; so many documents were added one by one."""
        return [Part(self._inversion, np.arange(docs)), *(Part(reader, numbers) for reader, numbers in self._merged)]

    def iter_postings(self) -> Iterator[Item]:
        raise NotImplementedError("postings are written as arrays")

    def cleanup(self) -> None:
        """Let go of the segments that were merged."""
        for reader, _ in self._merged:
            reader.close()
        self._merged.clear()


class ArrayWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer, but for postings, which go into the segment as arrays."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.pool = Pool(self.schema)
        self._own = 0

    def add_document(self, **fields: Any) -> None:  # noqa: ANN401
        doc = self.docnum
        words = {name: value for name, value in fields.items() if isinstance(value, Words)}
        super().add_document(**{name: value for name, value in fields.items() if name not in words})
        for name, value in words.items():
            self.pool.add_words(name, doc, value)
        self._own = self.docnum

    def add_reader(self, reader: Any) -> None:  # noqa: ANN401
        first = self.docnum
        mapping = self.write_per_doc(set(self.schema.names()), reader)
        numbers = np.arange(first, first + reader.doc_count_all())
        if mapping is not None:
            numbers[:] = -1
            numbers[list(mapping)] = list(mapping.values())
        self.pool.join(self.codec.terms_reader(self.storage, reader.segment()), numbers)
        self._added = True

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        self.fieldwriter.write(self.pool.parts(self._own))
        self.fieldwriter.close()
