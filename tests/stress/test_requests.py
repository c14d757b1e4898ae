"""The journey of a request, killed at some of its writes: nothing that was acknowledged is lost."""

from __future__ import annotations

from tests.stress.requests import journeys


def test_no_request_is_lost_and_no_number_given_twice_whenever_the_power_goes() -> None:
    tally = journeys(9)
    assert (tally.kills, tally.faults) == (9, [])
    assert len(tally.numbers) > 3


def test_without_a_safeguard_it_is_seen_to_lose() -> None:
    assert journeys(9, "without_flush").faults
