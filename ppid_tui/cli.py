"""The command line: reads what was asked, runs it, and says in one sentence what went wrong.

Nothing else is imported before it is needed, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from ppid_tui.commands.endings import DONE, NOTHING_DONE
from ppid_tui.commands.words import build_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 done, 1 done with problems that are listed, 2 wrong use or nothing done."""
    _speak_utf8()
    try:
        asked = build_parser().parse_args(arguments)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else NOTHING_DONE
    try:
        code = _run(asked)
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_left()
    except KeyboardInterrupt:
        return _refuse("Dihentikan sebelum selesai. Yang sudah disimpan aman; jalankan lagi untuk melanjutkan.")
    except Exception as error:
        if os.environ.get("PPID_DEBUG"):
            raise
        return _refuse(_words_of(error, asked))
    return code


def _run(asked: Namespace) -> int:
    match asked.command:
        case "demo":
            from ppid_tui.commands.setting_up import demo as command
        case "init":
            from ppid_tui.commands.setting_up import init as command
        case "intake":
            from ppid_tui.commands.documents import intake as command
        case "search":
            from ppid_tui.commands.documents import search as command
        case "show":
            from ppid_tui.commands.documents import show as command
        case "print":
            from ppid_tui.commands.documents import print_results as command
        case "dip":
            from ppid_tui.commands.lists import dip as command
        case "dik":
            from ppid_tui.commands.lists import dik as command
        case "register":
            from ppid_tui.commands.registers import register as command
        case "report":
            from ppid_tui.commands.reports import report as command
        case "sop":
            from ppid_tui.commands.sops import sop as command
        case "publish":
            from ppid_tui.commands.publishing import publish as command
        case "transfer":
            from ppid_tui.commands.publishing import transfer as command
        case "verify":
            from ppid_tui.commands.care import verify as command
        case "reindex":
            from ppid_tui.commands.care import reindex as command
        case "backup":
            from ppid_tui.commands.backup import backup as command
        case "restore":
            from ppid_tui.commands.backup import restore as command
        case _:
            from ppid_tui.commands.kiosk import run as command
    return command(asked)


def _speak_utf8() -> None:
    """Windows consoles would choke on letters beyond their code page, any of them on odd file names."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _refuse(words: str) -> int:
    from ppid_tui.printouts.literal import literal

    print(" ".join(literal(words).split()), file=sys.stderr)
    return NOTHING_DONE


def _reader_left() -> int:
    """Whoever read our output (``| head``) has enough; Python must not flush into the closed pipe at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _words_of(error: Exception, asked: Namespace) -> str:
    from ppid_tui.commands.refusals import refusal
    from ppid_tui.desk.places import home_named

    return refusal(error, home_named(asked.home))
