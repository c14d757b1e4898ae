"""Word families as a hunspell dictionary states them: each root with the forms that its own flags license."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Affix(NamedTuple):
    """One rule: where ``condition`` holds, ``strip`` gives way to ``add``, which may take the flags ``more``."""

    prefix: bool
    strip: str
    add: str
    more: tuple[str, ...]
    condition: re.Pattern[str]

    def on(self, word: str) -> str | None:
        """The word with the affix, or None where it does not take it."""
        if not self.condition.search(word):
            return None
        if self.prefix:
            return self.add + word.removeprefix(self.strip) if word.startswith(self.strip) else None
        return word.removesuffix(self.strip) + self.add if word.endswith(self.strip) else None


Rules = dict[str, list[Affix]]


def families(rules_file: Path, words_file: Path) -> dict[str, set[str]]:
    """Root -> its derived forms, all in small letters, without hyphen words."""
    rules = _rules(rules_file)
    found: dict[str, set[str]] = {}
    for line in words_file.read_text(encoding="utf-8", errors="replace").splitlines():
        root, _, flags = line.strip().partition("/")
        if flags and root.isalpha() and root.islower() and len(root) > 2:
            forms = {form.lower() for form in _derived(root, _pairs(flags), rules, 3) if form.isalpha()}
            found.setdefault(root, set()).update(forms - {root})
    return found


def _derived(word: str, flags: tuple[str, ...], rules: Rules, deepest: int) -> Iterator[str]:
    for affix in (affix for flag in flags for affix in rules.get(flag, ())):
        form = affix.on(word)
        if form is not None:
            yield form
            if deepest > 1:
                yield from _derived(form, affix.more, rules, deepest - 1)


def _rules(path: Path) -> Rules:
    rules: Rules = defaultdict(list)
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        parts = line.split("#")[0].split()
        heads_a_table = len(parts) >= 4 and parts[2] in "YN" and parts[3].isdigit()
        if len(parts) >= 4 and parts[0] in ("PFX", "SFX") and not heads_a_table:
            rules[parts[1]].append(_affix(parts))
    return rules


def _affix(parts: list[str]) -> Affix:
    strip, (add, _, more) = parts[2], parts[3].partition("/")
    condition = parts[4] if len(parts) > 4 else "."
    prefix = parts[0] == "PFX"
    return Affix(
        prefix=prefix,
        strip=strip.replace("0", ""),
        add=add.replace("0", ""),
        more=_pairs(more),
        condition=re.compile("^" + condition if prefix else condition + "$"),
    )


def _pairs(flags: str) -> tuple[str, ...]:
    return tuple(flags[at : at + 2] for at in range(0, len(flags), 2))
