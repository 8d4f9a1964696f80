"""Names in a draft: the accounts that parties go to, and ids of assertions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimdiff.accounts.model import Account
from claimdiff.accounts.names import RESERVED, as_id
from claimdiff.drafting.words import FIELDS, STATE_NOUNS, TITLES, political
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.names import find_actors
from claimdiff.language.tokens import tokenize

_DULL = frozenset(
    "said say says saying told tell added wrote write according mr mrs ms miss dr president minister spokesman spokeswoman "
    "spokesperson statement officials official day days week month year today yesterday monday tuesday wednesday thursday "
    "friday saturday sunday one two also would could never new made make makes".split()
)

_APART = frozenset({"organisation", "group", "company"})
"""Kinds of actors that are no part of the state they belong to."""

_OTHER_FILES = frozenset({"event"})
_LONGEST_KEY = 60
"""A key is a file's name, and two of them name a links file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The account that a party's statements go to; ``known``: it was named or exists already."""

    key: str
    party: str
    known: bool


class Homes:
    """Finds the account of a party among those that exist or were asked for, else makes up its name."""

    def __init__(self, existing: Sequence[Account], asked: Sequence[str], lexicon: Lexicon) -> None:
        """``asked``: names of parties that alone are wanted; empty for all."""
        self._lexicon = lexicon
        self._names: dict[str, Home] = {}
        self._lexical: dict[str, Home] = {}
        self._keys = {account.key for account in existing}
        self.asked: dict[str, Home] = {}
        for account in existing:
            home = Home(key=account.key, party=account.party, known=True)
            self._put(home, [account.key, account.party, *account.aliases])
        for name in asked:
            known = self._find(name)
            home = known or self._made(name, known=True)
            self._put(home, [name])
            self.asked[home.key] = home

    def _put(self, home: Home, names: Iterable[str]) -> None:
        for name in names:
            self._names.setdefault(_folded(name), home)
            party = self._party(name)
            if party:
                self._lexical.setdefault(party, home)

    def _party(self, name: str) -> str | None:
        tokens = tokenize(name[:1].upper() + name[1:], self._lexicon.function, self._lexicon.stem)
        actors = find_actors(tokens, self._lexicon)
        parties = {actor.party for actor in actors}
        covered = {i for actor in actors for i in range(actor.first, actor.last)}
        # A body that only has a nation in its name ("Federation of Indian Forges") is not that nation's government.
        rest = {token.lower for i, token in enumerate(tokens) if i not in covered and token.text[0].isalnum()}
        own = bool(actors) and (self._lexicon.kinds.get(actors[0].actor) in _APART or political(actors[0].actor))
        if own and len(parties) == 1:
            return actors[0].actor
        return actors[0].party if len(parties) == 1 and rest <= STATE_NOUNS | TITLES | FIELDS | {"the", "of"} else None

    def _made(self, name: str, *, known: bool) -> Home:
        """Return a new home; two parties never share one, though their names be alike in a file's letters."""
        base = key = _account_key(name)
        number = 1
        while key in self._keys:
            number += 1
            key = f"{base}-{number}"
        self._keys.add(key)
        party = name.replace("-", " ").title() if known and name == base else name
        return Home(key=key, party=party, known=known)

    def _find(self, name: str) -> Home | None:
        return self._names.get(_folded(name)) or self._lexical.get(self._party(name) or "")

    def of(self, party: str, speaker: str | None) -> Home:
        """Return the account for what the speaker says for the party; the speaker's own account comes first."""
        found = (self._names.get(_folded(speaker)) if speaker else None) or self._find(party)
        if found is None:
            found = self._made(party, known=False)
            # Not under its lexical name: what the text keeps apart (a ministry, an opposition party) stays apart.
            self._names.setdefault(_folded(party), found)
        return found


def _account_key(party: str) -> str:
    """Return the name of a new account: never one that means something else in an event's folder or a links file."""
    key = as_id(party)[:_LONGEST_KEY].strip("-") or "party"
    return f"{key}-party" if key in RESERVED or key in _OTHER_FILES else key


def _folded(name: str) -> str:
    return re.sub(r"^the ", "", name.casefold().replace("’", "'").strip())


def assertion_id(text: str, taken: Mapping[str, object] | set[str], lexicon: Lexicon, *, skip: str = "") -> str:
    """Return an id from the text's first telling words, none of them in ``skip`` (the speaker's name)."""
    tokens = tokenize(text, lexicon.function, lexicon.stem)
    spoken = {token.lower for token in tokenize(skip, lexicon.function, lexicon.stem)}
    actors = {i for actor in find_actors(tokens, lexicon) for i in range(actor.first, actor.last)}
    telling = [
        token.lower
        for i, token in enumerate(tokens)
        if token.content and i not in actors and token.lower not in _DULL | spoken and token.text[0].isalpha()
    ]
    base = as_id("-".join(telling[:3])) or as_id("-".join(token.lower for token in tokens[:3])) or "assertion"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name
