"""Tell of words without a name whom they point at: "both companies", "the Swede", "two workers, who asked not to be named"."""

from collections.abc import Sequence

from claimdiff.drafting import words as w
from claimdiff.drafting.actors import Named
from claimdiff.drafting.subjects import Span, Subject
from claimdiff.language.reading import Token


def only_nation(words: Sequence[str], phrase: Span, within: Sequence[Named]) -> bool:
    """Tell whether a phrase only says whose countryman the person beside it is: "The Italian concerned, Al Conti,"."""
    adjective = [one for one in within if one.adjective and one.first == phrase.first + 1]
    nation = adjective == within if within else words[1:2] != [] and words[1] in w.DEMONYM_NOUNS
    return nation and set(words[2:]) <= {"concerned", "involved", "responsible"}


def unnamed(tokens: Sequence[Token], subject: Subject) -> bool:
    """Tell whether the speakers asked that nobody learns who they are: "two workers, who asked not to be named"."""
    beside = [token.lower for span in subject.beside for token in tokens[span.first : span.last]]
    after = [token.lower for token in tokens[subject.phrase.last : subject.phrase.last + 9]]
    beside += after if after[:2] == [",", "who"] else []
    return bool({"not", "anonymity", "anonymous", "declined"} & set(beside)) and bool(
        {"named", "identified", "anonymity", "anonymous"} & set(beside)
    )


def both(words: Sequence[str]) -> bool:
    """Tell whether the words mean two parties that spoke together: "both companies", "the two unions", "the pair"."""
    if words[-1] in {"pair", "duo"}:
        return words[0] == "the"
    return words[-1] in w.PAIRS and (words[0] == "both" or words[:2] == ["the", "two"])


def person_noun(words: Sequence[str]) -> bool:
    """Tell whether the words after "the" only point at a person: "Swede", "31-year-old", "midfielder"."""
    if words[0].endswith("-year-old") and words[-1] not in w.FAMILY:
        return True
    if len(words) == 2 and words[1] in w.OCCUPATIONS | w.PLAYERS and words[0] not in w.DETERMINERS | w.POSSESSIVES:
        return True
    if len(words) == 1:
        return words[0] in w.DEMONYM_NOUNS | (w.OCCUPATIONS - w.BODIES) or words[0].endswith("-year-old")
    return False
