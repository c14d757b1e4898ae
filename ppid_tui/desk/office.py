"""One office, opened: its profile, its SOP, and the two stores. Every desk function begins with it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from archive.backup import BACKUPS, Backup
from archive.kept import NoBackup
from archive.model import Officer, Right
from archive.officers import rights_of
from archive.records import Records
from archive.softcopies import Softcopies
from archive.sop import Sop, bundled_sop, load_sop
from archive.sop_versions import keep_version
from archive.texts import Texts
from archive.workdays import Calendar
from ppid_tui.desk.indexes import Indexes
from ppid_tui.desk.profile import Profile, read_profile

OWNER = Officer(name="Pemilik laptop (baris perintah)", rights=tuple(r for r in Right if r is not Right.SEE_EXEMPT))
"""Who acts on the command line: the owner of the laptop's account."""


class NotSetUp(Exception):
    """There is no office in this data home yet."""


class NotAllowed(Exception):
    """The officer's role may not do this; the words say so in Indonesian."""


@dataclass(frozen=True)
class Home:
    """The places of a data home."""

    root: Path

    @property
    def profile(self) -> Path:
        """``office.toml``."""
        return self.root / "office.toml"

    @property
    def archive(self) -> Path:
        """Records, softcopies, texts: what must never be lost."""
        return self.root / "archive"

    @property
    def index(self) -> Path:
        """What can be built anew."""
        return self.root / "index"

    @property
    def words(self) -> Path:
        """Everyday words of this office's own, beside the shipped ones."""
        return self.root / "settings" / "kata-sehari-hari.toml"

    @property
    def incoming(self) -> Path:
        """Where softcopies are dropped."""
        return self.root / "incoming"

    @property
    def duplicates(self) -> Path:
        """Files that were already kept."""
        return self.root / "duplicates"

    @property
    def quarantine(self) -> Path:
        """Files that could not be taken in, each with its reason."""
        return self.root / "quarantine"

    @property
    def sops(self) -> Path:
        """SOPs of the office's own."""
        return self.root / "sops"

    @property
    def sop_versions(self) -> Path:
        """SOPs as they were, for the cases that began under them."""
        return self.archive / "sops"

    @property
    def printouts(self) -> Path:
        """Papers that were made, to be printed again."""
        return self.root / "printouts"


@dataclass(frozen=True)
class Office:
    """An office that is open. Close it when done."""

    home: Home
    profile: Profile
    sop: Sop
    records: Records
    softcopies: Softcopies
    texts: Texts
    indexes: Indexes
    calendar: Calendar

    def may(self, officer: Officer, right: Right) -> bool:
        """Whether the officer has this right under the office's SOP."""
        return right in rights_of(officer, self.sop)

    def require(self, officer: Officer, right: Right, doing: str) -> None:
        """Raise NotAllowed unless the officer has the right; ``doing`` says what was tried, in Indonesian."""
        if not self.may(officer, right):
            roles = [role.title for role in self.sop.roles if right in role.may]
            whose = " atau ".join(roles) or "petugas yang berwenang"
            raise NotAllowed(f"{doing} adalah wewenang {whose}. Mintalah kepadanya.")

    def close(self) -> None:
        """Close index and records."""
        self.softcopies.close()
        self.indexes.close()
        self.records.close()


def open_office(root: Path) -> Office:
    """Open the office of this data home. Raises NotSetUp, BadProfile, SopError or NewerStore."""
    home = Home(root)
    if not home.profile.is_file():
        raise NotSetUp(f"Belum ada kantor di {root}. Jalankan ppid-tui untuk menyiapkannya.")
    profile = read_profile(home.profile)
    sop = _sop_of(home, profile)
    for folder in (home.archive, home.incoming, home.printouts):
        folder.mkdir(parents=True, exist_ok=True)
    keep_version(home.sop_versions, sop)
    records = Records(home.archive / "records.jsonl", lambda: _back_up(home, profile))
    texts = Texts(home.archive / "text")
    return Office(
        home=home,
        profile=profile,
        sop=sop,
        records=records,
        softcopies=Softcopies(home.archive / "softcopies"),
        texts=texts,
        indexes=Indexes(home.index, records, texts, home.words),
        calendar=profile.calendar,
    )


def own_sop_path(home: Home, id: str) -> Path:  # noqa: A002 - the word of the SOP file
    """Where the office's own SOP of this id lies, if it has one."""
    return home.sops / f"{id}.toml"


def _sop_of(home: Home, profile: Profile) -> Sop:
    own = own_sop_path(home, profile.sop)
    return load_sop(own) if own.is_file() else bundled_sop(profile.sop)


def _back_up(home: Home, profile: Profile) -> None:
    """Before an upgrade; where there is no room, the copy of the records that the upgrade itself makes must do."""
    with suppress(OSError, NoBackup):
        for _ in Backup(home.root, home.root / BACKUPS, now(), profile.name):
            pass


def now() -> datetime:
    """The office's own time, to the second."""
    return datetime.now().replace(microsecond=0)
