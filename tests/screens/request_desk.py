"""A request at the counter, worked by keys that are counted; what is typed as words is not."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from archive.model import Exemption, RenditionKind
from archive.request_model import Refusal, Request, Requester, RequestItem, RequestOutcome
from ppid_tui.desk import request_items, requests
from ppid_tui.desk.office import Office, open_office
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import AT, PETUGAS, PINS, PPID, TRAVEL, document, officer

PERSON = Requester("Wati Umpama", "Jalan Contoh 5", "0800-CONTOH", identity_number="CONTOH-0001")
ASKED = Request("", AT.date(), PERSON, (RequestItem("laporan perjalanan dinas"),), purpose="penelitian")
NUMBER = "001/PPID/2026"


@dataclass
class Counter:
    """The keys that were pressed at a kiosk."""

    kiosk: Kiosk
    pressed: int = 0

    async def press(self, *keys: str) -> None:
        """Press keys, and count them."""
        self.pressed += len(keys)
        await self.kiosk.keys(*keys)

    async def type(self, words: str) -> None:
        """Type words."""
        await self.kiosk.type(words)

    async def hides(self, words: str) -> None:
        """Wait until words are gone from the screen."""
        await self.kiosk.until(lambda: words not in self.kiosk.text())

    async def shows(self, words: str) -> str:
        """Wait for words on the screen; returns it."""
        return await self.kiosk.until_shown(words)


def register(home: Path, asked: Request = ASKED) -> None:
    """A request that came before, registered at the desk."""
    with closing(open_office(home)) as office:
        requests.register_request(office, asked, officer(office, PETUGAS), AT)


def refuse(home: Path) -> None:
    """The first request was refused, and the requester has the answer."""
    refusal = Refusal("i", consequence="Pembahasan terganggu", article_18="Bukan")
    with closing(open_office(home)) as office:
        decider, asked = officer(office, PPID), requests.request_of(office, 1)
        item = replace(asked.items[0], outcome=RequestOutcome.REFUSED, refusal=refusal)
        settled = request_items.settle(office, asked, 0, item, decider, AT)
        requests.answer(office, settled, AT.date(), decider, AT, "555/1", "SK 1")


def by_keys(home: Path, who: str, journey: Callable[[Counter], Awaitable[None]]) -> tuple[Request, int]:
    """Sign in and make the journey; the first request as it lies on the disk then, and the keys that it took."""
    counters: list[Counter] = []

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(who, PINS[who])
        counters.append(Counter(kiosk))
        await journey(counters[0])

    at_the_kiosk(home, visit)
    with closing(open_office(home)) as office:
        return requests.request_of(office, 1), counters[0].pressed


def make_partly_exempt(office: Office) -> None:
    """A part of the travel report is exempt, and it has a public copy."""
    report = document(office, TRAVEL)
    signed = report.renditions[0]
    copy = replace(signed, kind=RenditionKind.PUBLIC_COPY)
    office.records.documents.change(
        replace(report, exemption=Exemption("h", "UU 14/2008"), renditions=(*report.renditions, copy)), "uji", "uji", AT
    )
