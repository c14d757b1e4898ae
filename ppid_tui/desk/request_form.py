"""The form of a request: its fields, and the request that was filled in.

What is typed is kept as a draft until the request has its number; a known person's identity number stands in it
masked, and is taken from their row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from archive.request_model import (
    Access,
    Arrival,
    Attorney,
    CopyForm,
    Delivery,
    Request,
    Requester,
    RequesterKind,
    RequestItem,
)
from archive.requests import RequestError
from ppid_tui.desk.office import Office
from ppid_tui.desk.requesters import masked
from ppid_tui.desk.works import FieldKind, FormField, read_day
from ppid_tui.printouts import labels

KNOWN = "requester_id"
"""Under which the draft keeps the row of the person, where they came before."""


E = TypeVar("E", bound=StrEnum)


def _options(words: Mapping[E, str]) -> tuple[tuple[str, str], ...]:
    return tuple((value.value, text) for value, text in words.items())


FIELDS = (
    FormField("name", "Nama pemohon", required=True),
    FormField("address", "Alamat", required=True),
    FormField("contact", "Telepon atau e-mail"),
    FormField("identity_number", "NIK, atau nomor pengesahan badan hukum"),
    FormField("wanted", "Informasi yang diminta (satu baris untuk satu informasi)", FieldKind.LONG, True),
    FormField("purpose", "Tujuan penggunaan"),
    FormField("access", "Cara memperoleh", FieldKind.CHOICE, options=_options(labels.ACCESS)[::-1]),
    FormField("copy_form", "Bentuk salinan", FieldKind.CHOICE, options=_options(labels.COPY_FORMS)),
    FormField("delivery", "Cara mendapatkan salinan", FieldKind.CHOICE, options=_options(labels.DELIVERIES)),
    FormField("kind", "Pemohon", FieldKind.CHOICE, options=_options(labels.REQUESTERS)),
    FormField("occupation", "Pekerjaan"),
    FormField("received", "Tanggal diterima, kosong berarti hari ini", FieldKind.DATE),
    FormField("arrival", "Cara permohonan datang", FieldKind.CHOICE, options=_options(labels.ARRIVALS)),
    FormField("incoming_letter", "Nomor dan tanggal surat pemohon"),
    FormField("attorney", "Nama kuasa (kosong: pemohon sendiri)"),
    FormField("attorney_address", "Alamat dan kontak kuasa"),
    FormField("attorney_letter", "Surat kuasa: nomor dan tanggal"),
)
"""Those of PERKI 1/2010 and its successors; what is most often needed comes first."""


def filled_in(office: Office, values: Mapping[str, str], today: date) -> Request:
    """The request as it stands in the form. Raises RequestError where something cannot be understood."""
    typed = {name: value.strip() for name, value in values.items()}
    day = read_day(typed["received"], today) if typed.get("received") else today
    if day is None:
        raise RequestError("Tanggal diterima belum dapat dibaca.")
    return Request(
        number="",
        received=day,
        requester=_person(office, typed),
        items=tuple(RequestItem(line) for line in lines(typed.get("wanted", ""))),
        arrival=Arrival(typed.get("arrival") or Arrival.COUNTER),
        incoming_letter=typed.get("incoming_letter", ""),
        attorney=_attorney(typed),
        purpose=typed.get("purpose", ""),
        access=Access(typed.get("access") or Access.COPY),
        copy_form=CopyForm(typed.get("copy_form") or CopyForm.SOFTCOPY),
        delivery=Delivery(typed.get("delivery") or Delivery.FETCH),
    )


def lines(wanted: str) -> list[str]:
    """What is asked for, one thing a line."""
    return [" ".join(line.split()) for line in wanted.splitlines() if line.strip()]


def as_values(request: Request) -> dict[str, str]:
    """A request as it stands in the form; the identity number masked."""
    attorney = request.attorney or Attorney("")
    return {
        **person_values(request.requester),
        "wanted": "\n".join(item.wanted for item in request.items),
        "purpose": request.purpose,
        "access": request.access.value,
        "copy_form": request.copy_form.value,
        "delivery": request.delivery.value,
        "received": labels.long_date(request.received),
        "arrival": request.arrival.value,
        "incoming_letter": request.incoming_letter,
        "attorney": attorney.name,
        "attorney_address": attorney.address,
        "attorney_letter": attorney.letter,
    }


def person_values(person: Requester) -> dict[str, str]:
    """Who asks, as they stand in the form; the identity number masked."""
    return {
        "name": person.name,
        "address": person.address,
        "contact": person.contact,
        "occupation": person.occupation,
        "identity_number": masked(person.identity_number),
        "kind": person.kind.value,
        KNOWN: str(person.id or ""),
    }


def lacking(request: Request) -> list[str]:
    """What a request should tell and does not, in the words of a letter that asks for it."""
    person = request.requester
    needed = (
        (person.identity_number, "nomor identitas (NIK), dengan salinan kartu identitas"),
        (person.contact, "nomor telepon atau alamat e-mail"),
        (request.purpose, "tujuan penggunaan informasi"),
        ("ada" if request.attorney is None else request.attorney.letter, "surat kuasa khusus"),
    )
    return [words for told, words in needed if not told]


def amended(office: Office, before: Request, values: Mapping[str, str], today: date) -> Request:
    """The request with what was corrected in the form. What an item came to stays with its words.

    Raises RequestError where an item that was decided would be lost.
    """
    new = filled_in(office, values, today)
    items = _items(before.items, [item.wanted for item in new.items])
    number = new.requester.identity_number
    if number == masked(before.requester.identity_number):
        number = before.requester.identity_number
    return replace(
        before,
        received=new.received,
        requester=replace(new.requester, identity_number=number, id=before.requester.id),
        items=items,
        arrival=new.arrival,
        incoming_letter=new.incoming_letter,
        attorney=new.attorney,
        purpose=new.purpose,
        access=new.access,
        copy_form=new.copy_form,
        delivery=new.delivery,
    )


def _items(before: tuple[RequestItem, ...], wanted: list[str]) -> tuple[RequestItem, ...]:
    if len(wanted) == len(before):
        return tuple(replace(item, wanted=words) for item, words in zip(before, wanted, strict=True))
    kept = {item.wanted: item for item in before}
    lost = [item for item in before if item.wanted not in wanted and item != RequestItem(item.wanted)]
    if lost:
        raise RequestError(f"“{lost[0].wanted}” sudah ada jawabannya: barisnya tidak dapat dihapus.")
    return tuple(kept.get(words, RequestItem(words)) for words in wanted)


def _person(office: Office, typed: Mapping[str, str]) -> Requester:
    known, number = office.records.requesters.get(int(typed.get(KNOWN) or 0)), typed.get("identity_number", "")
    if known and number == masked(known.identity_number):
        number = known.identity_number
    if known and not _is_same(known, typed.get("name", ""), number):
        known = None  # somebody else was typed over them
    return Requester(
        name=typed.get("name", ""),
        address=typed.get("address", ""),
        contact=typed.get("contact", ""),
        occupation=typed.get("occupation", ""),
        identity_number=number,
        kind=RequesterKind(typed.get("kind") or RequesterKind.CITIZEN),
        id=known.id if known else 0,
    )


def _is_same(known: Requester, name: str, number: str) -> bool:
    return known.name.casefold() == name.casefold() or (number != "" and number == known.identity_number)


def _attorney(typed: Mapping[str, str]) -> Attorney | None:
    name = typed.get("attorney", "")
    told = Attorney(name, typed.get("attorney_address", ""), "", typed.get("attorney_letter", ""))
    return told if name else None
