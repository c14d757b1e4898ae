"""Which class a document of a kind is likely to get: proposed to the officer with its reason, never set.

UU 14/2008 article 11 (1) c keeps policies available at any time, and article 18 (1) b says that a regulation is never
exempt. An office that publishes its regulations periodically says so in ``office.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass

from archive.model import Document, InformationClass
from ppid_tui.desk.profile import Profile
from ppid_tui.printouts.labels import class_label

REGULATIONS = ("undang-undang", "peraturan")
"""What the kind of a regulation begins with."""
DRAFTS = ("rancangan", "konsep", "draf")
"""What the title of one that is not yet in force begins with."""
BY_LAW = "Peraturan terbuka menurut UU 14/2008 Pasal 11 dan 18."
BY_OFFICE = "Menurut pengaturan kantor untuk jenis ini."


@dataclass(frozen=True)
class Proposal:
    """A class, and why, in Indonesian."""

    information_class: InformationClass
    why: str

    @property
    def words(self) -> str:
        """As the officer reads it."""
        return f"Usulan: {class_label(self.information_class)}. {self.why}"


def proposal(profile: Profile, document: Document) -> Proposal | None:
    """What to propose while no class is decided; the office's own word on a kind counts first."""
    kind = document.kind.strip().casefold()
    if document.information_class is not InformationClass.BELUM_DITETAPKAN or not kind:
        return None
    own = [value for begins, value in profile.class_proposals.items() if kind.startswith(begins.strip().casefold())]
    if own:
        return Proposal(InformationClass(own[0]), BY_OFFICE) if own[0] else None
    if kind.startswith(REGULATIONS) and not document.title.strip().casefold().startswith(DRAFTS):
        return Proposal(InformationClass.SETIAP_SAAT, BY_LAW)
    return None
