"""The process that reads: ``python -m index.extract.child``.

A line of JSON on stdin asks for a file, from a page on; lines of JSON on stdout answer, one a page.
It may be killed at any time.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from .limits import PAGE_SECONDS, arm, disarm, layout_seconds, limit_self, open_seconds
from .model import DOCX, PDF, Reason, Unreadable
from .reading import Crowd, PageRead
from .recognise import MAX_BYTES, media_type, open_file, refusal

_GRACE = 5.0  # The parent's own deadline comes first: it knows why it ends the child.


def main() -> None:
    """Answers requests until stdin ends."""
    limit_self()
    _hush()
    out = sys.stdout
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stdout = nowhere  # A library that prints must not speak in our place.
        _say(out, {"ready": True})
        for line in sys.stdin:
            request = json.loads(line)
            _serve(Path(request["path"]), request["first"], out, nowhere)


def _hush() -> None:
    """Keeps libraries quick and quiet: a twelfth of the time went into what nobody hears, and into tidying up."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    # Asking whether anybody hears costs pdfminer more than most of its work on a character.
    setattr(logging.Logger, "debug", lambda *_, **__: None)  # noqa: B010 - to mypy it is a method
    gc.set_threshold(100_000, 50, 100)


def _serve(path: Path, first: int, out: TextIO, nowhere: TextIO) -> None:
    arm(open_seconds(MAX_BYTES) + _GRACE, nowhere)
    for answer in answers(path, first):
        _say(out, answer)
        arm(PAGE_SECONDS + layout_seconds(answer.get("chars", 0)) + _GRACE, nowhere)
    disarm()


def _say(out: TextIO, answer: dict[str, Any]) -> None:
    out.write(json.dumps(answer) + "\n")
    out.flush()


def answers(path: Path, first: int = 0) -> Iterator[dict[str, Any]]:
    """What is said about one file: its start, its pages from ``first`` (counted from 0), and how it ended."""
    try:
        with open_file(path) as file:
            yield from _read(file, first)
        yield {"end": ""}
    except Unreadable as problem:
        yield {"end": problem.reason}
    except MemoryError:
        yield {"end": Reason.TOO_HEAVY}
    except PermissionError:
        yield {"end": Reason.LOCKED}
    except OSError:
        yield {"end": Reason.TROUBLE}
    except Exception:
        yield {"end": Reason.DAMAGED}


def _read(file: BinaryIO, first: int) -> Iterator[dict[str, Any]]:
    found = media_type(file)
    reason = refusal(found)
    if reason:
        raise Unreadable(reason)
    if found == PDF:
        yield from _read_pdf(file, first)
    elif found == DOCX:
        yield from _read_docx(file)
    else:
        yield _start(found, 0)


def _start(found: str, total: int | None, unit: str = "halaman", **more: bool) -> dict[str, Any]:
    return {"type": found, "total": total, "unit": unit, "signed": False, "salvaged": False, **more}


def _page(page: PageRead | Crowd) -> dict[str, Any]:
    return {"chars": page.chars} if isinstance(page, Crowd) else {"text": page.text, "state": page.state}


def _read_pdf(file: BinaryIO, first: int) -> Iterator[dict[str, Any]]:
    from .pdf import claimed_pages, is_signed, open_pdf, read_pages
    from .salvage import Salvaged

    document = open_pdf(file)
    salvaged = isinstance(document, Salvaged)
    yield _start(PDF, claimed_pages(document), signed=is_signed(file), salvaged=salvaged)
    yield from map(_page, read_pages(document, first))


def _read_docx(file: BinaryIO) -> Iterator[dict[str, Any]]:
    from .docx import read_sections

    yield _start(DOCX, None, unit="bagian")
    yield from (_page(PageRead(text)) for text in read_sections(file))


if __name__ == "__main__":
    main()
