"""The officer's guide, in Indonesian."""

from importlib.resources import files


def guide_text() -> str:
    """The guide as it stands in ``panduan.md``."""
    return (files("ppid_tui.guide") / "panduan.md").read_text(encoding="utf-8")
