"""The commands of ``ppid-tui``, each a function from what was asked to an exit code."""
