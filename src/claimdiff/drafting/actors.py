"""Join the lexicon's actors with the names of a text: what in a sentence names whom."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.around import GENERIC, based, generic, of_town, outlet, with_body
from claimdiff.drafting.entities import Entities, Entity
from claimdiff.drafting.evidence import Evidence
from claimdiff.drafting.named import STATE_FORCES, Named, learn_initials, with_forces
from claimdiff.drafting.namesakes import namesakes
from claimdiff.drafting.phrases import Spoken
from claimdiff.drafting.runs import NameRun, name_runs
from claimdiff.language.reading import ActorMention

_LOCAL = frozenset("state county city provincial regional local municipal district".split())
"""Words before the name of an agency that make it another than the nation's of that name."""

_STATE_BODIES = frozenset(
    "government ministry department embassy army navy parliament presidency president forces minister senate congress "
    "administration military police officials delegation foreign defence defense air cabinet "
    "secretary state co inc ltd corp plc".split()
)


_AGENCIES = frozenset(
    "ecb eib frontex europol ema easa ecdc efsa eurostat cjeu eppo who fao ipcc ilo icao imo itu iom wmo icj".split()
)
"""Bodies of the European Union and the United Nations with a name of their own: they speak for themselves."""

_INDEPENDENT = frozenset(
    "authority commission bank reserve court agency regulator police constabulary university institute board service bureau "
    "ombudsman inspectorate tribunal office-for broadcaster corporation museum watchdog acas executive".split()
)
"""Words in the names of institutions that speak for themselves, not for their state."""


