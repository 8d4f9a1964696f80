"""A baseline: what was known when check was adopted, so that only what is new is told."""

import json
from collections.abc import Set as AbstractSet
from dataclasses import replace

from claimdiff.check.fingerprint import fingerprints
from claimdiff.check.model import Checked

VERSION = 1


class BaselineFault(ValueError):  # noqa: N818 - a fault in the file, not of the program
    """A file that is no baseline."""


def baseline_text(checked: Checked) -> str:
    """Return the baseline of all that was found: for every file its codes with their fingerprints, in order."""
    files: dict[str, list[list[str]]] = {}
    for diagnostic, fingerprint in zip(checked.diagnostics, fingerprints(checked), strict=True):
        files.setdefault(diagnostic.path, []).append([diagnostic.code, fingerprint])
    ordered = {path: sorted(files[path]) for path in sorted(files)}
    return json.dumps({"version": VERSION, "known": ordered}, indent=1, ensure_ascii=True) + "\n"


def known_in(text: str) -> frozenset[str]:
    """Return the fingerprints of a baseline; raise BaselineFault where the text is none."""
    try:
        data = json.loads(text)
        version = data["version"]
        known = frozenset(str(fingerprint) for found in data["known"].values() for _, fingerprint in found)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = "it is no baseline; write one with --write-baseline"
        raise BaselineFault(message) from error
    if version != VERSION:
        message = f"it is of version {version!r} and this claimdiff reads version {VERSION}; write it anew"
        raise BaselineFault(message)
    return known


def without_known(checked: Checked, known: AbstractSet[str]) -> Checked:
    """Return what is not known, with the number of what is."""
    new = tuple(
        diagnostic
        for diagnostic, fingerprint in zip(checked.diagnostics, fingerprints(checked), strict=True)
        if fingerprint not in known
    )
    return replace(checked, diagnostics=new, hidden=len(checked.diagnostics) - len(new))
