"""Compare what different parties say about the same event.

The public names are ``load_event``, ``compare``, ``judge``, ``similarity``, the report's types and ``__version__``; they
are described in docs/api.md. They are imported when first used, so that ``import claimdiff`` costs next to nothing.
"""

from typing import TYPE_CHECKING, Any

from claimdiff._version import __version__

if TYPE_CHECKING:
    from claimdiff.accounts.model import Account, Assertion, Event, Quote, Source
    from claimdiff.api import compare, judge, load_event, similarity
    from claimdiff.comparison.model import (
        Comparison,
        Difference,
        Link,
        Omission,
        Possible,
        Report,
        Words,
    )
    from claimdiff.comparison.options import Curation, Options
    from claimdiff.verdict.model import Judgement
    from claimdiff.vocabulary import Coverage, Facet, Origin, Role, Verdict, Voice

__all__ = [
    "Account",
    "Assertion",
    "Comparison",
    "Coverage",
    "Curation",
    "Difference",
    "Event",
    "Facet",
    "Judgement",
    "Link",
    "Omission",
    "Options",
    "Origin",
    "Possible",
    "Quote",
    "Report",
    "Role",
    "Source",
    "Verdict",
    "Voice",
    "Words",
    "__version__",
    "compare",
    "judge",
    "load_event",
    "similarity",
]

_HOME = {
    **dict.fromkeys(("compare", "judge", "load_event", "similarity"), "claimdiff.api"),
    **dict.fromkeys(("Account", "Assertion", "Event", "Quote", "Source"), "claimdiff.accounts.model"),
    **dict.fromkeys(("Coverage", "Facet", "Origin", "Role", "Verdict", "Voice"), "claimdiff.vocabulary"),
    **dict.fromkeys(
        ("Comparison", "Difference", "Link", "Omission", "Possible", "Report", "Words"), "claimdiff.comparison.model"
    ),
    **dict.fromkeys(("Curation", "Options"), "claimdiff.comparison.options"),
    "Judgement": "claimdiff.verdict.model",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used (PEP 562)."""
    if name not in _HOME:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    """Name what can be imported."""
    return sorted(__all__)
