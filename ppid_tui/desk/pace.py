"""How long work will still take, as one says it."""

from __future__ import annotations


def rest_words(done: int, total: int, seconds: float) -> str:
    """ "kira-kira 3 menit lagi", from what was done in so many seconds; "" while nobody can tell."""
    if not done or done >= total or seconds < 2:
        return ""
    rest = seconds / done * (total - done)
    if rest < 10:
        return "sebentar lagi"
    if rest < 50:
        return f"kira-kira {round(rest / 10) * 10} detik lagi"
    minutes = max(1, round(rest / 60))
    return f"kira-kira {minutes} menit lagi" if minutes < 90 else f"kira-kira {round(minutes / 60)} jam lagi"
