"""Tell whether a sentence says more for the speaker than the words it quotes: "“…,” said Lee, adding that it was late"."""

from claimdiff.drafting import words as w
from claimdiff.drafting.frame import Frame
from claimdiff.drafting.phrases import QUOTED, Spoken, find_verbs, within_name
from claimdiff.language.lexicon import Lexicon

_JOINS = w.CONTRAST | {"and", "then", "later"}
_WHERE = frozenset(
    "according arriving attending beginning during following including leaning leaving looking nodding pausing pointing "
    "referring regarding running shrugging sitting smiling laughing speaking standing starting talking using wearing walking "
    "weeping concerning winning working wiping holding".split()
)
"""Words in -ing that tell where or how somebody speaks, and what is no verb."""

_TO_SOMEBODY = frozenset(
    {"tell", "told", "ask", "remind", "assure", "inform", "reply", "write", "wrote", "post", "tweet"}
)
"""Verbs whose object is who hears it."""


def more_said(here: Spoken, frame: Frame | None, span: tuple[int, int], lexicon: Lexicon) -> bool:
    """Tell whether words outside the quotation marks are a statement of the speaker's beside the quoted one."""
    if frame is None or not here.quotes:
        return False
    if _before_the_words(here, frame):
        return True
    verbs = {verb.first: verb.form for verb in find_verbs(here.tokens, lexicon)}
    for at, token in enumerate(here.tokens):
        if at < 2 or not span[0] <= token.start < span[1] or frame.first <= at < frame.last:
            continue
        if token.text == QUOTED or within_name(here.tokens, at) or not _ahead(here, at):
            continue
        before = here.tokens[at - 1]
        if token.lower.endswith("ing") and len(token.lower) > 5 and before.text in {",", "–", "—"}:
            if at > frame.last - 1 and token.lower not in _WHERE:
                return True
            continue
        form = verbs.get(at)
        if form is None or (form.shape == "ing" and before.lower not in {"and", "but"}):
            continue
        start = _start(here, at)
        if here.tokens[start].lower in {"who", "which"} and form.kind == "say":
            return True
        if at > frame.last and form.kind in {"say", "act"} and here.tokens[start].lower in _JOINS:
            return True
    return False


def _before_the_words(here: Spoken, frame: Frame) -> bool:
    """Tell whether a statement leads to the quoted words: "said the lock was shut: “…”", "accused it of a lie: “…”"."""
    if frame.inverted or frame.kind != "say" or frame.lemma in _TO_SOMEBODY or min(here.quotes) < frame.last:
        return False
    rest = here.tokens[frame.last : min(here.quotes)]
    words = [token for token in rest if token.text[0].isalnum()]
    if len(words) < 3 or words[0].lower in w.PREPOSITIONS | w.WHEN | w.ADVERBS | w.CALENDAR | w.SUBORDINATE:
        return False
    return not (words[0].lower in w.PRONOUNS and any(word.lower in {"told", "asked"} for word in words[1:3]))


def _ahead(here: Spoken, at: int) -> bool:
    """Tell whether words follow that the verb may be about, not a quotation alone nor the end of the sentence."""
    return any(token.text != QUOTED and token.text[0].isalnum() for token in here.tokens[at + 1 :]) or any(
        quote > at for quote in here.quotes
    )


def _start(here: Spoken, verb: int) -> int:
    """Return what the verb's clause begins with: "and accused", "but she denied", "who had also denied"."""
    at = verb - 1
    while at > 0 and here.tokens[at].lower in w.PRONOUNS | w.AUXILIARIES | (w.ADVERBS - {"and", "but"}):
        at -= 1
    return at
