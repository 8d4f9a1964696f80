"""Find the frames of a sentence: who says, asks, agrees or refuses, and what stands in their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimdiff.drafting import words as w
from claimdiff.drafting.phrases import QUOTED, Spoken, Verb, find_verbs
from claimdiff.drafting.subjects import Span, Subject, subject_after, subject_before
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.reading import Token

_LONGEST = 400
"""A sentence of more words and marks than this is a list or a table, no sentence to take apart."""

_SUBORDINATE = w.SUBORDINATE | w.RELATIVE
_NOUN_BEFORE = w.DETERMINERS | w.PREPOSITIONS | w.POSSESSIVE_PRONOUNS | frozenset({"'s", "’s", "’", "'"})
_VERB_AFTER = (
    frozenset(
        "that it he she they there the a an its his her their to for on all no not any his one what whether how him them us "
        "her itself himself this these those every both some such".split()
    )
    | w.DETERMINERS
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Who (``subject``) says or does something by ``verb``.

    ``kind``: say, act, according (``verb`` stands for "according to"), label ("Ministry: …") or attitude ("remains sceptical
    that"). ``group``: the class of the verb in the lexicon's table. ``inverted``: the subject stands after the verb.
    """

    kind: str
    group: str
    lemma: str
    shape: str
    subject: Subject
    first: int
    last: int
    inverted: bool = False


def find_frames(spoken: Spoken, lexicon: Lexicon) -> list[Frame]:
    """Return the sentence's frames by place; whose words they are is for the parties to tell."""
    tokens = spoken.tokens
    if len(tokens) > _LONGEST:
        return []
    verbs = [verb for verb in find_verbs(tokens, lexicon) if not _is_noun(tokens, verb)]
    places = frozenset(verb.first for verb in verbs if verb.form.shape != "ing")
    frames = _according(tokens, places) + _label(spoken)
    for verb in verbs:
        frames += _of_verb(tokens, verb, places)
    frames += _attitudes(tokens, places)
    kept = [frame for frame in frames if frame.group != "quoting" or _beside_quote(tokens, frame)]
    return sorted(kept, key=lambda frame: (frame.first, frame.kind))


def _beside_quote(tokens: Sequence[Token], frame: Frame) -> bool:
    """Tell whether quoted words stand right before the speaker or right after the verb."""
    first = min(frame.subject.phrase.first, frame.first)
    before = any(tokens[i].text == QUOTED for i in range(max(0, first - 2), first))
    return before or any(tokens[i].text == QUOTED for i in range(frame.last, min(len(tokens), frame.last + 2)))


def _is_noun(tokens: Sequence[Token], verb: Verb) -> bool:  # noqa: PLR0911 - one return for each case
    """Tell whether the word is no verb where it stands: a noun, an adjective, a participle."""
    before = tokens[verb.first - 1] if verb.first else None
    after = tokens[verb.last] if verb.last < len(tokens) else None
    if before is not None and before.lower in _NOUN_BEFORE:
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
    if not verb.form.ambiguous:
        return verb.form.shape == "base" and not _plural_before(tokens, verb.first)
    if before is None or after is None:
        return True
    after_aside = before.text == "," and after.lower in _VERB_AFTER and verb.form.shape == "s"
    if before.lower in w.PRONOUNS | w.FIRST | w.ADVERBS or after_aside:
        return False
    if verb.form.shape == "base":
        return not (_plural_before(tokens, verb.first) and (after.lower in _VERB_AFTER or verb.last - verb.first > 1))
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
    subject = subject_before(tokens, verb.first, form, places)
    if form.shape == "past" and subject is not None and subject.passive:
        agent = next((k for k in range(verb.last, min(verb.last + 8, len(tokens))) if tokens[k].lower == "by"), None)
        after = subject_after(tokens, agent + 1, places) if agent is not None else None
        return [frame(after, inverted=True)] if after is not None else []
    if subject is not None:
        found.append(frame(subject))
    if form.kind == "say" and form.shape in ("past", "s", "base") and _may_invert(tokens, verb):
        after = subject_after(tokens, verb.last, places)
        if after is not None:
            found.append(frame(after, inverted=True))
    return found


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
    return names and (quoted or (before.text == "," and verb.form.lemma in {"say", "says", "said"}))


