"""``python -m ppid_tui``."""

import sys

from ppid_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
