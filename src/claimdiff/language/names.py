"""Find actors and places by their names."""

from collections.abc import Sequence

from claimdiff.language.lexicon import Lexicon
from claimdiff.language.phrases import PhraseMatch, find_phrases
from claimdiff.language.reading import ActorMention, PlaceMention, Token

_WHERE = frozenset({"in", "at", "near", "around", "outside", "across", "over", "inside", "throughout"})
"""Prepositions after which a capital is a place and not the state it stands for."""


def _words(tokens: Sequence[Token]) -> tuple[list[str], list[int]]:
    """Return the words of the text as names are compared (case kept, no dots), and their token indexes."""
    index = [i for i, token in enumerate(tokens) if token.text[0].isalnum()]
    return [_plain(tokens[i].text) for i in index], index


def _plain(word: str) -> str:
    """Return a word as names are written in the lexicon: straight apostrophes, initialisms without dots."""
    straight = word.replace("\u2019", "'").replace("\u02bc", "'")
    return straight.replace(".", "") if word[0].isalpha() else straight


def _longest(matches: Sequence[PhraseMatch]) -> list[list[PhraseMatch]]:
    """Return the matches grouped by span, without those that lie in a longer one."""
    groups: list[list[PhraseMatch]] = []
    covered = 0
    for match in sorted(matches, key=lambda m: (m.first, -m.last)):
        if groups and (match.first, match.last) == (groups[-1][0].first, groups[-1][0].last):
            groups[-1].append(match)
        elif match.first >= covered:
            groups.append([match])
            covered = match.last
    return groups


def find_actors(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Return the actors that the text names, by place.

    Names are compared with their case. A capital after a preposition of place is no actor. Where a name belongs to
    several actors, the one whose party the text names otherwise is taken, and none where that does not decide.
    """
    words, index = _words(tokens)
    places = [(match.first, match.last) for match in find_phrases(words, lexicon.places)]
    named = [match for match in find_phrases(words, lexicon.names) if not _inside(match, places)]
    groups = _longest(named)
    certain = {match.value.split()[1] for group in groups if len(group) == 1 for match in group}
    mentions = []
    for group in groups:
        first, last = index[group[0].first], index[group[0].last - 1] + 1
        chosen = _choose(group, certain)
        if chosen is None or _is_place(chosen, words[group[0].first : group[0].last], tokens, first, lexicon):
            continue
        actor, party, form = chosen
        start, end = tokens[first].start, tokens[last - 1].end
        mentions.append(ActorMention(actor=actor, party=party, form=form, first=first, last=last, start=start, end=end))
    return tuple(mentions)


def _named(value: str) -> tuple[str, str, str]:
    actor, party, form = value.split()
    return actor, party, form


def _inside(match: PhraseMatch, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a name is part of a longer name of a place: the China of "South China Sea" is no actor."""
    return any(
        first <= match.first and match.last <= last and last - first > match.last - match.first
        for first, last in places
    )


def _choose(group: Sequence[PhraseMatch], certain: set[str]) -> tuple[str, str, str] | None:
    values = sorted({_named(match.value) for match in group})
    if len({actor for actor, _, _ in values}) == 1:
        return values[0]
    named = [value for value in values if value[1] in certain]
    return named[0] if len({actor for actor, _, _ in named}) == 1 else None


def _is_place(
    chosen: tuple[str, str, str], words: Sequence[str], tokens: Sequence[Token], first: int, lexicon: Lexicon
) -> bool:
    return (
        chosen[2] == "seat" and " ".join(words) in lexicon.capitals and first > 0 and tokens[first - 1].lower in _WHERE
    )


def find_places(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """Return the places that the text names, by place, each with what it lies in."""
    words, index = _words(tokens)
    mentions = []
    for group in _longest(list(find_phrases(words, lexicon.places))):
        first, last = index[group[0].first], index[group[0].last - 1] + 1
        place = min(match.value for match in group)
        mentions.append(
            PlaceMention(
                place=place,
                within=lexicon.within.get(place, ()),
                first=first,
                last=last,
                start=tokens[first].start,
                end=tokens[last - 1].end,
            )
        )
    return tuple(mentions)
