"""Tell whose a readout or a statement is: one party's, or that of several who issued it together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.drafting.naming import Homes
from claimdiff.drafting.phrases import spoken
from claimdiff.drafting.runs import name_runs
from claimdiff.drafting.sentences import Sentence, sentences
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.names import find_actors
from claimdiff.language.tokens import tokenize

_JOINT = re.compile(
    r"\b(?:joint(?:ly)? (?:\w+ )?(?:read-?out|statement|communiqu[eé]|declaration|remarks|press conference|summary|account|"
    r"notice|letter|(?:press|news|media) (?:release|statement))|(?:trilateral|bilateral|quadrilateral) statement|"
    r"statement issued jointly)\b",
    re.IGNORECASE,
)
_TITLE_LINES = 4
"""How many of a text's first lines may say that it is joint, and whose."""
_BY = re.compile(r"\b(?:by|of|from|between)\b(.*)$", re.IGNORECASE)
_TOPIC = re.compile(r"\b(?:on|about|regarding|concerning|following|against)\b.*$", re.IGNORECASE)
"""What a title says that the text is about: nobody named there is one of its parties."""
_NOUNS = r"(?:statement|read-?out|(?:press|news|media) (?:release|statement)|communiqu[eé]|declaration)"
_TITLE = re.compile(
    rf"^(?:(?:press|news|media) release)\s*[:–—-]\s*(?!.*\b(?:by|from)\b)(?P<colon>.+)$"
    rf"|\b{_NOUNS}\s*:?\s+(?:issued )?(?:by|from)\s+(?P<by>.+)$"
    rf"|^(?!(?:full|press|media|news|joint|official|public|opening|closing|witness|a|the)\s)(?P<before>[A-Z].{{1,60}}?)(?:['’]s?)?\s+{_NOUNS}\b",
    re.IGNORECASE,
)
"""A title that says whose a text is."""
_STATES = frozenset({"state", "organisation", "group", "company"})
_OPENING = re.compile(
    r"^(?:.{0,250}?)\b(?:have|has|had|held|met|meet|issued?|agreed?|today|welcome|condemn|reaffirm|express|are|were|call|urge|note|"
    r"discussed|gathered|convened|recognise|recognize|support|stand|remain|wish|underline|strongly|spoke|affirm|declare|announce)d?\b"
)
"""A first sentence up to its verb."""


_PAGE = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


class NoParty(ValueError):  # noqa: N818 - it names what is missing
    """A readout without a party to draft it for."""


class NoText(NoParty):
    """A web page's source, which has no sentences to draft from."""


def refuse_pages(text: str) -> None:
    """Raise NoText for the source of a web page."""
    if _PAGE.match(text):
        message = "this is the source of a web page (HTML), not its text: save the page as text and draft that"
        raise NoText(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One of those whose a text is: its name, and the lexicon's name for it ("" where it has none)."""

    name: str
    lexical: str = ""


def parties_of(text: str, asked: Sequence[str], homes: Homes, lexicon: Lexicon) -> tuple[Party, ...]:
    """Return the parties whose text it is: those of a joint title, those asked for, or the one of the title.

    Raise NoParty where neither the title nor ``asked`` tells.
    """
    refuse_pages(text)
    joint = _joint(text, lexicon)
    if len(asked) > 1:
        return tuple(_party(homes.of(name, None).party, lexicon) for name in asked)
    if asked:
        one = _party(homes.of(asked[0], None).party, lexicon)
        known = {party.lexical or party.name for party in joint}
        return joint if (one.lexical or one.name) in known else (one,)
    if joint:
        return joint
    title = next((line for line in text.splitlines() if line.strip()), "")
    tokens = tokenize(title, lexicon.function, lexicon.stem)
    for actor in find_actors(tokens, lexicon):
        before = tokens[actor.first - 1].lower if actor.first else ""
        possessed = actor.last < len(tokens) and tokens[actor.last].text in {"'s", "’s"}
        if possessed or before in {"by", "from"} or actor.form == "person":
            return (Party(name=_shown(actor.party), lexical=actor.party),)
    titled = _titled(text, lexicon)
    if titled:
        return titled
    message = "whose readout is it? name the party with --party, or the parties with --party for each"
    raise NoParty(message)


def _titled(text: str, lexicon: Lexicon) -> tuple[Party, ...]:
    """Return the body of a title that says whose the text is: "Statement by Foss Ltd on …", "Press release: Foss Ltd …"."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][:2]
    for line in lines:
        match = _TITLE.search(line) if len(line.split()) <= 30 else None
        if match is None:
            continue
        words = next(group for group in match.groups() if group)
        words = _TOPIC.sub("", words) if match.group("before") is None else words
        words = _as_within(words.strip(" :–—-"), text) if line.isupper() else words.strip(" :–—-")
        bodies = _bodies(f"by {words}", lexicon)
        if bodies:
            return bodies[:1]
    return ()


def _as_within(words: str, text: str) -> str:
    """Return words of a title in capitals as the text below has them: "FOSS LTD" as "Foss Ltd"."""
    names = [match.group() for match in re.finditer(re.escape(words), text, re.IGNORECASE)]
    return next((name for name in names if not name.isupper()), words.title())


def _joint(text: str, lexicon: Lexicon) -> tuple[Party, ...]:
    """Return the parties of a text whose first lines call it joint; none where they do not, or name fewer than two."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][:_TITLE_LINES]
    title = [_TOPIC.sub("", line) for line in lines if len(line.split()) <= 30 and line[-1] not in ".:;"]
    if not any(_JOINT.search(line) for line in title):
        return ()
    found: list[Party] = []
    for line in title:
        found += _named(line, lexicon)
    found = list(dict.fromkeys(found))
    if len(found) > 1:
        return tuple(found)
    by = next((match.group(1) for line in title if _JOINT.search(line) and (match := _BY.search(line))), "")
    bodies = _bodies(by, lexicon)
    if len(bodies) > 1:
        return bodies
    for sentence in sentences(text):
        opening = _OPENING.match(sentence.text)
        named = (
            tuple(dict.fromkeys(_named(opening.group(), lexicon))) if opening and len(sentence.text.split()) > 8 else ()
        )
        if len(named) > 1:
            return named
    return ()


def _named(text: str, lexicon: Lexicon) -> list[Party]:
    """Return the states and organisations that a text names, in order."""
    actors = find_actors(tokenize(text, lexicon.function, lexicon.stem), lexicon)
    kept = [actor for actor in actors if lexicon.kinds.get(actor.party) in _STATES and actor.form != "seat"]
    return [Party(name=_shown(actor.party), lexical=actor.party) for actor in kept]


def _bodies(text: str, lexicon: Lexicon) -> tuple[Party, ...]:
    """Return the bodies that stand after "by" or "of" in a title: "Acme Ltd and the Osk Workers' Union"."""
    line = Sentence(text=text, start=0, end=len(text), line=1, column=1, paragraph=0)
    here = spoken(line, (), lexicon)
    names = (run.text for run in name_runs(here.tokens, None))
    return tuple(Party(name=name) for name in dict.fromkeys(names))


def _party(name: str, lexicon: Lexicon) -> Party:
    actors = find_actors(tokenize(name, lexicon.function, lexicon.stem), lexicon)
    return Party(name=name, lexical=actors[0].party if len(actors) == 1 else "")


def _shown(party: str) -> str:
    return party.replace("-", " ").title().replace(" Of ", " of ").replace(" And ", " and ")
