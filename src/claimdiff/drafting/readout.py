"""Draft from a readout or a statement: every sentence is the party's own."""

import re
from collections.abc import Sequence

from claimdiff.drafting.boilerplate import left_out
from claimdiff.drafting.markup import marker
from claimdiff.drafting.quotations import quotations
from claimdiff.drafting.sentences import Sentence, paragraphs, sentences
from claimdiff.drafting.statements import Attributed, Placement, Statement, Where
from claimdiff.drafting.wording import checks_of, plain
from claimdiff.vocabulary import Voice

_TITLED = re.compile(
    r"\b(?:read-?out|joint statement|(?:press|news) release|communiqu[eé]|statement (?:by|of|from|on)|joint declaration|"
    r"remarks (?:by|of)|press statement|telephone conversation (?:with|between)|recap of)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|us|my)\b(?!['’]d better)")
_PRONOUN = re.compile(r"^(He|She)\b")
_TOGETHER = re.compile(r"^They\b")
_PERSON = re.compile(
    r"\b(?:President|Prime Minister|(?:\w+ )?Minister|Secretary(?: of State)?|Chancellor|Ambassador|Mr|"
    r"Mrs|Ms|Dr|King|Director(?:-General)?|"
    r"Commissioner|Chairman|Chairwoman)\.? ((?:[A-Z][\w’'-]+ ?){1,3})"
)
_ENOUGH = 0.3
"""Share of sentences in the first person, outside quotations, above which a text is a statement, not a report."""


def is_readout(source: str) -> bool:
    """Tell whether the text is a party's own readout or statement rather than a report about it."""
    found = paragraphs(source)
    if any(_TITLED.search(p.text) for p in found[:2] if len(p.text.split()) <= 30):
        return True
    quoted = quotations(source, found)
    out = left_out(source)
    kept = [s for s in sentences(source) if s.start not in out]
    own = [s for s in kept if not any(q.outer_start < s.end and s.start < q.outer_end for q in quoted)]
    return bool(kept) and sum(bool(_FIRST_PERSON.search(s.text)) for s in own) >= _ENOUGH * len(kept)


def attribute_readout(source: str, *, party: str) -> Attributed:
    """Return every sentence of the source as the party's own, but for headlines and notices."""
    out = left_out(source, listed=True)
    statements: list[Statement] = []
    placements: list[Placement] = []
    last = ""
    for sentence in sentences(source):
        why = out.get(sentence.start)
        if why is not None:
            placements.append(Placement(sentence=sentence, where=Where.LEFT_OUT, why=why))
            continue
        statements += statement_of(sentence, party, last)
        placements.append(Placement(sentence=sentence, where=Where.DRAFTED, parties=(party,)))
        named = _PERSON.findall(sentence.text)
        last = named[0].strip().removesuffix("’s").removesuffix("'s") if named else last
    return Attributed(
        statements=tuple(statements), placements=tuple(placements), parties=(party,) if statements else ()
    )


def statement_of(sentence: Sentence, party: str, last: str, *, together: str = "") -> Sequence[Statement]:
    """Return a sentence as the party's own statement; ``last``: whom "he" means, ``together``: whom "they" and "we" mean."""
    lead = marker(sentence.text)
    quote = sentence.text[lead:]
    if not any(character.isalnum() for character in quote):
        return ()
    quote = quote.rstrip(" .;") if quote.endswith((".", ";")) else quote
    text = _PRONOUN.sub(last, quote) if last else quote
    text = plain(_TOGETHER.sub(together, text) if together else text)
    checks = checks_of(text)
    if _FIRST_PERSON.search(text) and not re.search(r"[“\"]", text):
        text = f"{together or party} said: “{text}”"
    statement = Statement(
        party=party,
        speaker=None,
        sentence=sentence,
        quote=quote,
        start=sentence.start + lead,
        voice=Voice.DIRECT,
        text=text,
        checks=checks,
    )
    return (statement,)
