"""Sample offices: four invented offices with documents, people, cases and requests, to be tried at once."""

from __future__ import annotations

from ppid_tui.demo.build import DemoRefused, make_demo
from ppid_tui.demo.pins import SamplePin, sample_pins

__all__ = ["DemoRefused", "SamplePin", "make_demo", "sample_pins"]
