"""Find who a sentence is about, and the frames whose subject stands elsewhere in it than before their verb."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.kinds import is_state
from claimdiff.drafting.named import Named
from claimdiff.drafting.people import human
from claimdiff.drafting.phrases import QUOTED, Spoken
from claimdiff.drafting.subjects import BARE, Span, Subject, subject_before
from claimdiff.drafting.verbs import Form
from claimdiff.language.reading import Token

_NO_PAST = frozenset("need indeed speed feed seed breed red bed shed hundred united aged based armed".split())
_FINITE = Form(lemma="be", shape="s", kind="attitude", group="attitude")
_CALLED = frozenset("call describe say claim dub brand label term allege insist".split())


def main_subject(tokens: Sequence[Token]) -> Subject | None:
    """Return the subject of the sentence's main clause, whatever its verb is, or None where that is not plain."""
    for at, token in enumerate(tokens):
        if at == 0 or token.text in {QUOTED, ":", ";"}:
            if at:
                return None
            continue
        if not finite(tokens, at):
            continue
        subject = subject_before(tokens, at, _FINITE, frozenset())
        if subject is not None and subject.phrase.first < subject.phrase.last and not subject.shared:
            if subject.boundary in {"who", "whose", "which"}:
                continue
            plain = subject.boundary in {"", ",", "but", "and"} and subject.boundary not in w.RELATIVE
            return subject if plain else None
    return None


