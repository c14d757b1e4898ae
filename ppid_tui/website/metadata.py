"""The catalogue for machines: DCAT 3 as JSON-LD, each record also a schema.org Dataset."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from ppid_tui.printouts.labels import class_label
from ppid_tui.website.entry import Catalogue, WebEntry

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def metadata(catalogue: Catalogue, entries: Sequence[WebEntry]) -> bytes:
    """The whole catalogue. Addresses are relative: it is not known yet where it will stand."""
    publisher = {"@type": ["foaf:Agent", "schema:Organization"], "foaf:name": catalogue.office}
    document = {
        "@context": _CONTEXT,
        "@type": ["dcat:Catalog", "schema:DataCatalog"],
        "dct:title": f"Daftar Informasi Publik {catalogue.office}",
        "dct:language": "id",
        "dct:publisher": publisher,
        "dct:issued": _day(catalogue.made_on.isoformat()),
        "dcat:dataset": [_dataset(entry, publisher) for entry in entries],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _dataset(entry: WebEntry, publisher: Mapping[str, object]) -> dict[str, object]:
    known: dict[str, object] = {
        "@type": ["dcat:Dataset", "schema:Dataset"],
        "dct:identifier": entry.letter_number,
        "dct:title": entry.title,
        "schema:name": entry.title,
        "dct:description": entry.summary,
        "schema:description": entry.summary,
        "dct:issued": _day(entry.day.isoformat()) if entry.day else "",
        "dct:publisher": publisher,
        "dct:creator": entry.unit,
        "dct:type": entry.kind,
        "dcat:theme": f"Informasi {class_label(entry.information_class)}",
        "dcat:distribution": _distribution(entry),
    }
    return {name: value for name, value in known.items() if value}


def _distribution(entry: WebEntry) -> dict[str, object]:
    return {
        "@type": ["dcat:Distribution", "schema:DataDownload"],
        "dcat:downloadURL": {"@id": quote(entry.path)},
        "dcat:mediaType": entry.media_type,
        "schema:encodingFormat": entry.media_type,
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(entry.size)},
        "spdx:checksum": {"spdx:algorithm": "SHA256", "spdx:checksumValue": entry.digest},
    }


def _day(value: str) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": value}
