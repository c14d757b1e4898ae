"""The objection to an answer (keberatan, UU 14/2008 articles 35 to 37): its form, and the superior's answer."""

from __future__ import annotations

from archive.request_model import Keberatan, LetterKind, PassedOn, Request
from ppid_tui.printouts.labels import KEBERATAN_DECISIONS, KEBERATAN_GROUNDS, long_date
from ppid_tui.printouts.paper import Block, Fields, Heading, Paper, Signature, Tick, Ticks
from ppid_tui.printouts.request_parts import (
    Frame,
    addressed,
    asker,
    both_sign,
    framed,
    full_day,
    known,
    notes,
    reached_at,
    wanted,
    words,
)


def grounds_words(ground: str) -> tuple[str, ...]:
    """The grounds behind the letters of a form such as "cg"; what is no letter of it stands as it is."""
    if not set(ground) <= set(KEBERATAN_GROUNDS):
        return (ground,)
    return tuple(f"{letter}. {KEBERATAN_GROUNDS[letter]}" for letter in ground)


def objection_form(frame: Frame, request: Request, objection: Keberatan, officer: Signature) -> Paper:
    """The pernyataan keberatan in parts A to D, to be signed by officer and who objects."""
    kuasa = objection.attorney
    who = (kuasa or request.requester).name
    blocks: tuple[Block, ...] = (
        Heading("A. Informasi pengaju keberatan", 3),
        Fields(_part_a(request, objection)),
        Heading("B. Alasan pengajuan keberatan*", 3),
        Fields((("Alasan", _ticks(objection.ground)),)),
        *notes("* Pasal 35 ayat (1) UU 14/2008; dapat lebih dari satu. Rangkap dua: untuk pengaju keberatan dan PPID."),
        Heading("C. Kasus posisi", 3),
        words(known(objection.story)),
        Heading("D. Hari/tanggal tanggapan atas keberatan akan diberikan", 3),
        words(known(full_day(objection.due))),
        both_sign(officer, "Pengaju Keberatan,", who, "Demikian keberatan ini disampaikan untuk mendapat tanggapan."),
    )
    return framed(frame, "PERNYATAAN KEBERATAN ATAS PERMOHONAN INFORMASI PUBLIK\n(RANGKAP DUA)", blocks)


def _part_a(request: Request, objection: Keberatan) -> tuple[tuple[str, str], ...]:
    kuasa = objection.attorney
    proxy = (
        (
            ("Identitas kuasa pemohon", "\n".join(filter(None, (kuasa.name, kuasa.address, kuasa.contact)))),
            ("Surat kuasa khusus", known(kuasa.letter)),
        )
        if kuasa
        else (("Identitas kuasa pemohon", "-"),)
    )
    return (
        ("Nomor registrasi keberatan", known(objection.number)),
        ("Tanggal diterima", known(full_day(objection.received))),
        ("Nomor pendaftaran permohonan", known(request.number)),
        ("Informasi yang diminta", known(wanted(request))),
        ("Tujuan penggunaan informasi", known(request.purpose)),
        *reached_at(request),
        *proxy,
    )


def _ticks(ground: str) -> Ticks:
    ticks = tuple(Tick(f"{letter}. {words}", letter in ground) for letter, words in KEBERATAN_GROUNDS.items())
    other = () if set(ground) <= set(KEBERATAN_GROUNDS) else (Tick(ground, True),)
    return ticks if not other else (*(Tick(tick.text) for tick in ticks), *other)


def passing_on_letter(
    frame: Frame, request: Request, objection: Keberatan, handed: PassedOn, number: str, signature: Signature
) -> Paper:
    """The letter with which an objection goes to the superior who sits elsewhere, often the Sekda."""
    about = Fields(
        (
            ("Nomor registrasi keberatan", known(objection.number)),
            ("Tanggal diterima", known(full_day(objection.received))),
            ("Nomor pendaftaran permohonan", known(request.number)),
            ("Pengaju keberatan", known(asker(request))),
            ("Informasi yang diminta", known(wanted(request))),
            ("Alasan keberatan", known("\n".join(grounds_words(objection.ground)))),
            ("Kasus posisi", known(objection.story)),
        )
    )
    asked = (
        f"Mohon tanggapan tertulis Bapak/Ibu selaku Atasan PPID paling lambat {known(full_day(objection.due))} "
        "(Pasal 36 ayat (2) UU 14/2008). Formulir keberatan dan surat-surat permohonannya kami lampirkan."
    )
    blocks: tuple[Block, ...] = (
        Fields((("Nomor", known(number)), ("Hal", "Penerusan keberatan atas permohonan informasi publik"))),
        words(f"Yth. {known(handed.to)}\ndi tempat"),
        words("Bersama ini kami teruskan keberatan sebagai berikut:"),
        about,
        words(asked),
        signature,
    )
    return framed(frame, "PENERUSAN KEBERATAN", blocks)


def objection_answer(
    frame: Frame, request: Request, objection: Keberatan, signature: Signature, dispute_days: int
) -> Paper:
    """The superior's answer: date, number, decision, reasons, what is ordered, and the way to the Komisi Informasi."""
    letter = request.letter(LetterKind.KEBERATAN_ANSWER)
    number = objection.answer_number or (letter.number if letter else "")
    reasons = "; ".join(grounds_words(objection.ground))
    about = (
        f"Menanggapi keberatan Saudara nomor {known(objection.number)} yang kami terima pada "
        f"{known(long_date(objection.received))} atas permohonan informasi nomor {known(request.number)}, "
        f"dengan alasan {known(reasons)}, kami memutuskan:"
    )
    rows = (
        ("Keputusan", known(KEBERATAN_DECISIONS[objection.decision])),
        ("Alasan", known(objection.answer)),
        *((("Perintah kepada PPID", objection.order),) if objection.order else ()),
    )
    after = (
        "Bila Saudara tidak puas dengan tanggapan ini, sengketa informasi dapat diajukan kepada Komisi Informasi "
        f"paling lambat {dispute_days} hari kerja sejak tanggapan ini diterima (Pasal 37 ayat (2) UU 14/2008)."
    )
    head = Fields((("Nomor", known(number)), ("Hal", "Tanggapan atas keberatan")))
    blocks = (head, addressed(request), words(about), Fields(rows, boxed=True), words(after), signature)
    return framed(frame, "TANGGAPAN ATAS KEBERATAN", blocks)
