"""The process that reads: ``python -m index.extract.child``.

A line of JSON on stdin asks for a file, lines of JSON on stdout answer, one a page.
It may be killed at any time.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from .limits import OPEN_SECONDS, PAGE_SECONDS, arm, disarm, limit_self
from .model import DOCX, PDF, Reason, Unreadable
from .reading import PageRead
from .recognise import media_type, open_file, refusal

_GRACE = 5.0  # The parent's own deadline comes first: it knows why it ends the child.


def main() -> None:
    """Answers requests until stdin ends."""
    limit_self()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    out = sys.stdout
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        sys.stdout = nowhere  # A library that prints must not speak in our place.
        _say(out, {"ready": True})
        for line in sys.stdin:
            _serve(Path(json.loads(line)["path"]), out, nowhere)


def _serve(path: Path, out: TextIO, nowhere: TextIO) -> None:
    arm(OPEN_SECONDS + _GRACE, nowhere)
    for answer in answers(path):
        _say(out, answer)
        arm(PAGE_SECONDS + _GRACE, nowhere)
    disarm()


def _say(out: TextIO, answer: dict[str, Any]) -> None:
    out.write(json.dumps(answer) + "\n")
    out.flush()


def answers(path: Path) -> Iterator[dict[str, Any]]:
    """What is said about one file: its start, its pages, and how it ended."""
    try:
        with open_file(path) as file:
            yield from _read(file)
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


def _read(file: BinaryIO) -> Iterator[dict[str, Any]]:
    found = media_type(file)
    reason = refusal(found)
    if reason:
        raise Unreadable(reason)
    if found == PDF:
        yield from _read_pdf(file)
    elif found == DOCX:
        yield from _read_docx(file)
    else:
        yield _start(found, 0)


def _start(found: str, total: int | None, unit: str = "halaman", signed: bool = False) -> dict[str, Any]:
    return {"type": found, "total": total, "unit": unit, "signed": signed}


def _page(page: PageRead) -> dict[str, Any]:
    return {"text": page.text, "state": page.state}


def _read_pdf(file: BinaryIO) -> Iterator[dict[str, Any]]:
    from .pdf import claimed_pages, is_signed, open_pdf, read_pages

    document = open_pdf(file)
    yield _start(PDF, claimed_pages(document), signed=is_signed(file))
    yield from map(_page, read_pages(document))


def _read_docx(file: BinaryIO) -> Iterator[dict[str, Any]]:
    from .docx import read_sections

    yield _start(DOCX, None, unit="bagian")
    yield from (_page(PageRead(text)) for text in read_sections(file))


if __name__ == "__main__":
    main()
