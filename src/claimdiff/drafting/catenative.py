"""Find the frames whose verb of speech hangs on another: "went on to thank", "was quick to blame", "quoted as saying"."""

from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.phrases import QUOTED
from claimdiff.drafting.subjects import subject_before
from claimdiff.drafting.verbs import Form
from claimdiff.language.reading import Token

_DID = frozenset(
    "quick swift keen careful pains forced obliged compelled moved happy anxious eager delighted proud sorry first latest "
    "scathing hastened rushed sought proceeded ventured continued continues began begun went chose opted stepped came heard "
    "scrambled hurried paused bothered pressed glad free right wrong".split()
)
"""Words before "to" and a verb of speech that tell that somebody did say it."""

_MEANS = frozenset("took used wrote posted appeared called convened stood rose seized".split())
"""Verbs by whose object somebody says it: "took to X to denounce", "used her speech to attack"."""

_HEARD = frozenset("heard seen filmed recorded caught shown overheard spent".split())
"""Participles before a verb of speech in -ing: "can be heard insisting", "has spent a decade promising"."""

_QUOTED_AS = frozenset("quoted recorded cited reported record heard".split())
"""Words before "as saying"."""

_FINITE = Form(lemma="be", shape="s", kind="attitude", group="attitude")


def catenative_frames(
    tokens: Sequence[Token], places: frozenset[int], verbs: Sequence[tuple[int, int, Form]]
) -> list[Frame]:
    """Return the frames of verbs of speech that another verb leads to.

    ``places``: where the sentence's finite verbs are. ``verbs``: first and last token and form of every verb of speech or act.
    """
    found = []
    for first, last, form in verbs:
        lead = _lead(tokens, first, form)
        if lead is None:
            continue
        subject = subject_before(tokens, lead, _FINITE, frozenset(place for place in places if place != lead))
        if subject is None or subject.negated:
            continue
        heard = tokens[lead].lower in _HEARD | _QUOTED_AS
        plain = replace(subject, modal=subject.modal and not heard, passive=False)
        found.append(
            Frame(
                kind=form.kind, group=form.group, lemma=form.lemma, shape="past", subject=plain, first=lead, last=last
            )
        )
    return found


def _lead(tokens: Sequence[Token], verb: int, form: Form) -> int | None:
    """Return the place of the verb or adjective that the verb of speech hangs on."""
    before = tokens[verb - 1].lower if verb else ""
    if form.shape == "ing":
        return _doing(tokens, verb, before)
    if form.shape not in {"base", "past"} or before != "to" or verb < 2:
        return None
    at = verb - 2
    word = tokens[at].lower
    if word == "on" and tokens[at - 1].lower in {"went", "goes", "go"}:
        return at - 1
    if word in _DID - {"went"}:
        # "was among the first to", "was at pains to"
        while at > 0 and tokens[at - 1].lower in {"at", "among", "the", "so", "too", "only", "very"}:
            at -= 1
        return at
    return _means(tokens, at)


def _means(tokens: Sequence[Token], at: int) -> int | None:
    for i in range(at, max(-1, at - 9), -1):
        word = tokens[i].lower
        if tokens[i].text in {",", ";", ":", QUOTED, "."} or word in w.RELATIVE | w.CONTRAST | w.AUXILIARIES:
            return None
        if word in _MEANS and i < at:
            led = word in {"took", "wrote", "rose"}
            return i if not led or any(t.lower == "to" for t in tokens[i : at + 1]) else None
    return None


def _doing(tokens: Sequence[Token], verb: int, before: str) -> int | None:
    if before == "as":
        for i in range(verb - 2, max(-1, verb - 9), -1):
            if tokens[i].text in {",", ";", QUOTED}:
                return None
            if tokens[i].lower in _QUOTED_AS:
                return i - 1 if tokens[i].lower == "record" else i
        return None
    for i in range(verb - 1, max(-1, verb - 7), -1):
        if tokens[i].text in {",", ";", ":", QUOTED} or tokens[i].lower in w.RELATIVE | w.CONTRAST:
            return None
        if tokens[i].lower in _HEARD:
            return i if tokens[i].lower == "spent" or i == verb - 1 else None
    return None