def finite(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the word may be a finite verb: an auxiliary, or a past form that no article stands before."""
    word = tokens[at].lower
    if word in w.AUXILIARIES | w.PAST_FORMS:
        return True
    past = word.endswith("ed") and tokens[at].text[0].islower() and word not in _NO_PAST
    return past and tokens[at - 1].lower not in w.DETERMINERS | w.POSSESSIVE_PRONOUNS


def outermost(tokens: Sequence[Token], frames: Sequence[Frame], named: Sequence[Named]) -> list[Frame]:
    """Return the frames that tell whose the whole sentence is: "…, he said." and "The school, he said, chose …"."""
    found = []
    for frame in frames:
        before = tokens[frame.subject.phrase.first - 1].text if frame.subject.phrase.first else ""
        after = "." if _ends(tokens, frame.last) else tokens[frame.last].text
        plain = (
            frame.kind == "say"
            and frame.shape in {"past", "s", "base"}
            and not frame.inverted
            and not frame.subject.beside
        )
        first = frame.subject.phrase.first
        led = first > 0 and any(finite(tokens, at) for at in range(1, first))
        between = after == "," and not any(t.text == QUOTED for t in tokens)
        if plain and before == "," and ((after == "." and led) or between):
            main = main_subject(tokens) if tokens[first].lower in w.PRONOUNS else None
            starts = main.phrase.first if main is not None else -1
            about = main is not None and any(
                one.first - starts <= 1 and not one.adjective and _may_say(tokens, one, main, first)
                for one in named
                if one.first >= starts
            )
            if main is not None and main.phrase.last < first and about and not between:
                found.append(replace(frame, subject=replace(main, boundary="")))
            found.append(frame)
    return found


_BLAMED = frozenset("blame fault lying lied liar guilty wrong responsible".split())
"""What another says of somebody: "Jo Lee was to blame, he said"."""


def _may_say(tokens: Sequence[Token], one: Named, main: Subject, pronoun: int) -> bool:
    """Tell whether the pronoun after its clause may mean the clause's own subject: "Jo Lee would stay, she said"."""
    word = tokens[pronoun].lower
    if word not in {"he", "she"}:
        return True
    blamed = any(token.lower in _BLAMED for token in tokens[main.phrase.last : pronoun])
    return one.entity.person is not False and one.entity.gender in ("", word) and not blamed


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the sentence ends here, or with no more than a time or a place: "it announced on Thursday."."""
    rest = [token for token in tokens[at:] if token.text != "."]
    if any(not token.text[0].isalnum() for token in rest) or len(rest) > 6:
        return False
    return not rest or rest[0].lower in w.WHEN | w.ADVERBS | w.PREPOSITIONS


def further_frames(spoken: Spoken, frames: Sequence[Frame], named: Sequence[Named]) -> list[Frame]:
    """Return frames with the subject that they lack: a second verb's, a relative clause's, that of "what it called"."""
    tokens = spoken.tokens
    main = main_subject(tokens)
    found = []
    for frame in frames:
        subject = frame.subject
        if subject.negated or subject.modal or subject.passive:
            continue
        if (
            subject.shared
            and subject.boundary not in {"who", "which"}
            and main is not None
            and main.phrase.last <= frame.first
        ):
            found.append(replace(frame, subject=replace(main, boundary="")))
        word = tokens[subject.phrase.first].lower if subject.phrase.first < subject.phrase.last else ""
        inner = subject.boundary in {"what", "that", "which"} and word in w.PRONOUNS and frame.lemma in _CALLED
        inner = inner or (subject.boundary == BARE and word in w.PRONOUNS)
        if inner and main is not None and main.phrase.last <= subject.phrase.first:
            found.append(replace(frame, subject=replace(main, boundary="")))
    found = found or _apposed_after_clause(frames)
    return found or _relative(tokens, frames, named) or _which(tokens, frames, named) or _restricted(tokens, frames)


def _restricted(tokens: Sequence[Token], frames: Sequence[Frame]) -> list[Frame]:
    """Return the frame of "A coach who watched the deck give way told a jury …": the noun before "who" says it."""
    who = next((at for at, token in enumerate(tokens[:14]) if token.lower == "who"), 0)
    if not who or tokens[who - 1].text == "," or any(finite(tokens, at) for at in range(1, who)):
        return []
    phrase = subject_before(tokens, who, _FINITE, frozenset())
    for frame in frames:
        said = frame.kind == "say" and frame.first > who + 1
        if phrase is not None and said and not _is_bare(frame) and not frame.subject.negated:
            return [replace(frame, subject=Subject(phrase=phrase.phrase))]
    return []


_TEXTS = frozenset("sign note placard banner graffiti poster caption headline slogan inscription plaque label".split())
"""What words stand on: before a colon, nobody known says them."""


def colon_frames(spoken: Spoken) -> list[Frame]:
    """Return the frame of "Jo Lee shook her head: “Never.”": whoever the sentence is about says what follows the colon."""
    tokens = spoken.tokens
    colon = next((i for i, token in enumerate(tokens) if token.text == ":"), 0)
    if not 2 <= colon < len(tokens) - 1 or tokens[colon + 1].text != QUOTED or tokens[colon - 1].lower in _TEXTS:
        return []
    start, end = spoken.quotes[colon + 1]
    if end <= start or not spoken.sentence.text[start].isupper() or any(t.text == QUOTED for t in tokens[:colon]):
        return []
    passive = any(t.lower in w.BE and tokens[i + 1].lower in _TOLD for i, t in enumerate(tokens[:colon]))
    subject = main_subject(tokens[:colon]) or _present(tokens, colon)
    if subject is None or passive or subject.negated:
        return []
    return [
        Frame(kind="say", group="said", lemma="say", shape="past", subject=subject, first=colon - 1, last=colon + 1)
    ]


def topic_frames(spoken: Spoken, named: Sequence[Named]) -> list[Frame]:
    """Return the frame of "For the Greens, that is not enough": what a thing is for a body is that body's view.

    None for states: what a war is for Russia is mostly the reporter's view.
    """
    tokens = spoken.tokens
    who = next((one for one in named if 0 < one.first <= _TOPIC and one.entity.person is not True), None)
    if (
        not tokens
        or tokens[0].lower != "for"
        or who is None
        or is_state(who.entity)
        or who.adjective
        or who.entity.gender
    ):
        return []
    after = who.last + (tokens[who.last].text == ",")
    views = any(token.lower in {"is", "are", "was", "were"} for token in tokens[after : after + 6])
    points = tokens[after].lower in {"that", "this", "it"} or bool(spoken.quotes)
    if not views or not points:
        return []
    phrase = Span(first=1, last=who.last)
    subject = Subject(phrase=phrase)
    return [Frame(kind="say", group="said", lemma="say", shape="past", subject=subject, first=0, last=who.last)]


_TOPIC = 5
"""How near to the beginning a body must be named for the sentence to be what holds for it."""
_TOLD = frozenset("told asked handed shown given sent warned read".split())


def _present(tokens: Sequence[Token], colon: int) -> Subject | None:
    """Return the subject of a short clause whose last word is a verb in -s: "Ms Lee shrugs: “Never.”"."""
    verb = tokens[colon - 1].lower
    plain = verb.endswith("s") and not verb.endswith(("ss", "ous")) and tokens[colon - 1].text.islower()
    if not plain or colon > 6 or not (tokens[0].text[0].isupper()):
        return None
    return Subject(phrase=Span(first=0, last=colon - 1))


def _is_bare(frame: Frame) -> bool:
    """Tell whether no words of its own stand as subject of a frame."""
    return frame.subject.shared or frame.subject.phrase.first >= frame.subject.phrase.last


def _after_comma(tokens: Sequence[Token], frames: Sequence[Frame], relative: str) -> Iterator[tuple[Frame, int]]:
    """Yield the frames of a clause that begins with ", who" or ", which", and where that word stands."""
    for frame in frames:
        at = frame.subject.phrase.first - 1
        opens = at >= 2 and tokens[at].lower == relative and tokens[at - 1].text == ","
        if opens and frame.kind in {"say", "act"} and _is_bare(frame):
            yield frame, at


def _which(tokens: Sequence[Token], frames: Sequence[Frame], named: Sequence[Named]) -> list[Frame]:
    """Return the frame of "That drew an answer from Acme, which said …": the body right before "which" says it."""
    for frame, which in _after_comma(tokens, frames, "which"):
        bodies = [one for one in named if one.last == which - 1 and one.entity.person is not True and not one.adjective]
        if bodies and not frame.subject.negated:
            return [replace(frame, subject=Subject(phrase=Span(first=bodies[-1].first, last=bodies[-1].last)))]
    return []


def _apposed_after_clause(frames: Sequence[Frame]) -> list[Frame]:
    """Return the frame of "The firm that laid it in 2019, Foss Ltd, doubts that": the name between the commas says it."""
    found = [
        f for f in frames if f.subject.boundary in {"that", "who", "which"} and f.subject.beside and not f.inverted
    ]
    return [replace(f, subject=Subject(phrase=f.subject.beside[-1])) for f in found if not f.subject.modal]


def _relative(tokens: Sequence[Token], frames: Sequence[Frame], named: Sequence[Named]) -> list[Frame]:
    """Return the frame of "That was Jo Lee, head of Acme, who has called for a ban": the named person before "who"."""
    for frame, who in _after_comma(tokens, frames, "who"):
        people = [one for one in named if one.last < who and one.entity.person is not False and not one.adjective]
        people = [
            one for one in people if one.first == 0 or tokens[one.first - 1].lower not in w.IN_PLACES | {"from", "at"}
        ]
        if not people and human(tokens[who - 2].lower) and tokens[who - 2].lower.endswith(("s", "men", "women")):
            return [replace(frame, subject=Subject(phrase=Span(first=who - 2, last=who - 1)))]  # "fishermen, who say"
        if not people:
            continue
        last = people[-1].last
        if any(finite(tokens, at) for at in range(last + 1, who)):
            continue  # "Jo Lee handed them to the police, who confirmed it"
        beside = (Span(first=last + 1, last=who - 1),) if last < who - 1 else ()
        phrase = Span(first=people[-1].first, last=last)
        return [replace(frame, subject=Subject(phrase=phrase, beside=beside))]
    return []
