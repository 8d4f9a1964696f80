"""The forms of the verbs by which somebody says, asks, agrees or refuses, from the lexicon's tables."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from claimdiff.drafting import idioms
from claimdiff.drafting import words as w
from claimdiff.language.lexicon import Lexicon

_SAY, _ACT = "say", "act"


_ACT_LEVELS = (
    "ordered decided agreed committed reaffirmed offered supported welcomed proposed demanded called-for hoped warned opposed "
    "withdrew rejected denied acknowledged"
).split()

_IRREGULAR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "say": ("says", "said", "saying"),
        "tell": ("tells", "told", "telling"),
        "write": ("writes", "wrote", "writing"),
        "swear": ("swears", "swore", "swearing"),
        "deny": ("denies", "denied", "denying"),
        "rebut": ("rebuts", "rebutted", "rebutting"),
        "think": ("thinks", "thought", "thinking"),
        "uphold": ("upholds", "upheld", "upholding"),
        "forecast": ("forecasts", "forecast", "forecasting"),
        "caution": ("cautions", "cautioned", "cautioning"),
        "hit": ("hits", "hit", "hitting"),
        "put": ("puts", "put", "putting"),
        "cast": ("casts", "cast", "casting"),
        "take": ("takes", "took", "taking"),
        "shoot": ("shoots", "shot", "shooting"),
        "pay": ("pays", "paid", "paying"),
        "go": ("goes", "went", "going"),
        "beg": ("begs", "begged", "begging"),
        "rap": ("raps", "rapped", "rapping"),
        "slam": ("slams", "slammed", "slamming"),
        "sob": ("sobs", "sobbed", "sobbing"),
        "snap": ("snaps", "snapped", "snapping"),
        "seek": ("seeks", "sought", "seeking"),
        "undertake": ("undertakes", "undertook", "undertaking"),
        "forbid": ("forbids", "forbade", "forbidding"),
        "hold": ("holds", "held", "holding"),
        "come": ("comes", "came", "coming"),
        "give": ("gives", "gave", "giving"),
        "make": ("makes", "made", "making"),
        "stand": ("stands", "stood", "standing"),
        "stick": ("sticks", "stuck", "sticking"),
        "strike": ("strikes", "struck", "striking"),
        "speak": ("speaks", "spoke", "speaking"),
        "leave": ("leaves", "left", "leaving"),
        "lay": ("lays", "laid", "laying"),
        "let": ("lets", "let", "letting"),
        "lend": ("lends", "lent", "lending"),
        "throw": ("throws", "threw", "throwing"),
        "draw": ("draws", "drew", "drawing"),
        "send": ("sends", "sent", "sending"),
        "have": ("has", "had", "having"),
        "see": ("sees", "saw", "seeing"),
        "foresee": ("foresees", "foresaw", "foreseeing"),
        "foretell": ("foretells", "foretold", "foretelling"),
        "tear": ("tears", "tore", "tearing"),
        "leap": ("leaps", "leapt", "leaping"),
        "spell": ("spells", "spelt", "spelling"),
        "feel": ("feels", "felt", "feeling"),
        "understand": ("understands", "understood", "understanding"),
    }
)

_ACT_PHRASES = (
    "rule out", "play down", "brush off", "brush aside", "brushed aside", "shrug off", "wave away", "complain", "apologise",
    "object to", "take responsibility", "took responsibility", "claim responsibility", "distance itself from",
    "distanced itself from", "disagree", "laugh off",
)  # fmt: skip
_HEATED = "slam blast rap savage roast mock".split()
"""Verbs of speech in headlines' English that may as well tell of a blow."""

_QUOTING = "laugh smile finish sigh sob snap storm beg groan cry cried".split()
"""Verbs that tell of speech only beside quoted words."""

