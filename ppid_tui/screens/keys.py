"""Keys as they are printed on the keyboard."""

from __future__ import annotations

NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "slash": "/",
    "question_mark": "?",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "space": "Spasi",
    "delete": "Del",
}


def key_name(key: str) -> str:
    """Write "ctrl+o" as "Ctrl+O", "f9" as "F9", "escape" as "Esc"."""
    return "+".join(NAMES.get(part, part.capitalize()) for part in key.split("+"))
