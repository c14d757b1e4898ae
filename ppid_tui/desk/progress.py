"""How long work tells where it is: the same for the screen, the command line and the tests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """``done`` of ``total`` are finished, ``name`` the last; ``problem`` says in Indonesian what it met."""

    done: int
    total: int
    name: str = ""
    problem: str = ""
