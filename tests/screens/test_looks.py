"""Every look at who a citizen is stands in the trail; in the list beside it their contact is masked."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from ppid_tui.desk.looks import LOOKED
from ppid_tui.desk.office import open_office
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.screens.request_desk import PERSON, register
from tests.small_office import PETUGAS, PINS


def test_opening_a_request_is_a_look_and_the_list_beside_it_is_none(office_home: Path) -> None:
    register(office_home)

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f4")
        listed = await kiosk.until_shown(PERSON.name)
        assert PERSON.contact not in listed and PERSON.address not in listed
        assert looks(kiosk) == 0
        await kiosk.keys("enter")
        await kiosk.until_shown(PERSON.contact)
        assert looks(kiosk) == 1

    at_the_kiosk(office_home, visit)
    with closing(open_office(office_home)) as office:
        (entry,) = office.records.trail.find(("requests", 1), action=LOOKED)
        assert entry.by == PETUGAS


def looks(kiosk: Kiosk) -> int:
    """How many looks the trail tells of."""
    assert kiosk.app.office is not None
    return len(kiosk.app.office.records.trail.find(action=LOOKED))
