"""Every SOP to its end by keys, each visit in a process of its own that is killed in the midst and at the end.

    python -m tests.stress.sops [WALK ...]

All walks if none is named.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.screens.killed_walks import killed_all_the_way
from tests.screens.walks import WALKS


def main(names: list[str]) -> None:
    """Make these walks, all if none is named."""
    for name in names or WALKS:
        with TemporaryDirectory() as folder:
            kills = killed_all_the_way(Path(folder) / "home", name)
        print(f"{name}: killed {kills} times, nothing lost, nothing twice", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
