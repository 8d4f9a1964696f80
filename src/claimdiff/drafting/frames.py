"""Find the frames of a sentence: who says, asks, agrees or refuses, and what stands in their words."""

from collections.abc import Sequence
from dataclasses import replace

from claimdiff.drafting import words as w
from claimdiff.drafting.asides import BREAKS, opening
from claimdiff.drafting.catenative import catenative_frames
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.nominal import nominal_frames
from claimdiff.drafting.phrases import QUOTED, Spoken, Verb, find_verbs
from claimdiff.drafting.subjects import BARE, Span, Subject, subject_after, subject_before
from claimdiff.drafting.unsaid import unsaid
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.reading import Token

_LONGEST = 400
"""A sentence of more words and marks than this is a list or a table, no sentence to take apart."""

_NOUN_BEFORE = w.DETERMINERS | w.PREPOSITIONS | w.POSSESSIVE_PRONOUNS | frozenset({"'s", "’s", "’", "'"})
_VERB_AFTER = (
    frozenset(
        "that it he she they there the a an its his her their to for on all no not any his one what whether how him them us "
        "her itself himself this these those every both some such".split()
    )
    | w.DETERMINERS
)


_TOLD_AFTER = frozenset(
    "say said note noted add explain warn predict argue claim insist report reply reckon recall".split()
)
"""Verbs that with their subject follow what is said, also without quotation marks: "…, noted Jo Lee"."""

_HOPES = frozenset("hope want plan intend expect wish".split())
"""Verbs that after "had" tell of what came to nothing."""

_FINDERS = frozenset(
    "court tribunal jury judge panel inquiry coroner committee commission inquest ombudsman watchdog".split()
)
"""Those whose findings are statements."""

_DONE_TO = {"accused": {"of"}, "urged": {"to"}, "ordered": {"to"}, "instructed": {"to"}, "blamed": {"for"}}
"""Words right after a past form that show that it was done to the subject: "A man accused of theft"."""

_BLOWS = frozenset("into against on shut through down past onto off out open".split())
"""Words after a heated verb that show a blow, not speech: "slammed into a wall"."""


def find_frames(spoken: Spoken, lexicon: Lexicon) -> list[Frame]:
    """Return the sentence's frames by place; whose words they are is for the parties to tell."""
    tokens = spoken.tokens
    if len(tokens) > _LONGEST:
        return []
    words = find_verbs(tokens, lexicon)
    verbs = [verb for verb in words if not _is_noun(tokens, verb)]
    places = frozenset(verb.first for verb in verbs if verb.form.shape != "ing")
    frames = nominal_frames(spoken, places)
    frames += catenative_frames(tokens, places, [(verb.first, verb.last, verb.form) for verb in words])
    for verb in verbs:
        frames += _of_verb(tokens, verb, places)
    kept = [
        frame
        for frame in frames
        if (frame.group != "quoting" or _beside_quote(tokens, frame))
        and not unsaid(tokens, frame)
        and (frame.lemma != "found" or _finder(tokens, frame))
        and (frame.kind != "act" or frame.shape != "ing" or _now(tokens, frame))
        and not (frame.lemma in _HOPES and "had" in {t.lower for t in tokens[frame.subject.phrase.last : frame.first]})
    ]
    return sorted(kept, key=lambda frame: (frame.first, frame.kind))


def _beside_quote(tokens: Sequence[Token], frame: Frame) -> bool:
    """Tell whether quoted words stand right before the speaker or right after the verb."""
    first = min(frame.subject.phrase.first, frame.first)
    before = any(tokens[i].text == QUOTED for i in range(max(0, first - 2), first))
    between = (
        first > 0 and tokens[first - 1].text == "," and frame.last < len(tokens) and tokens[frame.last].text == ","
    )
    return (
        before or between or any(tokens[i].text == QUOTED for i in range(frame.last, min(len(tokens), frame.last + 2)))
    )


def _now(tokens: Sequence[Token], frame: Frame) -> bool:
    """Tell whether an act that goes on is one of today: "is demanding", not "was refusing"."""
    return bool({t.lower for t in tokens[frame.subject.phrase.last : frame.first]} & {"is", "are", "'s", "’s"})


def _finder(tokens: Sequence[Token], frame: Frame) -> bool:
    """Tell whether it is a finding that somebody states: "The court found that"."""
    phrase = frame.subject.phrase
    words = {token.lower for token in tokens[phrase.first : phrase.last]}
    return bool(words & _FINDERS) or (len(words) == 1 and words <= w.PRONOUNS)


