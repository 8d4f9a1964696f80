"""The words of one sentence with what stands in quotation marks left out, and the verbs among them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claimdiff.drafting import idioms
from claimdiff.drafting import words as w
from claimdiff.drafting.markup import blanked, marker
from claimdiff.drafting.quotations import Quotation
from claimdiff.drafting.sentences import Sentence
from claimdiff.drafting.verbs import FOUND, FRAMED, LIGHT, SEPARABLE, Form, verb_table
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.names import find_actors
from claimdiff.language.reading import ActorMention, Token
from claimdiff.language.tokens import tokenize

DATELINE = re.compile(
    r"(?:[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w. ]{1,20})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"|[A-Z][\w.]+(?: [A-Z][\w.]+)?(?:, [A-Z][a-z]+)?, [A-Z][a-z]{2,8}\.? \d{1,2})"
    r"(?: \([A-Z][\w ]{1,30}\))? ?[—–-]{1,2} ?(?:\([A-Z]{2,9}\) ?)?|\([A-Z][\w ]{1,30}\) ?[—–-] ?"
    r"|[A-Z]{3,}(?: [A-Z]{3,})?: (?=[A-Z])|[A-Z][a-z]+(?: [A-Z][a-z]+)? -- (?=[A-Z])"
)
"""Where a report comes from, before its first sentence: "SEATTLE (AP) — "."""

_AMOUNTS = frozenset(
    "more less fewer about around nearly almost up between over under roughly some at just well close as only a an one two "
    "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety hundreds thousands dozens half zero".split()
)

QUOTED = "\x00"
"""The text of the token that stands for a whole quotation."""

STARTS = frozenset({QUOTED, ":", ".", "?", "!", "–", "—", "•", "-", "(", "…"})
"""Marks after which a capital may be that of a first word."""

_GRAMMAR = (w.AUXILIARIES | w.NOT | w.CONTRAST | w.SUBORDINATE | w.RELATIVE | w.PRONOUNS | w.ADVERBS) - {"may"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A sentence as the rules see it: ``tokens`` with offsets in the sentence, each quotation one token ``QUOTED``.

    ``quotes``: token index -> (start, end) of the quoted words in the sentence. ``entered``: the sentence begins within a
    quotation that an earlier sentence opened. ``left``: one is open at its end.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    quotes: dict[int, tuple[int, int]]
    entered: bool
    actors: tuple[ActorMention, ...]
    continued: bool
    lead: int = 0
    """Where the sentence's first word stands: after a bullet or a time."""

    def words(self, first: int, last: int) -> str:
        """Return the text of tokens ``first`` up to ``last`` as the sentence has it, in one line, without marks of emphasis."""
        if first >= last:
            return ""
        return " ".join(blanked(self.sentence.text)[self.tokens[first].start : self.tokens[last - 1].end].split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb of speech or act at tokens ``first`` up to ``last``."""

    first: int
    last: int
    form: Form


def spoken(sentence: Sentence, quotations: Sequence[Quotation], lexicon: Lexicon) -> Spoken:
    """Return the sentence's tokens; a quotation of one or two words in single marks stays as it is (a nickname)."""
    spans, entered, continued = [], False, False
    for quotation in quotations:
        if quotation.outer_end <= sentence.start or quotation.outer_start >= sentence.end:
            continue
        entered = entered or quotation.outer_start < sentence.start
        continued = continued or (quotation.continued and quotation.outer_start >= sentence.start)
        spans.append((max(quotation.outer_start, sentence.start), min(quotation.outer_end, sentence.end)))
    pieces: list[Token] = []
    quotes: dict[int, tuple[int, int]] = {}
    lead = 0 if entered else marker(sentence.text)
    dateline = DATELINE.match(sentence.text, lead)
    at = sentence.start + (dateline.end() if dateline and not entered else lead)
    for start, end in [*spans, (sentence.end, sentence.end)]:
        pieces += _tokens(sentence, at, start, lexicon)
        if start < end:
            inner = _inner(sentence, start, end)
            quotes[len(pieces)] = inner
            pieces.append(Token(QUOTED, QUOTED, QUOTED, start - sentence.start, end - sentence.start, False))
        at = max(at, end)
    return Spoken(
        sentence=sentence,
        tokens=tuple(_named(pieces, i) for i in range(len(pieces))),
        quotes=quotes,
        entered=entered,
        actors=find_actors(pieces, lexicon),
        continued=continued,
        lead=lead,
    )


def within_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word has its capital from a name, not from beginning the sentence: "Will" in "said Will Orr"."""
    token = tokens[at]
    plain = token.text[0].isupper() and not token.text.isupper()
    return plain and at > 0 and tokens[at - 1].text not in STARTS


def _named(tokens: Sequence[Token], at: int) -> Token:
    """Return the token; a word of grammar that is part of a name ("Never Again") is no word of grammar."""
    token = tokens[at]
    if token.lower not in _GRAMMAR or not within_name(tokens, at):
        return token
    around = [tokens[k].text for k in (at - 1, at + 1) if 0 <= k < len(tokens)]
    return replace(token, lower=token.text) if any(text[0].isupper() for text in around) else token


def begun_by_name(here: Spoken, known: frozenset[str]) -> Spoken:
    """Return the sentence; where it begins with a name of two words that ``known`` has, these are no words of grammar."""
    two = here.tokens[:2]
    if " ".join(token.text for token in two) not in known or not {token.lower for token in two} & _GRAMMAR:
        return here
    return replace(here, tokens=(*(replace(token, lower=token.text) for token in two), *here.tokens[2:]))


def _inner(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    start, end = start - sentence.start, end - sentence.start
    text = sentence.text
    while start < end and (text[start] in "\"“”‘’'«»„" or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in "\"“”‘'«»„" or text[end - 1].isspace()):
        end -= 1
    if end > start and text[end - 1] == "’":
        end -= 1
    return start, end


def _tokens(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    if start >= end:
        return []
    shift = start - sentence.start
    found = tokenize(blanked(sentence.text)[shift : end - sentence.start], lexicon.function, lexicon.stem)
    # A full stop before the sentence's end only ends an abbreviation ("Boeing Co.").
    last = len(sentence.text) - 1 - shift
    kept = _marked(t for t in found if t.text != "." or t.start >= last - 1)
    return [Token(t.text, t.lower, t.stem, t.start + shift, t.end + shift, t.content) for t in kept]


def _marked(tokens: Iterable[Token]) -> list[Token]:
    """Return the tokens with names that end in a mark as one: "Which?", "Yahoo!" where the sentence goes on after it."""
    found: list[Token] = []
    for token in tokens:
        before = found[-2:]
        mark = len(before) == 2 and before[1].text in {"?", "!"} and token.text[0].islower()
        if mark and before[0].text[0].isupper() and before[0].end == before[1].start:
            name = before[0].text + before[1].text
            found[-2:] = [replace(before[0], text=name, lower=name.lower(), stem=name.lower(), end=before[1].end)]
        joined = (
            len(found) > 1
            and found[-1].text == "&"
            and found[-2].end == found[-1].start
            and found[-1].end == token.start
        )
        if joined and found[-2].text[0].isupper() and token.text[0].isupper():  # "C&S"
            name = f"{found[-2].text}&{token.text}"
            found[-2:] = [replace(found[-2], text=name, lower=name.lower(), stem=name.lower(), end=token.end)]
            continue
        found.append(token)
    return found


def find_verbs(tokens: Sequence[Token], lexicon: Lexicon) -> list[Verb]:
    """Return the verbs of speech and acts by place, the longest phrase at each."""
    table = verb_table(lexicon)
    found, covered = [], 0
    for i, token in enumerate(tokens):
        if i < covered or token.text == QUOTED or within_name(tokens, i):
            continue
        if token.lower in {"put", "puts"} and _put_at(tokens, i):
            shape = "past" if token.lower == "put" else "s"
            found.append(Verb(first=i, last=i + 1, form=Form(lemma="put", shape=shape, kind="say", group="argued")))
            continue
        form, nouns = LIGHT.get(token.lower, (None, frozenset()))
        if form is not None and (last := _light_noun(tokens, i, nouns)):
            found.append(Verb(first=i, last=last, form=form))
            covered = last
            continue
        if token.lower in FRAMED and _calls(tokens, i):
            found.append(Verb(first=i, last=i + 1, form=FRAMED[token.lower]))
            continue
        if token.lower in {"found", "finds"} and _that_after_time(tokens, i):
            found.append(Verb(first=i, last=i + 1, form=FOUND))
            continue
        if token.lower in SEPARABLE and _apart(tokens, i):
            found.append(Verb(first=i, last=i + 1, form=SEPARABLE[token.lower]))
            continue
        for rest, form in table.get(token.lower, ()):
            last = i + 1 + len(rest)
            if tuple(t.lower for t in tokens[i + 1 : last]) == rest and not (rest == ("no",) and _some(tokens, last)):
                found.append(Verb(first=i, last=last, form=form))
                covered = last
                break
    return found


def _some(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "no" goes with the noun after it: "said no price was named", not "said no to the plan"."""
    return at < len(tokens) and tokens[at].text[0].isalnum() and tokens[at].lower not in {"to", "again", "and", "but"}


def _that_after_time(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether "that" follows with no more than a time before it: "found on Tuesday that"."""
    that = next((i for i in range(verb + 2, min(verb + 5, len(tokens))) if tokens[i].lower == "that"), 0)
    return that > 0 and all(token.lower in w.WHEN | w.ADVERBS for token in tokens[verb + 1 : that])


def _apart(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb's particle follows its object: "brushed that aside", "turned the offer down"."""
    particles = idioms.APART[SEPARABLE[tokens[verb].lower].lemma]
    for i in range(verb + 2, min(verb + 6, len(tokens))):
        if not tokens[i - 1].text[0].isalnum():
            return False
        if tokens[i].lower in particles:
            return i + 1 >= len(tokens) or not tokens[i + 1].text[0].isdigit()
    return False


def _calls(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether what somebody calls it follows: "attacked the ruling as “an insult”", "compared it to a theft"."""
    for i in range(verb + 2, min(verb + 14, len(tokens) - 1)):
        word, after = tokens[i].lower, tokens[i + 1]
        if tokens[i].text in {",", ";", QUOTED} or word in w.AUXILIARIES | w.RELATIVE:
            return False
        if word == "as" or (word in {"to", "with"} and tokens[verb].lower.startswith("compar")):
            plain = after.text == QUOTED or after.text[0].isdigit() or after.lower in w.DETERMINERS
            return plain or tokens[verb].lower.startswith("compar")
    return False


def _light_noun(tokens: Sequence[Token], verb: int, nouns: frozenset[str]) -> int:
    """Return where a noun of speech ends that the verb leads to: "issued a stern warning"; 0 where there is none."""
    if verb and tokens[verb - 1].lower in w.DETERMINERS | {"'s", "’s"}:
        return 0
    for i in range(verb + 1, min(verb + 6, len(tokens))):
        word = tokens[i].lower
        if word in nouns and i > verb + 1:
            return i + 1
        if not word.isalpha() or word in w.PREPOSITIONS | w.AUXILIARIES | w.CONTRAST | w.RELATIVE:
            return 0
    return 0


def _put_at(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "put" tells an estimate or a cause: "put the number at 64", "put the rise down to gas"."""
    for i in range(at + 2, min(at + 9, len(tokens) - 1)):
        word, after = tokens[i].lower, tokens[i + 1]
        if tokens[i].text in {",", ";", QUOTED}:
            return False
        if word == "at" and (any(mark in "0123456789€£$¥" for mark in after.text) or after.lower in _AMOUNTS):
            return True
        if word == "down" and after.lower == "to":
            return True
    return False
