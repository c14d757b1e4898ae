"""Refusing: first what is never exempt, then the letter of article 17, its consequence, and under h the consent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from archive.refusals import ARTICLE_17, ARTICLE_18, PERSONAL
from archive.request_model import Refusal, Request, RequestItem
from ppid_tui.desk import request_items, requests
from ppid_tui.desk.works import FieldKind, FormField
from ppid_tui.screens.confirm import ConfirmScreen
from ppid_tui.screens.draft_card import ask_until_kept
from ppid_tui.screens.menu import MenuScreen
from ppid_tui.screens.place import Place

Keep = Callable[[dict[str, str], RequestItem], Request]
LOOKED_AT = "Bukan informasi yang disebut Pasal 18 ayat (1)"
NEVER = "Pasal 18 UU 14/2008: informasi ini tidak pernah dikecualikan, jadi tidak dapat ditolak dengan Pasal 17."
CONSENTS = (
    "Tidak menyetujui secara tertulis",
    "Diminta, belum menjawab",
    "Tidak dapat dihubungi",
    "Menyetujui secara tertulis",
    "Menyangkut jabatan orang itu dalam badan publik",
)
OPENS = ("Menyetujui secara tertulis", "Menyangkut jabatan orang itu dalam badan publik")
"""Answers with which personal data are opened all the same (article 18(2))."""
OPENED = "Pasal 18 ayat (2) UU 14/2008: rahasia pribadi ini dapat dibuka, jadi tidak dapat ditolak dengan huruf h."
FIELDS = (
    FormField("consequence", "Akibatnya bila dibuka", FieldKind.LONG, True),
    FormField("law", "Undang-undang lain: pasal dan namanya"),
)
BLACK = FormField("redaction", "Apa yang dihitamkan, dan mengapa", FieldKind.LONG, True)


async def ask_refusal(place: Place, request: Request, number: int, keep: Keep, part: bool = False) -> Request | None:
    """Ask all that a refusal needs, and keep it; None where it was given up, or the law does not allow it."""
    if await _never_exempt(place):
        place.notify(NEVER, severity="warning", markup=False, timeout=10)
        return None
    letter = await _letter(place)
    consent = await _consent(place) if letter == PERSONAL else ""
    if letter is None or consent is None:
        return None
    refusal = Refusal(letter, consent=consent, article_18=LOOKED_AT)

    def kept(told: dict[str, str]) -> Request:
        item = requests.request_of(place.office, request.id).items[number]
        full = replace(refusal, law=told["law"].strip(), consequence=told["consequence"].strip())
        return keep(told, replace(item, refusal=full))

    title = f"Butir {number + 1}: Pasal 17 huruf {letter}, {ARTICLE_17[letter]}"
    fields = (BLACK, *FIELDS) if part else FIELDS
    values = _known(place, request, number)
    return await ask_until_kept(place, f"penolakan {request.id}.{number}", title, fields, values, kept)


def _known(place: Place, request: Request, number: int) -> dict[str, str]:
    """What the test of consequences of a document of this item says already."""
    documents, _ = request_items.documents_of(place.office, request.items[number], place.viewer)
    reasons = (document.exemption for document in documents if document.exemption)
    return next(({"consequence": one.consequence} for one in reasons if one.consequence), {})


async def _never_exempt(place: Place) -> bool:
    listed = "".join(f"\n- {one}" for one in ARTICLE_18)
    question = f"Pasal 18 ayat (1): yang tidak pernah dikecualikan.{listed}\n\nApakah informasi ini salah satunya?"
    return await place.app.push_screen_wait(ConfirmScreen(question, yes="Ya, salah satunya", no="Bukan"))


async def _letter(place: Place) -> str | None:
    lines = [f"{letter}. {words}" for letter, words in ARTICLE_17.items()]
    chosen = await place.app.push_screen_wait(MenuScreen("Pasal 17 UU 14/2008: huruf yang mana?", lines))
    return None if chosen is None else list(ARTICLE_17)[chosen]


async def _consent(place: Place) -> str | None:
    """What the person concerned answered; None where it was given up, or their data may be opened."""
    about = "Huruf h menyangkut seseorang: tanyakan dahulu persetujuan tertulisnya."
    chosen = await place.app.push_screen_wait(MenuScreen("Apa jawaban orang yang bersangkutan?", CONSENTS, about))
    if chosen is None:
        return None
    if CONSENTS[chosen] in OPENS:
        place.notify(OPENED, severity="warning", markup=False, timeout=10)
        return None
    return CONSENTS[chosen]
