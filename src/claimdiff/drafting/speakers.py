"""Tell whose account a noun phrase stands for: by name, by office, or by what went before."""

from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.beside import apposed, named_in
from claimdiff.drafting.entities import Entity
from claimdiff.drafting.further import main_subject
from claimdiff.drafting.genders import gender_of_role
from claimdiff.drafting.history import Speaker
from claimdiff.drafting.kinds import bodily
from claimdiff.drafting.named import Named
from claimdiff.drafting.owners import PEOPLE_SPEAKING
from claimdiff.drafting.people import human
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.places import Places
from claimdiff.drafting.pointing import (
    about_before,
    both,
    field,
    holder,
    led_in,
    of_town,
    only_nation,
    person_noun,
    several,
    unnamed,
)
from claimdiff.drafting.subjects import Span, Subject
from claimdiff.drafting.unsaid import none_of
from claimdiff.language.reading import Token

_INNER = frozenset(
    {"of", "for", "from", "at", "in", "on", "with", "close", "inside", "representing", "leading", "near", "to"}
)
_POSSESSORS = {"his": "he", "her": "she", "its": "it", "their": "they", "him": "he", "them": "they"}
_LED = 6
"""At how many words at most the subject of a main clause begins."""
_NOBODY = frozenset("some many others few nobody everyone anyone each either neither".split())
_MEDIA = frozenset({"colleague", "correspondent", "correspondents", "reporter", "reporters"})
"""People of the press who tell, and are no party."""