_SAY_PHRASES = (
    "put it to", "put to", "issued a statement", "released a statement", "put out a statement", "expressed hope",
    "expressed regret", "expressed concern", "voiced concern", "cited", "made clear", "noted", "hit back", "hits back",
    "hit out", "hits out", "fire back", "lash out", "lashed out", "shot back", "took aim", "took issue", "went on to say",
    "weigh in", "chime in", "traded accusations", "trade accusations", "exchanged accusations", "traded blame", "traded barbs",
     "cast doubt", "casts doubt", "pour scorn", "poured scorn", "paid tribute", "pays tribute", "spoke of",
    "did likewise", "did the same", "followed suit", "sees a", "sees an", "sees no",
)  # fmt: skip
_MORE_ACTS = tuple(
    "apologise apologize refuse accept reject agree blame criticise resign consent sentence rule acquit dismiss "
    "seek want".split()
)
_PAST = frozenset(
    "put told said wrote written swore thought held made gave hit cast took shot paid went spoke found undertook upheld drew "
    "withdrew broke brought sought forbade stood threw pulled came left did sees".split()
)
_DOUBLED = frozenset("regret admit rebut rebuff commit quip refer pin aver pan".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of a verb: its lemma, ``base``, ``s``, ``past`` or ``ing``, and whether it tells speech or an act."""

    lemma: str
    shape: str
    kind: str
    group: str

    @property
    def ambiguous(self) -> bool:
        """Tell whether the form may as well be a noun."""
        return self.shape in ("base", "s") and self.lemma in w.AMBIGUOUS_VERBS


def _forms(lemma: str) -> tuple[str, str, str]:
    if lemma in _IRREGULAR:
        third, past, ing = _IRREGULAR[lemma]
        return third, past, ing
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    third = lemma + "es" if re.search(r"(s|x|z|ch|sh)$", lemma) else lemma + "s"
    return third, stem + "ed", stem + "ing"


def _light() -> Mapping[str, tuple[Form, frozenset[str]]]:
    """Return word -> its form and the nouns with which it tells of speech: "issued a warning", "gave its backing"."""
    found = {}
    for lemma, nouns in idioms.LIGHT.items():
        for word, shape in zip((lemma, *_forms(lemma)), ("base", "s", "past", "ing"), strict=True):
            found[word] = (Form(lemma=f"{lemma} a", shape=shape, kind="say", group="light"), nouns)
    return MappingProxyType(found)


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in _PAST


LIGHT = _light()


def _framed() -> Mapping[str, Form]:
    found = {}
    for lemma in idioms.FRAMED:
        for word, shape in zip((lemma, *_forms(lemma)), ("base", "s", "past", "ing"), strict=True):
            found[word] = Form(lemma=lemma, shape=shape, kind="say", group="argued")
    return MappingProxyType(found)


FRAMED = _framed()


FOUND = Form(lemma="found", shape="past", kind="say", group="found")


def _separable() -> Mapping[str, Form]:
    found = {}
    for lemma in idioms.APART:
        for word, shape in zip((lemma, *_forms(lemma)), ("base", "s", "past", "ing"), strict=True):
            found[word] = Form(lemma=lemma, shape=shape, kind="act", group="rejected")
    return MappingProxyType(found)


SEPARABLE = _separable()


@lru_cache(maxsize=4)
def _tables(names: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, tuple[tuple[tuple[str, ...], Form], ...]]:
    table: dict[str, dict[tuple[str, ...], Form]] = {}

    def put(word: str, rest: Sequence[str], form: Form) -> None:
        table.setdefault(word, {}).setdefault(tuple(rest), form)

    # Verbs whose past form is the base form are mostly met in the past: "hit", "put", "forecast".
    for group, terms in names:
        kind, _, name = group.partition(":")
        for term in terms:
            first, *rest = term.split()
            if _is_past(first) and not first.endswith(("need", "feed")):
                put(first, rest, Form(lemma=first, shape="past", kind=kind, group=name))
                continue
            third, past, ing = _forms(first)
            base = "past" if first == past else "base"
            for word, shape in ((first, base), (third, "s"), (past, "past"), (ing, "ing")):
                put(word, rest, Form(lemma=first, shape=shape, kind=kind, group=name))
    return {word: tuple(sorted(entries.items(), key=lambda e: -len(e[0]))) for word, entries in table.items()}


def verb_table(lexicon: Lexicon) -> dict[str, tuple[tuple[tuple[str, ...], Form], ...]]:
    """Return first word -> (further words, form), longer phrases first, of all verbs of speech and of acts."""
    groups: list[tuple[str, tuple[str, ...]]] = [(f"{_SAY}:said", tuple(sorted(w.VERBS_OF_SPEECH)))]
    reporting = lexicon.tables.get("reporting", {})
    groups += [(f"{_SAY}:{name}", _usable(entry["terms"])) for name, entry in reporting.items()]
    groups.append((f"{_SAY}:argued", _SAY_PHRASES))
    groups.append((f"{_SAY}:argued", (*idioms.PHRASES, *idioms.THAT)))
    groups.append((f"{_SAY}:heated", tuple(_HEATED)))
    groups.append((f"{_SAY}:found", ("found that", "finds that", "has found that")))
    groups.append((f"{_SAY}:quoting", ("conclude", "continue", "begin", "go on", "went on", *_QUOTING)))
    groups.append((f"{_ACT}:act", tuple(_MORE_ACTS)))
    ladder = lexicon.tables.get("commitment", {})
    groups += [(f"{_ACT}:{name}", _usable(ladder[name]["terms"])) for name in _ACT_LEVELS if name in ladder]
    groups.append((f"{_ACT}:act", _ACT_PHRASES))
    groups.append((f"{_ACT}:rejected", ("turn down", "rebuff", "spurn", "wave away")))
    groups.append((f"{_ACT}:planned", ("plan to", "intend to", "stop short of", "stopped short of")))
    return _tables(tuple(groups))


def _usable(terms: Sequence[str]) -> tuple[str, ...]:
    """Return the terms that are verbs: no nouns, and no words that only go with a verb ("in favour of")."""
    kept = []
    for term in terms:
        first, *rest = term.split()
        last = (rest or [first])[-1]
        if first in {"according", "in", "it", "is", "was", "be", "no", "not", "out", "the", "calls", "leave", "left"}:
            continue
        if not rest and (first in w.NO_VERBS or first.endswith(("tion", "ment", "ance", "ity", "ness"))):
            continue
        if rest and (first in {"opposition", "condition", "idea", "common"} or last in {"the"}):
            continue
        kept.append(term)
    return tuple(kept)
