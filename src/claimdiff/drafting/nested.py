"""Tell quoted words within what somebody says that are another's: "Cope said Pike told him: “They made me.”"."""

from claimdiff.drafting import words as w
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.frames import find_frames
from claimdiff.drafting.phrases import Spoken
from claimdiff.language.lexicon import Lexicon


def anothers(here: Spoken, frame: Frame | None, lexicon: Lexicon) -> frozenset[int]:
    """Return the tokens of those quotations that an inner verb of speech leads to, with a subject of its own.

    They belong to who is the subject of that verb: in the speaker's account the sentence is a report of them.
    """
    if frame is None or frame.kind not in {"say", "label"} or frame.inverted or not here.quotes:
        return frozenset()
    found = set()
    for inner in find_frames(here, lexicon):
        if inner.kind != "say" or inner.inverted or inner.subject.shared or inner.first <= frame.last:
            continue
        subject = inner.subject.phrase
        if subject.first <= frame.first or subject.first >= subject.last:
            continue
        own = {token.lower for token in here.tokens[subject.first : subject.last]} <= w.PRONOUNS | w.FIRST
        before = [at for at in here.quotes if 0 < frame.subject.phrase.first - at <= 2]
        if not own and subject.first - frame.last <= 1 and _ends(here, inner):
            found |= set(before)  # "“It is over,” Lee said the mayor had told her."
        if not own:
            found |= {at for at in here.quotes if at >= inner.last}
    found |= {at for at in here.quotes if at - 2 > frame.last and _reads(here, at)}
    return frozenset(found)


def _reads(here: Spoken, quote: int) -> bool:
    """Tell whether quoted words are what a letter or a sign reads: "Lee said Foss's letter read: “No.”"."""
    return here.tokens[quote - 1].text == ":" and here.tokens[quote - 2].lower in {"read", "reads", "stated"}


def _ends(here: Spoken, inner: Frame) -> bool:
    """Tell whether the sentence ends right after the inner verb and whom it was told."""
    rest = [token.text for token in here.tokens[inner.last :] if token.text not in {".", ","}]
    return len(rest) <= 1