def _according(tokens: Sequence[Token], places: frozenset[int]) -> list[Frame]:
    found = []
    for i in range(len(tokens) - 2):
        if tokens[i].lower == "according" and tokens[i + 1].lower == "to":
            first, last = i, i + 2
        elif [t.lower for t in tokens[i : i + 4]] == ["in", "the", "words", "of"]:
            first, last = i, i + 4
        else:
            continue
        subject = subject_after(tokens, last, places)
        if subject is not None:
            found.append(
                Frame(
                    kind="according", group="said", lemma="say", shape="past", subject=subject, first=first, last=last
                )
            )
    return found


def _label(spoken: Spoken) -> list[Frame]:
    """Return the frame of "Ministry of Defence: “…”", where the sentence begins with a name and a colon."""
    tokens = spoken.tokens
    colon = next((i for i, token in enumerate(tokens[:9]) if token.text == ":"), None)
    if not colon or colon + 1 >= len(tokens) or tokens[0].text == QUOTED or spoken.entered:
        return []
    lower = [t for t in tokens[:colon] if t.text[0].islower() and t.lower not in w.PREPOSITIONS | w.DETERMINERS]
    quoted = tokens[colon + 1].text == QUOTED
    if not quoted and not _full(spoken):
        return []
    if any(t.lower not in w.PERSON_ROLES | w.BODIES | {"'s", "’s", "and"} for t in lower) or any(
        t.lower in w.AUXILIARIES or t.text in {",", "–"} for t in tokens[:colon]
    ):
        return []
    subject = subject_after(tokens, 0, frozenset())
    if subject is None or subject.phrase.last != colon:
        return []
    return [Frame(kind="label", group="said", lemma="say", shape="past", subject=subject, first=colon, last=colon + 1)]


def _full(spoken: Spoken) -> bool:
    return spoken.sentence.text.rstrip().endswith((".", ".”", '."', "!", "!”"))


def _attitudes(tokens: Sequence[Token], places: frozenset[int]) -> list[Frame]:
    """Return the frames of "Mr X remains sceptical that", "the firm is ready to"."""
    from claimdiff.drafting.verbs import Form

    found = []
    for i, token in enumerate(tokens):
        if token.lower not in w.ATTITUDES or i < 2:
            continue
        state = i - 1
        while state > 0 and (
            tokens[state].lower in w.ADVERBS | {"very", "deeply", "fully", "absolutely", "been", "more"}
        ):
            state -= 1
        if tokens[state].lower not in w.STATES:
            continue
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        if after not in {"that", "to", "about", "by", "of", "with", "for", "it", "he", "they", "she"}:
            continue
        form = Form(lemma="be", shape="s", kind="attitude", group="attitude")
        subject = subject_before(tokens, state, form, places)
        if subject is not None:
            found.append(
                Frame(
                    kind="attitude", group="attitude", lemma="be", shape="s", subject=subject, first=state, last=i + 1
                )
            )
    return found


def doing_frames(spoken: Spoken, subject_end: int, lexicon: Lexicon) -> list[Frame]:
    """Return the frames of "X went further, calling it …": verbs in -ing after a comma; ``subject_end``: where X ends."""
    tokens = spoken.tokens
    phrase = Span(first=0, last=subject_end)
    subject = Subject(
        phrase=phrase,
        beside=(),
        boundary="",
        modal=False,
        negated=False,
        passive=False,
        shared=False,
        between=Span(first=subject_end, last=subject_end),
    )
    return [
        Frame(
            kind="say", group=v.form.group, lemma=v.form.lemma, shape="ing", subject=subject, first=v.first, last=v.last
        )
        for v in find_verbs(tokens, lexicon)
        if v.form.shape == "ing" and v.form.kind == "say" and v.first > subject_end and tokens[v.first - 1].text == ","
    ]


def subordinate(frame: Frame) -> bool:
    """Tell whether the frame stands in a clause that only leads in or describes ("after he said …", "who said …")."""
    return frame.subject.boundary in _SUBORDINATE and not frame.inverted
