"""Amounts of money as a receipt has them: in figures, and in words that nobody can add a nought to (terbilang)."""

from __future__ import annotations

_ONES = (
    "", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_GROUPS = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"))


def rupiah(amount: int) -> str:
    """In figures: "Rp12.500"."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{abs(amount):,}".replace(",", ".")


def amount_in_words(amount: int) -> str:
    """In words: "dua belas ribu lima ratus rupiah"."""
    sign = "minus " if amount < 0 else ""
    return f"{sign}{_words(abs(amount)) or 'nol'} rupiah"


def _words(number: int) -> str:
    """'' for 0, since nothing is said of an empty part."""
    if number < len(_ONES):
        return _ONES[number]
    for size, name in _GROUPS:
        if number >= size:
            return _joined(_group(number // size, name), number % size)
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    if number < 100:
        return _joined(f"{_ONES[number // 10]} puluh", number % 10)
    return _joined("seratus" if number < 200 else f"{_ONES[number // 100]} ratus", number % 100)


def _group(count: int, name: str) -> str:
    return "seribu" if count == 1 and name == "ribu" else f"{_words(count)} {name}"


def _joined(words: str, rest: int) -> str:
    return f"{words} {_words(rest)}".strip()
