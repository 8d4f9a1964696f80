"""Draft from a text that several parties issued together: what is all of theirs, and what is one's alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimdiff.drafting import words as w
from claimdiff.drafting.boilerplate import left_out
from claimdiff.drafting.entities import of_nation
from claimdiff.drafting.further import finite
from claimdiff.drafting.phrases import QUOTED, Spoken, spoken
from claimdiff.drafting.quotations import quotations
from claimdiff.drafting.readout import statement_of
from claimdiff.drafting.runs import name_runs
from claimdiff.drafting.sentences import Sentence, paragraphs, sentences
from claimdiff.drafting.statements import Attributed, Placement, Statement, Where
from claimdiff.drafting.whose import Party
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.reading import Token

_BULLET = re.compile(r"(?:[•·▪◦‣*–-]|\(?\d{1,2}[.)]|\([a-z]\))\s+")
_SIDES = frozenset(
    "side delegation government minister ministers officials representatives representative president authorities "
    "spokesperson spokesman spokeswoman secretary leader chancellor premier board management party".split()
)
"""Nouns after a nation that mean its party: "the Korean side"."""
_PLAIN = frozenset(
    "the of and republic kingdom united states state north south east west new union people's people’s".split()
)
_BEFORE_SUBJECT = (
    w.PREPOSITIONS | w.ADVERBS | w.SUBORDINATE | {"speaking", "responding", "turning", "addressing", "noting"}
)
_NEAR = 14
"""How many words after a party its people's names may stand: "the Minister of Trade of Peru, the Hon Jo Lee"."""
_CLAUSE = frozenset({"which", "while", "whereas", ";"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """A party, or one of its people, named at tokens ``first`` up to ``last``."""

    party: Party
    first: int
    last: int


class _Joint:
    """Goes through a joint text and says of every sentence whose it is."""

    def __init__(self, source: str, parties: Sequence[Party], lexicon: Lexicon) -> None:
        self.parties, self.lexicon = tuple(parties), lexicon
        quoted = quotations(source, paragraphs(source))
        self.sentences = sentences(source)
        self.spoken = [spoken(sentence, quoted, lexicon) for sentence in self.sentences]
        self.out = left_out(source, listed=True)
        self.words = {
            word: party for party in self.parties for word in party.name.split() if word.lower() not in _PLAIN
        }
        self.nouns = {
            word: party
            for party in self.parties
            if not party.lexical and (word := party.name.split()[-1].lower()) in w.BODIES
        }
        self.people: dict[str, Party] = {}
        for here in self.spoken:
            self._learn(here)
        self.alone: Party | None = None
        self.quoting: tuple[Party, ...] = self.parties

    def run(self) -> Attributed:
        statements: list[Statement] = []
        placements: list[Placement] = []
        for here in self.spoken:
            sentence = here.sentence
            why = self.out.get(sentence.start)
            if why is not None:
                placements.append(Placement(sentence=sentence, where=Where.LEFT_OUT, why=why))
                continue
            owners = self._owners(here)
            for party in owners:
                statements += self._statement(sentence, party, owners)
            names = tuple(party.name for party in owners)
            placements.append(Placement(sentence=sentence, where=Where.DRAFTED, parties=names))
        parties = tuple(dict.fromkeys(statement.party for statement in statements))
        return Attributed(statements=tuple(statements), placements=tuple(placements), parties=parties)

    def _statement(self, sentence: Sentence, party: Party, owners: Sequence[Party]) -> Sequence[Statement]:
        bullet = _BULLET.match(sentence.text)
        start = bullet.end() if bullet else 0
        whole = replace(sentence, text=sentence.text[start:], start=sentence.start + start)
        joint = " and ".join(one.name for one in owners) if len(owners) > 1 else ""
        found = statement_of(whole, party.name, "", together=joint)
        return [replace(one, sentence=sentence) for one in found]

    def _learn(self, here: Spoken) -> None:
        """Learn whose people are: a person's full name belongs to the party that was named before it in the sentence.

        Every word of the name may stand for it later, since family names come first in some languages.
        """
        mentions = self._named(here)
        taken = {i for one in mentions for i in range(one.first, one.last)}
        for run in name_runs(here.tokens, None):
            words = [word for word in run.words if word[0].isalpha()]
            known = {word.lower() for word in words} & (w.NAME_BODIES | w.PERSON_ROLES | w.FIELDS | w.PAIRS)
            before = [one for one in mentions if one.last <= run.first and run.first - one.last <= _NEAR]
            of = [
                one
                for one in mentions
                if 0 < one.first - run.last <= _NEAR and _aside(here.tokens, run.last, one.first)
            ]
            of = of or before[-1:]
            if 1 < len(words) < 4 and not known and of and not taken & set(range(run.first, run.last)):
                for word in words:
                    self.people.setdefault(word, of[0].party)

    def _named(self, here: Spoken) -> list[_Mention]:
        """Return where the parties are named, by the lexicon or by a word of their names, also as an adjective."""
        found, taken = [], set()
        for actor in here.actors:
            party = next((one for one in self.parties if one.lexical and one.lexical == actor.party), None)
            taken |= set(range(actor.first, actor.last))
            if party is not None and actor.form != "person":
                found.append(_Mention(party=party, first=actor.first, last=actor.last))
                self.words |= {
                    t.text: party
                    for t in here.tokens[actor.first : actor.last]
                    if t.text[0].isupper() and t.lower not in _PLAIN
                }
        for i, token in enumerate(here.tokens):
            noun = self.nouns.get(token.lower) if i and here.tokens[i - 1].lower == "the" else None
            if noun is not None and token.text.islower():
                found.append(_Mention(party=noun, first=i, last=i + 1))
            if i in taken or not token.text[0].isupper():
                continue
            party = self.words.get(token.text) or next(
                (one for word, one in self.words.items() if of_nation(word, token.text)), None
            )
            if party is not None:
                found.append(_Mention(party=party, first=i, last=i + 1))
        return sorted(found, key=lambda one: one.first)

    def _mentions(self, here: Spoken) -> list[_Mention]:
        named = self._named(here)
        people = [
            _Mention(party=self.people[token.text], first=i, last=i + 1)
            for i, token in enumerate(here.tokens)
            if token.text in self.people
        ]
        return sorted([*named, *people], key=lambda one: one.first)

    def _owners(self, here: Spoken) -> tuple[Party, ...]:
        tokens = here.tokens
        mentions = self._mentions(here)
        if here.entered and len(tokens) == 1:
            return self.quoting
        quoted = bool(tokens) and tokens[0].text == QUOTED
        begin = 1 if quoted else _begin(tokens)
        if quoted and not any(token.text[0].isalpha() for token in tokens[1:]):
            return self.quoting
        owners = self._of_clause(tokens, begin, mentions)
        further = {
            one.party
            for one in mentions
            if one.first > begin and _opens_clause(tokens, one.first) and _acts(tokens, one.last)
        }
        if len(owners) == 1:
            self.alone = owners[0]
            owners = tuple(party for party in self.parties if party in {*owners, *further})
        self.quoting = owners
        return owners

    def _of_clause(self, tokens: Sequence[Token], begin: int, mentions: Sequence[_Mention]) -> tuple[Party, ...]:
        """Return whose the clause is by its subject: one party's where it alone is the subject, else all of theirs."""
        while begin < len(tokens) - 1 and not tokens[begin].text[0].isalpha():
            begin += 1
        word = tokens[begin].lower if begin < len(tokens) else ""
        if word in {"he", "she", "it"}:
            return (self.alone,) if self.alone is not None else self.parties
        verb = next((i for i in range(begin + 1, len(tokens)) if _verb(tokens, i)), len(tokens))
        subjects = [one for one in mentions if begin <= one.first < verb]
        first = subjects[0] if subjects else None
        if first is None or not all(_leads(tokens[i]) for i in range(begin, first.first)):
            return self.parties
        among = {one.party for one in subjects}
        joined = any(token.lower == "and" for token in tokens[first.last : verb])
        if len(among) > 1 and joined:
            return tuple(party for party in self.parties if party in among)
        after = tokens[first.last : first.last + 2]
        if after and after[0].text in w.POSSESSIVES:
            return (first.party,) if _holder(tokens, first.last + 1, verb) else self.parties
        return (first.party,)


def _aside(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Tell whether a role stands between a name and a party: "Jo Lee, chief executive of Acme"."""
    between = [token.lower for token in tokens[comma:last] if token.lower != "the"]
    closed = {",", "and"} & set(between[1:]) or any(finite(tokens, i) for i in range(comma + 1, last))
    of = between[:1] == [","] and between[-1] in {"of", "for", "at", "from"}
    return of and not closed and bool(set(between) & w.PERSON_ROLES)


def _begin(tokens: Sequence[Token]) -> int:
    """Return where the main clause begins, after a bullet and words that lead in: "In response, …", "Speaking after it, …"."""
    first = next((i for i, token in enumerate(tokens) if token.text[0].isalpha()), 0)
    if first < len(tokens) and tokens[first].lower in _BEFORE_SUBJECT:
        comma = next((i for i in range(first, min(first + 25, len(tokens))) if tokens[i].text == ","), None)
        return comma + 1 if comma is not None else first
    return first


def _leads(token: Token) -> bool:
    """Tell whether a word may stand between a clause's beginning and the party that is its subject: "the", "Minister"."""
    return (
        token.lower in {"the", "h.e", "his", "her", "excellency", "hon", "both"} | w.TITLES | w.PERSON_ROLES | w.FIELDS
    )


def _holder(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether what a party possesses is its people: "New Zealand's Minister of Trade", not "New Zealand's exports"."""
    return any(token.lower in _SIDES | w.PERSON_ROLES for token in tokens[first : min(last, first + 5)])


def _verb(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text[0].islower() and finite(tokens, at)


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a party named here begins a clause of its own: ", which Minister Tepania accepted"."""
    while at > 0 and _leads(tokens[at - 1]):
        at -= 1
    return at > 0 and tokens[at - 1].lower in _CLAUSE


def _acts(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and _verb(tokens, at)


def attribute_joint(source: str, *, parties: Sequence[Party], lexicon: Lexicon) -> Attributed:
    """Return every sentence of the source as all of the parties' own, or as that of the one that is its subject."""
    return _Joint(source, parties, lexicon).run()