class Mentions:
    """Finds who is named, sentence after sentence; knows from the whole text which surnames are whose."""

    def __init__(
        self, found: Sequence[Spoken], entities: Entities, known: frozenset[str], kinds: Mapping[str, str]
    ) -> None:
        """Look through the whole text for full names, so that a surname alone is trusted only where it may be."""
        self.entities, self.known, self.kinds = entities, known, kinds
        self.namesakes = namesakes(found, known)
        self.whole: set[str] = set()
        self.parties: set[str] = set()
        self.independent: set[str] = set()
        states: set[str] = set()
        for spoken in found:
            for mention in spoken.actors:
                surname = mention.form == "person" and mention.last - mention.first == 1
                if {word.lower() for word in spoken.words(mention.first, mention.last).split()} & _INDEPENDENT:
                    self.independent.add(mention.actor)
                plain = surname or (mention.form == "name" and generic(spoken, mention.first, mention.last))
                initials = spoken.words(mention.first, mention.last).isupper() and mention.actor != mention.party
                plain = plain or initials
                states |= {mention.party} if kinds.get(mention.party) == "state" and not plain else set()
                if mention.form == "person" and mention.last - mention.first > 1:
                    self.whole.add(mention.actor)
                elif not plain:
                    self.parties.add(mention.party)

        # Where one state alone is in the news, its institutions are parties of their own: a ministry against an audit office.
        self.states = frozenset(states)
        self.apart = frozenset({"organisation", "group", "company"} | ({"institution"} if len(states) < 2 else set()))

    def within(self, spoken: Spoken) -> list[Named]:
        """Return everybody that the sentence names, by place."""
        whole = [self._without_model(spoken, run) for run in name_runs(spoken.tokens, self.known)]
        parted = [part for run in whole for part in self._parted(run)]
        runs = [with_body(spoken, run) for run in parted]
        found: list[Named] = []
        for mention in spoken.actors:
            run = next((r for r in runs if r.first < mention.last and mention.first < r.last), None)
            if self._trusted(mention, run, spoken):
                entity = self._lexical(mention, spoken)
                adjective = mention.form == "demonym" and spoken.tokens[mention.last - 1].lower.endswith(
                    ("n", "sh", "ch", "ese", "li", "qi", "ni", "k", "s", "h", "i")
                )
                found.append(Named(entity=entity, first=mention.first, last=mention.last, adjective=adjective))
        taken = {i for named in found for i in range(named.first, named.last)}
        for run in runs:
            rest = self._rest(run, taken)
            if rest is not None and not self._no_party(spoken, rest):
                last = rest.last
                while last < len(spoken.tokens) and spoken.tokens[last].text in w.POST_NOMINALS:
                    last += 1
                found.append(Named(entity=self.entities.named(rest), first=rest.first, last=last))
        for run in runs:
            self._title(run, found)
            if run.prefix and not any(named.first < run.prefix[1] and run.prefix[0] < named.last for named in found):
                first, last = run.prefix
                found.append(
                    Named(entity=self.entities.prefix(spoken.words(first, last), run.titles), first=first, last=last)
                )
        found.sort(key=lambda named: named.first)
        found = with_forces(found, runs)
        learn_initials(spoken, found)
        return found

    def _without_model(self, spoken: Spoken, run: NameRun) -> NameRun:
        """Return "Coastal Wings" of "a Coastal Wings Dornier 328", where the text has that alone: the rest is a thing's."""
        after = spoken.tokens[run.last : run.last + 1]
        if not after or not after[0].text[0].isdigit() or len(run.words) < 2:
            return run
        for last in range(len(run.words) - 1, 0, -1):
            if self.entities.evidence.get(" ".join(run.words[:last]), Evidence()).alone:
                return replace(run, words=run.words[:last], last=run.first + last)
        return run

    def _parted(self, run: NameRun) -> list[NameRun]:
        """Return "Orbion and Pellham Foods" as two where the text has one of them alone."""
        if "and" not in run.words or run.words[0].lower() in GENERIC:
            return [run]
        at = run.words.index("and")
        left, right = run.words[:at], run.words[at + 1 :]
        alone = any(self.entities.evidence.get(" ".join(part), Evidence()).alone for part in (left, right))
        if not alone or left[-1].lower() in w.FIELDS:
            return [run]
        first = replace(run, words=left, last=run.first + at)
        return [first, replace(run, words=right, first=run.first + at + 1, titles=(), prefix=None)]

    def _no_party(self, spoken: Spoken, run: NameRun) -> bool:
        """Tell whether a run is where somebody posts or is asked, or some state's ministry in news of several states."""
        before = spoken.tokens[run.first - 1].lower if run.first else ""
        hyphen = run.last + 1 < len(spoken.tokens) and spoken.tokens[run.last].text in {"-", "‑"}
        if hyphen and spoken.tokens[run.last + 1].text[0].islower():
            return True
        based = [token.text for token in spoken.tokens[run.last + 2 : run.last + 4]]
        if spoken.tokens[run.last : run.last + 1] and spoken.tokens[run.last].text == "," and based == ["-", "based"]:
            return True
        if before == "the" and len(run.words) == 1 and run.words[0].lower() in w.DEMONYM_NOUNS:
            return True
        return outlet(spoken, run.first, run.last) or (len(self.states) > 1 and generic(spoken, run.first, run.last))

    def _rest(self, run: NameRun, taken: set[int]) -> NameRun | None:
        """Return the run, or what follows the actor in it: the name in "Iranian Ministry Spokeswoman Marziyeh Afkham"."""
        covered = [i for i in range(run.first, run.last) if i in taken]
        if not covered:
            return run
        first = max(covered) + 1 - run.first
        words = run.words[first:]
        if (
            not words
            or any(word.lower() in w.NAME_BODIES | w.TITLES | w.PERSON_ROLES for word in words)
            or len(words) > 3
        ):
            return None
        return NameRun(words=words, first=run.first + first, last=run.last, titles=())

    def _trusted(  # noqa: PLR0911 - one return for each case
        self, mention: ActorMention, run: NameRun | None, spoken: Spoken
    ) -> bool:
        size = mention.last - mention.first
        inside = run is not None and not (run.first == mention.first and run.last == mention.last)
        if run is not None and run.words[-1].lower() in w.COMMITTEES and mention.form != "demonym":
            return False
        if (
            inside
            and run is not None
            and size == 1
            and mention.form != "office"
            and self._named_after(spoken, mention, run)
        ):
            return False
        if (
            outlet(spoken, mention.first, mention.last)
            or based(spoken, mention.last)
            or of_town(spoken, mention)
            or self._others_office(spoken, mention)
        ):
            return False
        unnamed = mention.party not in self.parties and bool(self.states)
        if self._foreign_initials(mention, spoken):
            return False
        if mention.form == "name" and unnamed and generic(spoken, mention.first, mention.last):
            return False
        firm = self.kinds.get(mention.party) in {"company", "group"} and mention.party not in self.parties
        if mention.form == "person" and firm:
            return False  # A namesake of a company's head, where the text does not name the company.
        if mention.form == "person" and size == 1:
            other = spoken.words(mention.first, mention.last) in self.namesakes
            if mention.actor not in self.whole and (other or mention.party not in self.parties):
                return False
            first = mention.first
            before = spoken.tokens[first - 1] if first else None
            return not (run and run.first < first and before and before.text[0].isupper() and self._other(before.lower))
        if mention.first and spoken.tokens[mention.first - 1].lower in _LOCAL and mention.form == "name":
            return False
        if run is None or run.last - run.first <= size:
            return True
        lower = {word.lower() for word in run.words}
        return not (lower & w.NAME_BODIES) or bool(lower & _STATE_BODIES) or mention.form in ("office", "person")

    def _others_office(self, spoken: Spoken, mention: ActorMention) -> bool:
        """Tell whether a name that many states' institutions have is another's here: "the Finnish foreign ministry"."""
        if mention.form != "name" or not generic(spoken, mention.first, mention.last):
            return False
        return any(
            other.last <= mention.first
            and mention.first - other.last <= 1
            and other.party != mention.party
            and self.kinds.get(other.party) == "state"
            for other in spoken.actors
        )

    def _foreign_initials(self, mention: ActorMention, spoken: Spoken) -> bool:
        """Tell whether initials are of an institution of a state that the text, about others, does not name."""
        initials = spoken.words(mention.first, mention.last).isupper() and mention.actor != mention.party
        known = self.kinds.get(mention.party) != "state" or mention.party in self.states or not self.states
        return initials and not known

    def _named_after(self, spoken: Spoken, mention: ActorMention, run: NameRun) -> bool:
        """Tell whether the run is another's name that only holds the actor's: "Federation of Indian Forges"."""
        if mention.form == "person" and mention.last == run.last:
            return False
        if mention.first == run.first and run.words[-1].lower() in STATE_FORCES:
            return False
        rest = [spoken.tokens[i] for i in range(run.first, run.last) if not mention.first <= i < mention.last]
        plain = w.TITLES | w.PERSON_ROLES | _STATE_BODIES | GENERIC
        return any(token.text[0].isupper() and token.lower not in plain for token in rest)

    def _other(self, word: str) -> bool:
        """Tell whether the word before a surname may be another first name, not a title or a nation."""
        return word not in w.TITLES | w.PERSON_ROLES | w.BODIES

    def _lexical(self, mention: ActorMention, spoken: Spoken) -> Entity:
        body = mention.actor.split("/")[0]
        apart = self.kinds.get(body) in self.apart or w.political(body) or self._independent(body, mention.party)
        behind = body if apart else mention.party
        kind = self.kinds.get(behind, "state")
        own = mention.actor == behind and mention.form == "name" and kind != "state"
        shown = spoken.words(mention.first, mention.last) if own else _shown(behind)
        party = self.entities.body(shown, lexical=behind)
        if own and len(shown) > len(party.name):
            party.name = shown
        party.kinds.add(kind)
        if mention.actor == behind:
            return party
        name = spoken.words(mention.first, mention.last)
        for entity in self.entities.all:
            if entity.lexical == mention.actor:
                entity.name = max(entity.name, name, key=len)
                return entity
        person = mention.form == "person"
        entity = Entity(name=name, person=person, lexical=mention.actor, party=party)
        self.entities.all.append(entity)
        return entity

    def state(self, name: str) -> Entity:
        """Return the state that the lexicon has under that name."""
        entity = self.entities.body(_shown(name), lexical=name)
        entity.kinds.add("state")
        return entity

    def _independent(self, body: str, party: str) -> bool:
        """Tell whether an institution of a state speaks for itself also in news of several states: a regulator, a bank."""
        if self.kinds.get(party) == "organisation":
            return self.kinds.get(body) == "institution" and body in _AGENCIES
        own = body in self.independent or not w.state_arm(body)
        return own and self.kinds.get(body) == "institution" and self.kinds.get(party) == "state"

    def _title(self, run: NameRun, found: Sequence[Named]) -> None:
        for named in found:
            if run.first <= named.first < run.last and run.titles and named.entity.person:
                title = run.titles[-1]
                named.entity.roles |= set(run.titles) - w.HONORIFICS
                if title in w.MALE_TITLES | w.FEMALE_TITLES:
                    named.entity.gender = "he" if title in w.MALE_TITLES else "she"


def _shown(party: str) -> str:
    words = party.split("/", maxsplit=1)[0].split("-")
    small = {"of", "and", "the", "for"}
    return " ".join(word if word in small and i else word.capitalize() for i, word in enumerate(words))