class Speakers(Places):
    """Resolves the subjects of a text in order, and remembers who spoke."""

    def resolve(self, spoken: Spoken, subject: Subject, named: Sequence[Named]) -> Speaker | None:  # noqa: PLR0911
        """Return whose words they are, or None where the phrase names no party."""
        phrase = subject.phrase
        tokens = spoken.tokens
        words = [token.lower for token in tokens[phrase.first : phrase.last]]
        if not words or len(words) > 26 or none_of(words):
            return None
        if words[0] == "the" and words[2:6] == ["-", "year", "-", "old"]:
            words = ["the", f"{words[1]}-year-old", *words[6:]]
        if len(words) == 1 and words[0] in _POSSESSORS:
            words = [_POSSESSORS[words[0]]]
        subject = led_in(tokens, subject)
        self.before = [one.entity for one in named if one.last <= phrase.first]
        self.placed = [one.entity for one in named if _placed(tokens, one.first)]
        self.after = [one.entity for one in named if one.first >= phrase.last]
        self.about = about_before(tokens, named, phrase)
        self.heads = lambda: self._heads(spoken, phrase, named)
        if set(words) & _MEDIA:
            return None
        beside = [one for span in subject.beside if (one := apposed(tokens, named, span)) is not None]
        pointed = self._pointed(words, spoken, phrase, named)
        if pointed is not None:
            return pointed if isinstance(pointed, Speaker) else None
        if beside and words[1:2] == ["of"] and words[0] in w.PLURAL | {"one", "another"}:
            alone = words[0] not in w.PLURAL
            return self._one_of(spoken, phrase, named, beside[0].entity) if alone else several(named, subject)
        within = named_in(named, phrase)
        if beside and words[0] == "the" and only_nation(words, phrase, within):
            who = beside[0].entity
            who.person = True
            return self.speaker(who, (who.speaks_for,), who.name)
        two = self._two(spoken, phrase, within, named)
        if two is not None:
            return two
        head_last = self._head_end(tokens, phrase, within)
        head = Span(first=phrase.first, last=head_last)
        owner = self._owned(spoken, head, within, beside)
        if owner is not None:
            return holder(owner, tokens[head.last - 1].lower) if isinstance(owner, Speaker) else None
        in_head = [one for one in within if one.first < head_last]
        ends = within[-1] if within and within[-1].last == phrase.last and within[-1].first > head_last else None
        if ends is not None and ends.entity.person and not in_head and tokens[ends.first - 1].text[0].isupper():
            # "Deputy Chairman of the Harbour Trust Jo Lee"
            bodies = self.bodies(spoken, within[:-1])
            ends.entity.party = ends.entity.party or (bodies[-1].speaks_for if bodies else None)
            return self.speaker(ends.entity, (ends.entity.speaks_for,), spoken.words(phrase.first, phrase.last))
        if not in_head and not within and unnamed(tokens, subject) and not set(words[:-1]) & (w.BODIES | w.STATE_NOUNS):
            return None
        if in_head:
            return self._by_name(spoken, phrase, head, in_head, subject, named)
        seat = self.ministry_in(spoken, head, phrase, within)
        found = seat or self._by_role(spoken, phrase, head, within, beside)
        return holder(found, tokens[head.last - 1].lower) if found is not None else None

    def _heads(self, spoken: Spoken, phrase: Span, named: Sequence[Named]) -> Entity | None:
        """Return the body that the sentence is about, where the phrase stands after its main clause."""
        main = main_subject(spoken.tokens)
        if main is None or main.phrase.last >= phrase.first or main.phrase.first > _LED or self.nested:
            return None
        kept = self.before, self.after, self.about, self.heads
        self.nested = True
        about = self.resolve(spoken, main, named)
        self.nested = False
        self.before, self.after, self.about, self.heads = kept
        party = about.parties[0] if about is not None and len(about.parties) == 1 else None
        known = party is not None and about is not None and not about.carried
        return party if known and party is not None and party.person is False else None

    def _pointed(  # noqa: PLR0911 - one return for each case
        self, words: Sequence[str], spoken: Spoken, phrase: Span, named: Sequence[Named]
    ) -> "Speaker | bool | None":
        """Resolve words that only point: "he", "both companies", "the Swede"; False where they point at nobody known."""
        if len(words) == 1 and words[0] in w.PRONOUNS:
            led = named[0].entity if named and spoken.tokens[0].lower == "for" and named[0].first <= 2 else None
            if (
                led is None
                and words[0] in {"he", "she"}
                and ({":", ";"} & {token.text for token in spoken.tokens[: phrase.first]})
            ):
                main = next(
                    (one.entity for one in named if one.last < phrase.first and one.first < 8 and one.entity.person),
                    None,
                )
                led = main if main is not None and main.gender in ("", words[0]) else None
            if words[0] in {"he", "she"} and led is not None and led.person and phrase.first > 2:
                return self.speaker(led, (led.speaks_for,), led.name, carried=True)
            own = self.own_subject(spoken.tokens, phrase.first, named) if words[0] in {"he", "she"} else None
            if own is not None:
                return own
            met = {token.lower for token in spoken.tokens[phrase.last :]} & {"him", "her"}
            if words[0] == "they" and met and self.last is not None and self.last.who.person:
                return False  # "They have refused to see him": he is not one of them
            return self.pronoun(words[0]) or False
        if len(words) == 1 and words[0] in {"it", "they"} and ":" in {t.text for t in spoken.tokens[: phrase.first]}:
            main = self.heads()  # "Acme put it firmly: Foss, it said, had lied"
            if main is not None:
                return self.speaker(main, (main.speaks_for,), main.name, carried=True)
        if (
            len(words) > 3
            and words[-1] in w.PAIRS
            and words[-2] in {"two", "both"}
            and words[-3] in {"the", "from", "of"}
        ):
            words = ["both", words[-1]]  # "officers from the two sides"
            named = ()
        if both(words) and not named_in(named, phrase):
            two = next((s for s in reversed(self.history) if len(s.parties) == 2), None) or self.principals(words[-1])
            return replace(two, carried=True) if two is not None and two.sure else False
        if (
            len(words) == 2
            and words[0] == "the"
            and words[1] in w.EXPERTS
            and (person := self.last_person()) is not None
        ):
            return self.speaker(person, (person.speaks_for,), person.name, carried=True)
        called = self.called(words) if not named_in(named, phrase) else None
        if called is not None:
            return self.speaker(called, (called.speaks_for,), called.name, carried=True)
        within = named_in(named, phrase)
        nation = len(within) == 1 and within[0].adjective and within[0].last - within[0].first == len(words) - 1
        countryman = nation and words[-1].endswith("an") and len(words) == 3  # "the South African"
        if words[0] == "the" and (
            (1 < len(words) <= 7 and person_noun(words[1:]))
            or (len(words) in (2, 3) and of_town(spoken.tokens[phrase.first : phrase.last], self.entities))
            or countryman
        ):
            return self._called_by(words[-1])
        each = len(words) == 2 and words[0] in {"neither", "either", "each"}
        return False if (len(words) == 1 and words[0] in _NOBODY) or each else None

    def _called_by(self, noun: str) -> Speaker | bool:
        """Resolve "the Swede", "the landlord": the person of whom the text speaks; a trade that it has not told is a guess."""
        person = self.last_person()
        if person is None:
            return False
        found = self.speaker(person, (person.speaks_for,), person.name, carried=True)
        return replace(found, sure=False) if noun in w.OCCUPATIONS - person.roles else found

    def _one_of(self, spoken: Spoken, phrase: Span, named: Sequence[Named], who: Entity) -> Speaker:
        """Resolve "one of its deputies, Jo Lee", "one of the bank's directors, Jo Lee": somebody of a body that is known."""
        inner = Span(first=phrase.first + 2, last=phrase.last)
        noun = spoken.tokens[phrase.last - 1].lower
        if who.party is None and noun in w.PERSON_ROLES - w.GROUPS and not human(noun):
            owner = self._owned(spoken, inner, named_in(named, inner), [])
            if isinstance(owner, Speaker) and bodily(owner.parties[0]):
                who.person, who.party = True, owner.parties[0]
        return self.speaker(who, (who.speaks_for,), who.name)

    def _two(self, spoken: Spoken, phrase: Span, within: Sequence[Named], named: Sequence[Named]) -> Speaker | None:
        """Return the speakers of two whole phrases: "the government of Oruma and rebels of the Liberation Front"."""
        taken = {i for one in within for i in range(one.first, one.last)}
        at = [i for i in range(phrase.first + 2, phrase.last - 2) if spoken.tokens[i].lower == "and" and i not in taken]
        if len(at) != 1:
            return None
        spans = (Span(first=phrase.first, last=at[0]), Span(first=at[0] + 1, last=phrase.last))
        bodies = [any(one.entity.person is not True for one in named_in(within, span)) for span in spans]
        linked = any(token.lower in {"of", "in", "from"} for token in spoken.tokens[phrase.first : at[0]])
        definite = [spoken.tokens[span.first].lower == "the" for span in spans]
        nouns = [spoken.tokens[span.last - 1].lower in w.GOVERNING | w.UNIONS | w.COMPANIES | w.ARMED for span in spans]
        people = all(_person_with_role(spoken, span, within) for span in spans)
        if not people and not (all(bodies) and linked) and not (any(bodies) and all(definite) and any(nouns)):
            return None
        sides = [self.resolve(spoken, Subject(phrase=span), named) for span in spans]
        parties = [side.parties[0] for side in sides if side is not None and len(side.parties) == 1]
        if len(parties) < 2 or parties[0] is parties[1] or any(party.person for party in parties):
            return None
        return Speaker(who=parties[0], parties=tuple(parties), shown="")

    def _head_end(self, tokens: Sequence[Token], phrase: Span, inside: Sequence[Named]) -> int:
        taken = {i for one in inside for i in range(one.first, one.last)}
        for i in range(phrase.first + 1, phrase.last):
            describes = tokens[i - 1].lower in w.POSSESSIVES | w.DETERMINERS | {"-"}
            if tokens[i].lower in _INNER and i not in taken and not describes and not field(tokens, i, phrase, inside):
                return i
        return phrase.last

    def _by_name(
        self,
        spoken: Spoken,
        phrase: Span,
        head: Span,
        names: Sequence[Named],
        subject: Subject,
        named: Sequence[Named],
    ) -> Speaker | None:
        tokens = spoken.tokens
        last = names[-1]
        ends = last.last >= head.last
        noun = tokens[head.last - 1].lower
        if not ends and noun not in PEOPLE_SPEAKING:
            return None
        joined = self._joined(tokens, head, names)
        if joined:
            return joined
        office = bool(last.entity.lexical) and noun in w.PERSON_ROLES - w.GROUPS  # "The Taoiseach, Cormac Daly,"
        apposed = self.role_of_beside(spoken, head, names, subject, named) if office or not ends else None
        if apposed is not None:
            return apposed
        who = last.entity if ends else names[0].entity
        before = [token.lower for token in tokens[head.first : last.first]]
        if ends and set(before) & w.PERSON_ROLES and who.person is not False:
            who.person = True
            who.roles |= set(before) & w.PERSON_ROLES
            who.gender = who.gender or gender_of_role(before)
        if noun in w.STATE_NOUNS and not ends and len(names) == 1 and who.person is not True:
            who.kinds.add(noun)
        field = len(before) > 1 and before[-2] in {"of", "for"}
        named_person = bool(who.gender) and human(before[-1] if before else "")  # "Baker Ravi Odell"
        if ends and before and before[-1] in w.BODIES and not (who.lexical or field or named_person):
            who.person = False
            who.kinds.add(before[-1])
        local = self.local(spoken, phrase, head, names, noun) if not ends else None
        if local is not None:
            return local
        described = self.described(spoken, head, names, noun) if not ends else None
        if described is not None:
            return described if isinstance(described, Speaker) else None
        party = self.affiliation(spoken, who, names, before, subject, named, phrase)
        shown = spoken.words(head.first, head.last)
        return self.speaker(who, (party.speaks_for,), shown)

    def _joined(self, tokens: Sequence[Token], head: Span, names: Sequence[Named]) -> Speaker | None:
        """Return the speaker of "Russia and Ukraine": both parties."""
        if len(names) < 2:
            return None
        between = {t.lower for t in tokens[names[0].last : names[-1].first]}
        parties = list({id(one.entity.speaks_for): one.entity.speaks_for for one in names}.values())
        if "and" not in between or len(parties) < 2:
            return None
        bodies = [bool(one.entity.lexical) or one.entity.person is False for one in names]
        sure = all(bodies) or (any(bodies) and not any(one.entity.person for one in names))
        if not sure or tokens[head.last - 1].lower in {"president", "presidents"}:
            return Speaker(who=names[0].entity, parties=tuple(parties[:2]), shown="", sure=False)
        return Speaker(who=names[0].entity, parties=tuple(parties[:6]), shown="")


def _placed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name is where something is: "filed in Delaware's court", not "shares in Acme"."""
    within = at > 0 and tokens[at - 1].lower in w.IN_PLACES
    return within and not (at > 1 and tokens[at - 2].lower in w.STAKES)


def _person_with_role(spoken: Spoken, span: Span, within: Sequence[Named]) -> bool:
    """Tell whether a phrase ends with a person's name and has their role before it: "Oruman Minister Jo Lee"."""
    last = next((one for one in within if one.last == span.last), None)
    if last is None or last.entity.person is False or last.first == span.first:
        return False
    before = {token.lower for token in spoken.tokens[span.first : last.first + 1]}
    return bool(before & (w.PERSON_ROLES | w.TITLES | {"counterpart"}))
