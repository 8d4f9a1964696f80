"""Tell what kind of body or person an entity of a text is."""

from collections.abc import Iterable

from claimdiff.drafting import words as w
from claimdiff.drafting.entities import Entity

_TRADES = tuple(
    frozenset(names.split())
    for names in (
        "airline carrier",
        "airframer planemaker carmaker automaker chipmaker drugmaker shipbuilder manufacturer",
        "bank lender society insurer fund",
        "retailer supermarket chain grocer",
        "publisher broadcaster newspaper studio",
        "miner",
        "utility",
        "hotel restaurant",
        "housebuilder builder developer contractor",
    )
)
"""Nouns for companies of one trade: what is called by those of one is none of another."""


def bodily(entity: Entity) -> bool:
    """Tell whether an entity is a body, or may be one: nothing in the text tells that it is a person."""
    return entity.person is False or (entity.person is None and not entity.gender)


def classes(entity: Entity) -> set[str]:
    """Return the kinds of body that an entity's name and what was said of it tell."""
    words = {part.lower() for part in entity.tokens} | entity.kinds
    if w.political(entity.lexical):
        words.add("party")
    if entity.lexical and "organisation" in entity.kinds and not words & w.UNIONS:
        words.add("organisation")
    if entity.lexical and "institution" in entity.kinds and not words & w.BODIES:
        words.add("agency")
    if words & w.COMPETITIONS or "state" in entity.kinds or (entity.lexical and "company" in entity.kinds):
        return set()
    return {kind for kind, nouns in w.CLASSES.items() if words & nouns}


def is_state(entity: Entity) -> bool:
    """Tell whether it is a state."""
    return "state" in entity.kinds


def is_union(entity: Entity) -> bool:
    """Tell whether it is a union of workers, by its name or by what it is called."""
    return bool({part.lower() for part in entity.tokens} & w.UNIONS) or bool(entity.kinds & w.UNIONS)


def may_be_company(entity: Entity) -> bool:
    """Tell whether "the firm" may mean it: no person, state, union, office or other kind of body."""
    parts = {part.lower() for part in entity.tokens}
    if parts & w.COMPETITIONS:
        return False
    if entity.person is True or is_union(entity) or entity.name.lower() in w.OFFICE_PARTIES:
        return False
    if "company" in entity.kinds:
        return True
    if entity.common and not (parts | entity.kinds) & w.COMPANIES:
        return False  # "the coastguard", "the mayor", "residents"
    state = bool(entity.lexical) and not parts & w.COMPANIES
    others = w.BODIES - w.COMPANIES - {"service", "services", "organisation", "organization", "network", "group"}
    if entity.kinds & (w.CLASSES["party"] | others) and not entity.kinds & w.COMPANIES:
        return False
    return not state and not parts & others


def trades(nouns: Iterable[str]) -> set[frozenset[str]]:
    """Return the trades that nouns for companies tell."""
    return {trade for trade in _TRADES for noun in nouns if noun in trade}
