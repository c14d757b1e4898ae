"""A file a screen, its stylesheet beside it."""
