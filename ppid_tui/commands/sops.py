"""``sop list|show|check|print``: the procedures, as data and as the sheet on the wall."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from archive.sop import Sop, Step, bundled_sop, bundled_sops, load_sop, sop_as_json
from ppid_tui.commands.endings import DONE
from ppid_tui.commands.output import say, target_of, tell_json
from ppid_tui.printouts.paper import Letterhead


def sop(asked: Namespace) -> int:
    """Whichever of the four is asked."""
    match asked.doing:
        case "list":
            _list(asked.json)
        case "show":
            _show(bundled_sop(asked.id), asked.json)
        case "check":
            _check(Path(asked.file))
        case _:
            _print(bundled_sop(asked.id), target_of(asked.to))
    return DONE


def _list(as_json: bool) -> None:
    known = bundled_sops()
    if as_json:
        tell_json([{"id": s.id, "title": s.sheet.title, "institution": s.sheet.institution} for s in known])
        return
    for one in known:
        say(f"{one.id:<8} {one.sheet.title} ({one.sheet.institution})")


def _show(shown: Sop, as_json: bool) -> None:
    if as_json:
        tell_json(sop_as_json(shown))
        return
    say(f"{shown.sheet.title}\n{shown.sheet.institution}\n")
    for role in shown.roles:
        say(f"  {role.id:<14} {role.title}")
    for step in shown.steps:
        say("\n" + "\n".join(_step_lines(shown, step)))


def _step_lines(shown: Sop, step: Step) -> list[str]:
    reviewer = f", diperiksa {shown.role(step.reviewer).title}" if step.reviewer else ""
    standard = {"Kelengkapan": ", ".join(step.needs), "Waktu": step.time, "Output": step.output, "Ket.": step.note}
    ways = [f"    {way.label}: {'selesai' if way.to is None else f'ke langkah {way.to}'}" for way in step.outcomes]
    return [
        f"Langkah {step.number}: {step.activity}",
        f"    Pelaksana: {shown.role(step.role).title}{reviewer}",
        *(f"    {name}: {value}" for name, value in standard.items() if value),
        *ways,
    ]


def _check(file: Path) -> None:
    checked = load_sop(file)
    say(f"SOP {checked.id} benar: {len(checked.roles)} peran, {len(checked.steps)} langkah.")


def _print(printed: Sop, target: Path) -> None:
    from ppid_tui.printouts.sheet import sop_paper
    from ppid_tui.printouts.write import write

    write(sop_paper(Letterhead(()), printed), target)
    say(f"Lembar SOP {printed.id} tercetak ke {target}.")