def _is_noun(tokens: Sequence[Token], verb: Verb) -> bool:  # noqa: PLR0911 - one return for each case
    """Tell whether the word is no verb where it stands: a noun, an adjective, a participle."""
    before = tokens[verb.first - 1] if verb.first else None
    after = tokens[verb.last] if verb.last < len(tokens) else None
    named = before is not None and verb.first > 1 and before.text[0].isupper()  # "Channel Six confirmed"
    both = (
        before is not None
        and before.lower in {"both", "each", "some", "many", "most", "others"}
        and verb.form.shape == "past"
    )
    if before is not None and before.lower in _NOUN_BEFORE and not named and not both:
        return True
    story = {"story", "tale", "stories"} & {token.lower for token in tokens[verb.last : verb.last + 4]}
    if verb.form.lemma == "tell" and story and after is not None and after.lower in w.DETERMINERS:
        return True
    if verb.form.group == "heated" and after is not None and after.lower in _BLOWS:
        return True
    spoke = verb.form.lemma in {"say", "said", "tell", "told", "add", "write"}
    if (
        after is not None
        and after.lower == "by"
        and verb.form.shape == "past"
        and not (spoke or _by_doing(tokens, verb.last))
    ):
        return before is None or before.lower not in w.BE | w.ADVERBS
    if verb.form.shape == "past" and after is not None and _participle(tokens, verb, after):
        return True
    if before is not None and before.text == "," and verb.form.shape == "base" and after is not None:
        opened = opening(tokens, verb.first - 1)
        return not (opened is not None and _plural_before(tokens, opened) and after.lower in _VERB_AFTER)
    if not verb.form.ambiguous:
        return verb.form.shape == "base" and not _plural_before(tokens, verb.first)
    if before is None or after is None:
        return True
    after_aside = before.text == "," and after.lower in _VERB_AFTER and verb.form.shape == "s"
    if before.lower in w.PRONOUNS | w.FIRST | w.ADVERBS or after_aside:
        return False
    if verb.form.shape == "base":
        return not (_plural_before(tokens, verb.first) and (after.lower in _VERB_AFTER or verb.last - verb.first > 1))
    ends = (
        after.text in {".", ","}
        and (before.lower in w.BODIES | w.UNIONS or before.text[0].isupper())
        and verb.first > 6
    )
    if ends and any(t.text == "," for t in tokens[verb.first - 6 : verb.first]):
        return False  # "…, a figure the union disputes."
    follows = (
        after.lower in _VERB_AFTER or after.text == QUOTED or after.text[0].isupper() or verb.last - verb.first > 1
    )
    return not (follows and before.text[0].isalpha() and before.lower not in w.AUXILIARIES)


def _by_doing(tokens: Sequence[Token], by: int) -> bool:
    """Tell whether "by" begins how somebody did it ("responded by saying")."""
    return by + 1 < len(tokens) and tokens[by + 1].lower.endswith("ing")


def _participle(tokens: Sequence[Token], verb: Verb, after: Token) -> bool:
    """Tell whether a past form only describes a noun: "the proposed talks", "rules agreed in March"."""
    before = tokens[verb.first - 1] if verb.first else None
    if before is None:
        return True
    done_to = after.lower in _DONE_TO.get(tokens[verb.first].lower, ()) and verb.last == verb.first + 1
    if done_to and before.lower not in w.BE | w.ADVERBS:
        return True
    return before.lower in {"as", "than", "newly", "so"} and before.lower not in w.ADVERBS


