"""Show the words of a facet that the weights name although no single rule holds for it."""

from collections.abc import Callable, Mapping

from claimdiff.language.reading import Cue
from claimdiff.verdict.additions import longest
from claimdiff.verdict.commitment import strongest
from claimdiff.verdict.contraries import SILENT
from claimdiff.verdict.contrast import Contrast
from claimdiff.verdict.evidence import Evidence
from claimdiff.verdict.model import Place
from claimdiff.verdict.roles import agents, speakers
from claimdiff.vocabulary import Facet, Verdict

DENYING = frozenset({"denied", "claimed"})
BOTH_DENY = "both-deny"
"""The rule of a stand-in for polarity where both sides have words that deny: it shows no side against the other."""


def stand_in(c: Contrast, facet: Facet) -> Evidence | None:
    """Return evidence of a facet by the words on each side that speak of it.

    Where neither side has such words the rule begins with ``bare`` and each side's longest stretch of its own stands in;
    None where there is none either.
    """
    if facet not in _SHOWN:
        return None
    show, explanation, guess = _SHOWN[facet]
    mirrored = c.mirrored()
    left, right = show(c), show(mirrored)
    if left and right and left.words.casefold() == right.words.casefold():
        # The same words on both sides show no difference: what only one side says does.
        left, right = _stretch(c), _stretch(mirrored)
        if left is None and right is None:
            return None
        rule = BOTH_DENY if facet is Facet.POLARITY else f"weighed-{facet.value}"
        return Evidence(rule, facet, Verdict.PARTIAL, left, right, explanation)
    if facet is Facet.POLARITY and left and right:
        return Evidence(BOTH_DENY, facet, Verdict.PARTIAL, left, right, "Both sides deny or doubt something.")
    rule, why = (f"weighed-{facet.value}", explanation) if left or right else (f"bare-{facet.value}", guess)
    left, right = left or _stretch(c), right or _stretch(mirrored)
    return None if left is None and right is None else Evidence(rule, facet, Verdict.PARTIAL, left, right, why)


def _stretch(c: Contrast) -> Place | None:
    words = longest(c)
    return c.left.place(words[0][0], words[0][1], words[-1][1] + 1) if words else None


def _denial(c: Contrast) -> Place | None:
    for i, reading in enumerate(c.left.readings):
        for negation in reading.negations:
            if negation.kind not in SILENT:
                return c.left.place(i, negation.cue_first, negation.cue_last)
        for cue in reading.cues:
            if cue.kind == "report" and cue.value in DENYING:
                return c.left.place(i, cue.first, cue.last)
    return None


def _tone(c: Contrast) -> Place | None:
    colours = [(i, cue) for i, r in enumerate(c.left.readings) for cue in r.cues if _coloured(cue)]
    hostile = [entry for entry in colours if entry[1].other == "hostile"]
    for i, cue in hostile or colours:
        return c.left.place(i, cue.first, cue.last)
    return None


def _coloured(cue: Cue) -> bool:
    return cue.kind == "tone" and cue.other != "neutral"


def _actor(c: Contrast) -> Place | None:
    for i, mention in agents(c.left) or speakers(c.left):
        return c.left.place(i, mention.first, mention.last)
    return None


def _step(c: Contrast) -> Place | None:
    found = strongest(c.left)
    return None if found is None else c.left.place(found[0], found[1].first, found[1].last)


_SHOWN: Mapping[Facet, tuple[Callable[[Contrast], Place | None], str, str]] = {
    Facet.POLARITY: (
        _denial,
        "One side's words deny or doubt what the other says.",
        "One side may deny or doubt what the other says; no single word shows it.",
    ),
    Facet.FRAMING: (
        _tone,
        "The two sides put the matter in opposed or differently coloured words.",
        "The two sides may put the matter in another light; no single word shows it.",
    ),
    Facet.ACTOR: (
        _actor,
        "The two sides differ in who acts.",
        "The two sides may differ in who acts; no single word shows it.",
    ),
    Facet.COMMITMENT: (
        _step,
        "The two sides differ in how far somebody is bound.",
        "The two sides may differ in how far somebody is bound; no single word shows it.",
    ),
    Facet.SCOPE: (
        lambda _: None,
        "Each side covers matter that the other does not.",
        "Each side covers matter that the other does not.",
    ),
}
"""Facet -> what finds its words on the left side, what is said where it found some, and where it found none."""
