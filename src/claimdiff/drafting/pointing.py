"""Tell of words without a name whom they point at: "both companies", "the Swede", "two workers, who asked not to be named"."""

from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.entities import Entities, Entity
from claimdiff.drafting.history import Speaker
from claimdiff.drafting.named import Named
from claimdiff.drafting.people import human
from claimdiff.drafting.phrases import QUOTED
from claimdiff.drafting.subjects import Span, Subject
from claimdiff.language.reading import Token

_LEADS = frozenset("prosecuting defending representing mitigating speaking acting appearing for".split())


_OF_TOWN = tuple("lander oner iner yorker egian unian lian dian sian shireman shirewoman ese".split())
_NOT_OF_TOWN = frozenset({"guardian"})
_PARENTS = frozenset("mother father grandmother grandfather mum dad mom".split())


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
    if list(words) == ["both"]:
        return True
    bodies = words[-1] in w.PAIRS or (words[-1].endswith("s") and words[-1][:-1] in w.BODIES)
    return bodies and (words[0] == "both" or words[:2] == ["the", "two"])


def person_noun(words: Sequence[str]) -> bool:
    """Tell whether the words after "the" only point at a person: "Swede", "31-year-old", "mother of five", "world No 2"."""
    first, last = words[0], words[-1]
    old = first.endswith("-year-old") and last not in w.FAMILY
    parent = first in _PARENTS and words[1:2] in (["of"], ["-"])
    ranked = first == "world" and words[1:2] != [] and words[1] in {"no", "number", "champion"}
    if old or parent or ranked:
        return True
    if len(words) == 2 and first in {"retired", "former", "young", "elderly"} and human(last):
        return not last.endswith("s")
    if len(words) == 2 and last in w.OCCUPATIONS | w.PLAYERS and first not in w.DETERMINERS | w.POSSESSIVES:
        return True
    return len(words) == 1 and (first in w.DEMONYM_NOUNS | (w.OCCUPATIONS - w.BODIES) or first.endswith("-year-old"))


def holder(found: Speaker, noun: str) -> Speaker:
    """Return who without a name speaks for a body, as a person: "A spokesman said …, he added"."""
    body = found.who.person is False and len(found.parties) == 1
    if not (body and found.shown and noun in w.SPOKES | w.ORG_ROLES | w.LAWYERS | w.OFFICE_HOLDERS):
        return found
    first = found.shown.split()[0]
    name = (
        found.shown[0].lower() + found.shown[1:]
        if first.lower() in w.DETERMINERS | w.POSSESSIVE_PRONOUNS
        else found.shown
    )
    return replace(found, who=Entity(name=name, person=True, party=found.parties[0]))


def about_before(tokens: Sequence[Token], named: Sequence[Named], phrase: Span) -> Entity | None:
    """Return the body that a sentence is about before a later speaker: "Norway closed two roads, its army said"."""
    before = [token.lower for token in tokens[max(0, phrase.first - 2) : phrase.first]]
    bodies = [one for one in named if one.last <= phrase.first and one.entity.person is not True and not one.adjective]
    near = [one for one in bodies if one.first == 0 or tokens[one.first - 1].lower not in w.PREPOSITIONS]
    if before == ["according", "to"] and tokens[0].lower in w.PRONOUNS:
        return None  # "It has paid, according to its website"
    if before[-1:] == [":"] or before == ["according", "to"]:
        return near[-1 if before[-1] == ":" else 0].entity if near else None
    parts = before[-1:] in ([","], [";"], ["with"]) or (before[:1] == [","] and before[-1] in w.CONTRAST)
    first = bodies[0] if bodies else None
    if first is not None and tokens[first.last].text in w.POSSESSIVES:
        owned = next((one for one in bodies if one.first == first.last + 1), None)  # "Brazil's CENIPA …, its head said"
        return owned.entity if owned is not None and parts and first.first <= 1 else None
    if first is None or first.first > 1 or first.last >= phrase.first or first.entity.person is not False:
        return None
    return first.entity if parts else None


def field(tokens: Sequence[Token], at: int, phrase: Span, inside: Sequence[Named]) -> bool:
    """Tell whether "for" or "of" begins the field of a role before a name: "head of policy Jason Weld"."""
    last = inside[-1] if inside else None
    if last is None or last.last != phrase.last or last.entity.person is False or tokens[at].lower not in {"of", "for"}:
        return False
    between = tokens[at + 1 : last.first]
    plain = all(token.text[0].islower() and token.lower not in w.DETERMINERS for token in between)
    return 0 < len(between) <= 5 and plain and any(token.lower in w.PERSON_ROLES for token in tokens[phrase.first : at])


def led_in(tokens: Sequence[Token], subject: Subject) -> Subject:
    """Return the subject with what leads in beside it: "Prosecuting, Jo Lee said", "On behalf of the firm, Jo Lee said"."""
    comma = subject.phrase.first - 1
    if comma < 1 or tokens[comma].text != "," or any(token.text in {",", QUOTED} for token in tokens[:comma]):
        return subject
    behalf = [token.lower for token in tokens[:3]] == ["on", "behalf", "of"]
    if tokens[0].lower not in _LEADS and not behalf:
        return subject
    return replace(subject, beside=(*subject.beside, Span(first=2 if behalf else 0, last=comma)))


def of_town(tokens: Sequence[Token], entities: Entities) -> bool:
    """Tell whether "the Aucklander" points at a person by a town or country that the text does not explain."""
    token = tokens[-1]
    named = len(entities.containing_name(token.text)) > 0
    form = token.text[0].isupper() and token.lower.endswith(_OF_TOWN) and token.lower not in _NOT_OF_TOWN
    return len(tokens) == 2 and form and len(token.text) > 5 and not named


def several(named: Sequence[Named], subject: Subject) -> Speaker | None:
    """Return the speakers of "Two of them, Osk and Foss, said": all that stand beside it, where they are bodies."""
    span = subject.beside[0]
    bodies = [one.entity for one in named if span.first <= one.first and one.last <= span.last and not one.adjective]
    if len(bodies) < 2 or any(one.person for one in bodies):
        return None
    return Speaker(who=bodies[0], parties=tuple(one.speaks_for for one in bodies), shown="")
