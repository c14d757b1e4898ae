"""A Whoosh codec of our own: postings as arrays, one record a term, read where they lie.

Schema, segments, tables of contents, locks, commits and columns are Whoosh's, and so is every query over them.
Whoosh reads and writes posting by posting; here a segment is inverted by one sort, merged by joining arrays, and a
term read in one piece.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3Codec

from index.codec.files import Damaged, checksum
from index.codec.lexicon import Lexicon, Lexicons
from index.codec.reading import TermsReader
from index.codec.records import PAGE_SHIFT, Record
from index.codec.writing import ArrayWriter, FieldWriter

__all__ = ["PAGE_SHIFT", "ArrayWriter", "Damaged", "Lexicon", "Lexicons", "OfficeCodec", "Record", "TermsReader"]


class OfficeCodec(W3Codec):  # type: ignore[misc]
    """Columns and stored fields as Whoosh has them, terms and postings our own way. Field lengths are not kept."""

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:  # noqa: ANN401 - Whoosh is untyped
        return FieldWriter(storage, segment)

    def terms_reader(self, storage: Any, segment: Any) -> TermsReader:  # noqa: ANN401
        return TermsReader(storage, segment)


def damaged_files(storage: Any, segment: Any) -> list[str]:  # noqa: ANN401
    """Files of a segment that are not what was written, or not there; all of them are read whole."""
    try:
        reader = TermsReader(storage, segment)
    except (OSError, Damaged, ValueError) as error:
        return [Path(str(getattr(error, "filename", None) or error)).name]
    try:
        list(reader.lexicons.values())
        written = reader.lexicons.directory["files"]
    except Damaged as error:
        return [str(error)]
    finally:
        reader.close()
    names = ((segment.make_filename(ending), known) for ending, known in written.items())
    return [name for name, known in names if not storage.file_exists(name) or checksum(storage, name) != known]
