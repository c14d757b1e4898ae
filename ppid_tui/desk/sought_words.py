"""Words that are to be blacked out wherever they stand: a name, a number, or any NIK."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

NIK = "nik"
_NIK = re.compile(r"\d{16}")


def runs(words: Sequence[str], sought: str) -> Iterator[range]:
    """Where the sought words stand one after the other, by their places; signs around a word don't matter.

    A number also where it is written in groups: "6171 0101 0190 0001". For `NIK`: every number of 16 digits.
    """
    plain, wanted = [_plain(word) for word in words], [_plain(word) for word in sought.split()]
    wanted = [word for word in wanted if word]
    if wanted == [NIK]:
        yield from _numbers(plain, None)
    elif wanted:
        yield from (range(at, at + len(wanted)) for at in range(len(plain)) if _stand(plain, wanted, at))
        if (number := "".join(wanted)).isdigit():
            yield from _numbers(plain, number)


def _stand(plain: Sequence[str], wanted: Sequence[str], at: int) -> bool:
    """Whether they begin here; a single word also as a part of a longer one, as in "Budi/Ani"."""
    if len(wanted) == 1:
        return wanted[0] == plain[at] or wanted[0] in re.split(r"[^\w]+", plain[at])
    return list(plain[at : at + len(wanted)]) == list(wanted)


def _numbers(plain: Sequence[str], number: str | None) -> Iterator[range]:
    """Runs of words whose digits together make the number, or any of 16 digits."""
    for at in range(len(plain)):
        digits = ""
        for end in range(at, min(at + 8, len(plain))):
            part = re.sub(r"[.\-:]", "", plain[end])
            if not part.isdigit():
                found = re.search(r"(?<!\d)\d{16}(?!\d)", part) if end == at and number is None else None
                if found:
                    yield range(at, at + 1)
                break
            digits += part
            if digits == number or (number is None and _NIK.fullmatch(digits)):
                yield range(at, end + 1)
                break


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode("ascii").casefold()
    return folded.strip(".,;:()[]{}\"'!?<>-/")
