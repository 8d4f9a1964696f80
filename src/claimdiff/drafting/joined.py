"""Tell names that hold an "and" from two names: "Metal and General", a union, from "Russia and Ukraine"."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.phrases import QUOTED, Spoken
from claimdiff.language.reading import Token

_SINGULAR = frozenset("has is was says wants holds plans does".split())
_NOUNS = w.BODIES | w.UNIONS | w.TEAMS | w.COMPANIES | w.ARMED
_ARTICLES = frozenset({"the", "a", "an"})


def join_names(found: Sequence[Spoken]) -> list[Spoken]:
    """Return the sentences with the "and" of every such name as "&", which never parts a name.

    A name holds its "and" where the text takes it for one (a singular verb, "the party", "which has") and never has one half
    of it alone, or where the same two halves stand together again and again and never alone.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    single: set[tuple[str, str]] = set()
    alone: set[str] = set()
    for spoken in found:
        tokens = spoken.tokens
        for i, token in enumerate(tokens):
            pair = _pair(spoken, i)
            if pair is not None:
                pairs[pair] += 1
                single |= {pair} if _taken_for_one(tokens, i) else set()
            elif _capital(token) and not any(_pair(spoken, k) for k in (i - 1, i + 1)) and i > 0:
                alone.add(token.text)
    one = {pair for pair in pairs if (pair in single or pairs[pair] > 2) and not alone & set(pair)}
    return [_marked(spoken, one) for spoken in found]


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.text != QUOTED


def _pair(spoken: Spoken, at: int) -> tuple[str, str] | None:
    """Return the two single capitals that the "and" at ``at`` joins, where no actor of the lexicon is one of them."""
    tokens = spoken.tokens
    if not 0 < at < len(tokens) - 1 or tokens[at].lower != "and":
        return None
    left, right = tokens[at - 1], tokens[at + 1]
    beyond = [tokens[k] for k in (at - 2, at + 2) if 0 <= k < len(tokens)]
    longer = any(_capital(token) and token.lower not in _ARTICLES for token in beyond)
    if not (_capital(left) and _capital(right)) or longer or left.lower in w.CALENDAR:
        return None
    actors = any(actor.first <= at + 1 and at - 1 < actor.last for actor in spoken.actors)
    return None if actors else (left.text, right.text)


def _taken_for_one(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a singular stands beside the two names: "the union, X and Y,", "X and Y, which has", "X and Y says"."""
    before = [token.lower for token in tokens[max(0, at - 3) : at - 1]]
    noun = next((word for word in reversed(before) if word != ","), "")
    after = [token.lower for token in tokens[at + 2 : at + 10]]
    if noun in _NOUNS and not noun.endswith("s"):
        return True
    if after[:1] and after[0] in _SINGULAR:
        return True
    if after[:2] == [",", "which"]:
        return after[2:3] != [] and after[2] in _SINGULAR
    if after[:1] != [","] or len(after) < 3 or after[1] not in _ARTICLES:
        return False
    ends = after.index(",", 1) if "," in after[1:] else len(after)
    return bool(set(after[1:ends]) & _NOUNS) and not any(word in w.PAIRS for word in after[1:ends])


def _marked(spoken: Spoken, one: set[tuple[str, str]]) -> Spoken:
    at = [i for i in range(len(spoken.tokens)) if _pair(spoken, i) in one]
    if not at:
        return spoken
    tokens = tuple(replace(t, lower="&", stem="&") if i in at else t for i, t in enumerate(spoken.tokens))
    return replace(spoken, tokens=tokens)
