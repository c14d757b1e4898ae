"""The written answer to a request (pemberitahuan tertulis, PERKI 1/2010): what can be given, and what can not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.case_model import Held
from archive.request_model import Access, Costs, Request, RequestItem, RequestOutcome
from ppid_tui.printouts.labels import REQUEST_OUTCOMES, long_date
from ppid_tui.printouts.paper import Block, Fields, Heading, Paper, Signature, Table, Tick, Ticks
from ppid_tui.printouts.request_parts import BLANK, Frame, framed, known, notes, numbered, reached_at, words
from ppid_tui.printouts.rupiah import rupiah

GIVEN = (RequestOutcome.GRANTED, RequestOutcome.PARTLY)
NOTES = (
    "Keterangan: * nomor pendaftaran pada formulir permohonan; ** dipilih dengan memberi tanda pada "
    "kotak; *** menurut standar biaya yang telah ditetapkan; **** bila ada yang dihitamkan atau dikaburkan dalam "
    "dokumen, alasannya diberikan di sini; ***** diisi dengan waktu yang jelas untuk menyediakan informasi itu."
)
"""In one paragraph, so that the answer to a single question stays on one page."""


def answer_paper(frame: Frame, request: Request, number: str, signature: Signature) -> Paper:
    """The notice with parts A and B; ``number`` is the letter's own, '' while it has none."""
    opening = (
        f"Berdasarkan permohonan informasi yang kami terima pada {long_date(request.received)} dengan nomor "
        f"pendaftaran* {known(request.number)}, kami sampaikan pemberitahuan kepada:"
    )
    blocks: tuple[Block, ...] = (
        Fields((("Nomor surat", known(number)),)),
        words(opening),
        *_items(request),
        Heading("A. Informasi dapat diberikan", 3),
        Fields(_given(request), boxed=True),
        Heading("B. Informasi tidak dapat diberikan, karena**", 3),
        Fields(_not_given(request), boxed=True),
        words("Demikian disampaikan untuk diketahui."),
        signature,
        *notes(NOTES),
    )
    return framed(frame, "PEMBERITAHUAN TERTULIS", blocks)


def _items(request: Request) -> Iterator[Block]:
    """Who asked for what, and the answer; several things as a table."""
    if len(request.items) == 1:
        item = request.items[0]
        asked = (("Informasi yang diminta", known(item.wanted)), ("Jawaban", item_words(item)))
        yield Fields((*reached_at(request), *asked))
        return
    yield Fields(reached_at(request))
    rows = tuple((str(n), item.wanted, item_words(item)) for n, item in enumerate(request.items, 1))
    yield Table(("No", "Informasi yang diminta", "Jawaban"), rows, (0.6, 6, 5), centered=frozenset({0}))


def item_words(item: RequestItem) -> str:
    """How one item was answered; a refusal points to its own letter."""
    answer = REQUEST_OUTCOMES.get(item.outcome, "") or "Belum dijawab"
    if item.refusal:
        answer += f": Pasal 17 huruf {item.refusal.letter} UU 14/2008, lihat surat keputusan penolakan"
    if item.holder:
        answer += f", dikuasai {item.holder}"
    return "\n".join(filter(None, (answer, item.reason)))


def _given(request: Request) -> tuple[tuple[str, str | Ticks], ...]:
    given = [item for item in request.items if item.outcome in GIVEN]
    redacted = numbered([item.redaction for item in given if item.redaction])
    days = f"{request.provide_days} hari kerja" if given and request.provide_days else f"{'.' * 12} hari kerja"
    return (
        ("1. Penguasaan informasi publik**", _held(request.items)),
        ("2. Bentuk fisik yang tersedia**", _forms(request, given)),
        ("3. Biaya yang dibutuhkan***", _costs(request.costs)),
        ("4. Waktu penyediaan", days),
        ("5. Penjelasan penghitaman/ pengaburan****", redacted or "-"),
    )


def _held(items: Sequence[RequestItem]) -> Ticks:
    others = list(dict.fromkeys(item.holder for item in items if item.holder))
    ours = any(item.outcome in GIVEN for item in items)
    return (Tick("Kami", ours), Tick(f"Badan publik lain, yaitu: {'; '.join(others) or BLANK}", bool(others)))


def _forms(request: Request, given: Sequence[RequestItem]) -> Ticks:
    forms = {held_form(request, item) for item in given}
    return (
        Tick("Softcopy (termasuk rekaman)", Held.SOFTCOPY in forms),
        Tick("Hardcopy/salinan tertulis", Held.HARDCOPY in forms),
    )


def held_form(request: Request, item: RequestItem) -> Held:
    """The form in which an item is held: as was put down, or as it was given; UNKNOWN where neither tells."""
    given = item.outcome in GIVEN and request.access is Access.COPY
    return item.held if item.held is not Held.UNKNOWN or not given else Held(request.copy_form.value)


def _costs(costs: Costs | None) -> Ticks:
    charged = costs or Costs()
    price, sheets = (rupiah(charged.per_sheet), str(charged.sheets)) if charged.copying else ("Rp......", "......")
    return (
        Tick(f"Penyalinan: {price} × {sheets} lembar = {_amount(charged.copying)}", bool(charged.copying)),
        Tick(f"Pengiriman: {_amount(charged.delivery)}", bool(charged.delivery)),
        Tick(f"Lain-lain: {_amount(charged.other)}", bool(charged.other)),
        Tick(f"Jumlah: {rupiah(charged.total) if costs else _amount(0)}", bool(charged.total)),
    )


def _amount(price: int) -> str:
    return rupiah(price) if price else "Rp" + "." * 14


def _not_given(request: Request) -> tuple[tuple[str, str | Ticks], ...]:
    outcomes = {item.outcome for item in request.items}
    later = RequestOutcome.NOT_DOCUMENTED in outcomes
    days = f"{request.provide_days} hari kerja" if later and request.provide_days else f"{'.' * 12} hari kerja"
    why = (
        Tick("Informasi yang diminta belum dikuasai", RequestOutcome.NOT_HELD in outcomes),
        Tick("Informasi yang diminta belum didokumentasikan", later),
    )
    return (("Sebab", why), ("Yang belum didokumentasikan disediakan dalam*****", days))
