"""Formats of what a check found: each a pure function from ``Checked`` to text; see ``table``."""