def _plural_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a subject stands before that takes a verb without -s: a plural, "they", or an auxiliary."""
    index = at - 1
    while index >= 0 and (tokens[index].lower in w.ADVERBS or tokens[index].lower.endswith("ly")):
        index -= 1
    if index < 0:
        return False
    word = tokens[index].lower
    if word in {"they", "we", "who", "i"} or word in w.DO or word in w.MODALS:
        return True
    if _plural(word) or any(tokens[k].lower == "and" for k in range(max(0, index - 8), index)):
        return True
    inner = next(
        (k for k in range(max(0, index - 8), index) if tokens[k].lower in {"at", "of", "in", "from", "for"}), 0
    )
    return inner > 0 and _plural(tokens[inner - 1].lower) and not any(t.text == "," for t in tokens[inner:at])


def _plural(word: str) -> bool:
    plural = (
        word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in {"'s", "’s", "was", "has", "does"}
    )
    return plural or word in {"police", "people", "both", "staff", "women", "men"}


def _of_verb(tokens: Sequence[Token], verb: Verb, places: frozenset[int]) -> list[Frame]:
    form = verb.form

    def frame(subject: Subject, *, inverted: bool = False, kind: str = form.kind) -> Frame:
        return Frame(
            kind=kind,
            group=form.group,
            lemma=form.lemma,
            shape=form.shape,
            subject=subject,
            first=verb.first,
            last=verb.last,
            inverted=inverted,
        )

    found = []
    if form.kind == "say" and form.shape == "ing" and (meanwhile := _with(tokens, verb.first, places)) is not None:
        return [frame(meanwhile)]
    subject = subject_before(tokens, verb.first, form, places)
    if subject is not None and subject.modal and form.lemma == "say" and _only(tokens, verb):
        subject = replace(subject, modal=False)
    passive = subject.passive if subject is not None else _was(tokens, verb.first)
    if form.shape == "past" and passive:
        agent = next((k for k in range(verb.last, min(verb.last + 8, len(tokens))) if tokens[k].lower == "by"), None)
        after = subject_after(tokens, agent + 1, places) if agent is not None else None
        return [frame(after, inverted=True)] if after is not None else []
    if subject is not None:
        found.append(frame(subject))
    if form.kind == "say" and form.shape in ("past", "s", "base") and _may_invert(tokens, verb):
        after = subject_after(tokens, verb.last, places)
        if after is not None and not _begins_clause(tokens, after, places):
            found.append(frame(after, inverted=True))
    return found


def _begins_clause(tokens: Sequence[Token], after: Subject, places: frozenset[int]) -> bool:
    """Tell whether the words after "said" are a subject with its own verb: "One official, who left, said the mayor lied"."""
    last = after.phrase.last
    return last < len(tokens) and (tokens[last].lower in w.AUXILIARIES or last in places)


def _was(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb whose subject is no noun phrase is passive: "That was rejected by Acme"."""
    before = [token.lower for token in tokens[max(0, verb - 3) : verb]]
    return bool(before) and (before[-1] in w.BE or (before[-1] in w.ADVERBS and bool(set(before) & w.BE)))


def _with(tokens: Sequence[Token], verb: int, places: frozenset[int]) -> Subject | None:
    """Return who speaks in "…, with Nairobi saying that … and Addis Ababa answering that …"."""
    for at in range(verb - 1, max(0, verb - 9), -1):
        if tokens[at].text in BREAKS or at in places:
            return None
        opens = tokens[at].lower == "with" and tokens[at - 1].text == ","
        if opens or (tokens[at].lower == "and" and any(t.lower == "with" for t in tokens[:at])):
            capital = tokens[at + 1].text[0].isupper() or tokens[at + 1].lower in {"the", "its", "their"}
            return Subject(phrase=Span(first=at + 1, last=verb), boundary=BARE) if capital else None
    return None


def _only(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether somebody said so much and no more: "would say only that", "would only say"."""
    return "only" in {token.lower for token in tokens[max(0, verb.first - 1) : verb.last + 1]}


def _name(token: Token) -> bool:
    return token.text[0].isupper()


def _may_invert(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether the speaker may stand after the verb: a quotation or a comma is before it (“…,” said Ms Lee)."""
    if verb.first == 0 or verb.last >= len(tokens):
        return False
    before = tokens[verb.first - 1]
    quoted = before.text == QUOTED or (before.text == "," and verb.first > 1 and tokens[verb.first - 2].text == QUOTED)
    after = tokens[verb.last]
    names = (
        after.text[0].isupper()
        or after.lower in {"the", "a", "an", "one"} | w.PERSON_ROLES | w.HONORIFICS | w.PRONOUNS | w.POSSESSIVE_PRONOUNS
    )
    described = quoted and any(_name(token) for token in tokens[verb.last : verb.last + 5])
    return (names or described) and (quoted or (before.text == "," and verb.form.lemma in _TOLD_AFTER))


def doing_frames(spoken: Spoken, subject: Subject, lexicon: Lexicon) -> list[Frame]:
    """Return the frames of "X went further, calling it …": verbs in -ing after a comma."""
    tokens = spoken.tokens
    return [
        Frame(
            kind="say", group=v.form.group, lemma=v.form.lemma, shape="ing", subject=subject, first=v.first, last=v.last
        )
        for v in find_verbs(tokens, lexicon)
        if v.form.shape == "ing"
        and v.form.kind == "say"
        and v.first > subject.phrase.last
        and tokens[v.first - 1].text == ","
    ]
