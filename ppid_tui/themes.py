"""The two looks of the kiosk: light for a bright counter, and one of high contrast."""

from __future__ import annotations

from textual.theme import Theme

TERANG = Theme(
    name="terang",
    primary="#0b4f8a",
    secondary="#5a6b7b",
    accent="#0b4f8a",
    warning="#8a5a00",
    error="#a01c1c",
    success="#1f6b36",
    foreground="#1b1f24",
    background="#f4f5f7",
    surface="#ffffff",
    panel="#dfe5ec",
    dark=False,
    variables={"footer-key-foreground": "#0b4f8a", "input-selection-background": "#0b4f8a 30%"},
)

KONTRAS = Theme(
    name="kontras",
    primary="#ffd75f",
    secondary="#c0c0c0",
    accent="#ffd75f",
    warning="#ffaf5f",
    error="#ff8787",
    success="#87ff87",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    dark=True,
    variables={"footer-key-foreground": "#ffd75f"},
)
