"""``sop list|show|check|print|copy|use``: the procedures, as data, as the sheet on the wall, as the office's own."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from archive.sop import Sop, SopError, Step, bundled_sops, load_sop, sop_as_json
from archive.sop_words import clean_form
from ppid_tui.commands.endings import DONE, WITH_PROBLEMS
from ppid_tui.commands.output import Refused, say, target_of, tell_json
from ppid_tui.desk.office import OWNER, now, open_office
from ppid_tui.desk.own_sop import copy_to_change, sop_named, use_sop
from ppid_tui.desk.places import home_named
from ppid_tui.printouts.paper import Letterhead, PaperSize


def sop(asked: Namespace) -> int:
    """Whichever of them is asked."""
    match asked.doing:
        case "list":
            _list(asked.json)
        case "show":
            _show(_named(asked), asked.json)
        case "check":
            return _check(Path(asked.file).expanduser())
        case "copy":
            _copy(_named(asked), target_of(asked.to))
        case "use":
            _use(asked)
        case _:
            printed = clean_form(_named(asked)) if asked.baku else _named(asked)
            _print(printed, target_of(asked.to), PaperSize[asked.paper])
    return DONE


def _named(asked: Namespace) -> Sop:
    return sop_named(home_named(asked.home), asked.id)


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


def _check(file: Path) -> int:
    if not file.is_file():
        raise Refused(f"Berkas {file} tidak ada. Periksa nama dan foldernya.")
    try:
        checked = load_sop(file)
    except SopError as error:
        for problem in error.problems:
            say(problem)
        say(f"{len(error.problems)} kesalahan. Perbaiki, lalu periksa lagi.")
        return WITH_PROBLEMS
    say(f"SOP {checked.id} benar: {len(checked.roles)} peran, {len(checked.steps)} langkah.")
    return DONE


def _print(printed: Sop, target: Path, size: PaperSize) -> None:
    from ppid_tui.printouts.sheet import sop_paper
    from ppid_tui.printouts.write import write

    write(sop_paper(Letterhead(()), printed, size), target)
    say(f"Lembar SOP {printed.id} tercetak ke {target}.")


def _copy(copied: Sop, target: Path) -> None:
    if target.exists():
        raise Refused(f"{target} sudah ada. Sebutkan nama lain, supaya tidak tertimpa.")
    target.write_text(copy_to_change(copied), encoding="utf-8", newline="\n")
    say(f"SOP {copied.id} disalin ke {target}. Ubah berkas itu, lalu: ppid-tui sop check {target}")


def _use(asked: Namespace) -> None:
    with closing(open_office(home_named(asked.home))) as office:
        used = sop_named(office.home.root, asked.id)
        without = use_sop(office, used, OWNER, now())
    say(f"SOP {used.id} dipakai sejak kiosk dibuka lagi. Pekerjaan yang sedang berjalan memakai SOP semula.")
    for title in without:
        say(f"Belum ada petugas sebagai {title}. Daftarkan dengan F6, Petugas.")
