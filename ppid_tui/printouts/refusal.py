"""The decision that refuses a request, or a part of it (SK PPID tentang penolakan, PERKI 1/2010)."""

from __future__ import annotations

from collections.abc import Iterator

from archive.request_model import Refusal, Request, RequestItem, RequestOutcome
from ppid_tui.printouts.paper import Block, Fields, Heading, Paper, Signature, Tick, Ticks
from ppid_tui.printouts.request_parts import BLANK, Frame, box, framed, known, notes, numbered, reached_at, words


def refusal_paper(frame: Frame, request: Request, number: str, signature: Signature, objection_days: int) -> Paper:
    """The decision with its basis and consequence for each refused item; ``objection_days`` are working days."""
    refused = refused_items(request)
    rows = (
        ("Nomor", known(number)),
        ("No. Pendaftaran*", known(request.number)),
        *reached_at(request)[:2],
        ("Pekerjaan", known(request.requester.occupation)),
        reached_at(request)[2],
        ("Rincian informasi yang dibutuhkan", known(numbered([item.wanted for item in refused]))),
    )
    blocks: tuple[Block, ...] = (
        Fields(rows),
        words("PPID memutuskan bahwa informasi yang dimohon adalah:"),
        box("INFORMASI YANG DIKECUALIKAN"),
        *_grounds(refused),
        words("Dengan demikian menyatakan bahwa:"),
        box(_decision(request, refused)),
        words(_objection(objection_days)),
        signature,
        *notes(*_notes()),
    )
    return framed(frame, "KEPUTUSAN PPID\nTENTANG PENOLAKAN PERMOHONAN INFORMASI", blocks)


def refused_items(request: Request) -> tuple[RequestItem, ...]:
    """What of the request is refused, wholly or in part."""
    return tuple(item for item in request.items if item.refusal or item.outcome is RequestOutcome.REFUSED)


def _grounds(refused: tuple[RequestItem, ...]) -> Iterator[Block]:
    for number, item in enumerate(refused, 1):
        if len(refused) > 1:
            yield Heading(f"{number}. {item.wanted}", 3)
        refusal = item.refusal or Refusal("")
        yield Fields((("Pengecualian informasi didasarkan pada alasan", _basis(refusal)),))
        yield words("Membuka informasi tersebut dapat menimbulkan konsekuensi sebagai berikut:")
        yield words(known("\n".join(filter(None, (refusal.consequence, item.reason)))))


def _basis(refusal: Refusal) -> Ticks:
    return (
        Tick(f"Pasal 17 huruf {refusal.letter or '......'} Undang-Undang Nomor 14 Tahun 2008**", bool(refusal.letter)),
        Tick(refusal.law or f"Pasal ...... Undang-Undang {BLANK}", bool(refusal.law)),
    )


def _decision(request: Request, refused: tuple[RequestItem, ...]) -> str:
    wholly = [item for item in request.items if item.outcome is RequestOutcome.REFUSED]
    partly = bool(refused) and len(wholly) < len(request.items)
    return "PERMOHONAN INFORMASI DITOLAK" + (" UNTUK SEBAGIAN" if partly else "")


def _objection(days: int) -> str:
    return (
        f"Bila pemohon berkeberatan atas penolakan ini, keberatan dapat diajukan secara tertulis kepada Atasan PPID "
        f"paling lambat {days} hari kerja sejak keputusan ini diterima."
    )


def _notes() -> tuple[str, ...]:
    return (
        "*  Nomor pendaftaran pada formulir permohonan informasi publik.",
        "** Huruf a sampai j; huruf j disertai pasal undang-undang yang melarangnya dibuka.",
    )
