"""The numbers of letters and regulations, which people write in many ways."""

from __future__ import annotations

import re

_LABEL = re.compile(r"^(?:NOMOR|NO\b\.?)\s*:?\s*")
_AROUND = re.compile(r"\s*([/.-])\s*")


def number_key(number: str) -> str:
    """The normal form: capitals, plain hyphens, single spaces and none around stroke, dot and hyphen.

    ``"270 / ADPIM. II/ III/ 2024"`` and ``"270/Adpim.II/III/2024"`` are one number.
    """
    plain = " ".join(re.sub("[\u2010-\u2015]", "-", number).upper().split())
    return _AROUND.sub(r"\1", _LABEL.sub("", plain)).strip(" :")
