"""How a command ends: its exit code."""

from __future__ import annotations

DONE = 0
"""Done, also with duplicates or without hits."""
WITH_PROBLEMS = 1
"""Done, with problems that were listed."""
NOTHING_DONE = 2
"""Wrong use, or nothing done."""
