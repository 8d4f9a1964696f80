"""The public functions; see docs/api.md."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from claimdiff.accounts import load
from claimdiff.accounts.model import Account, Event
from claimdiff.alignment.score import similarity as score_of_readings
from claimdiff.alignment.weights import load_weights
from claimdiff.comparison.model import Report
from claimdiff.comparison.options import Options
from claimdiff.language.lexicon import Lexicon, load_lexicon
from claimdiff.language.read import read
from claimdiff.pipeline import compare_accounts
from claimdiff.verdict.judge import judge_readings
from claimdiff.verdict.model import Judgement
from claimdiff.vocabulary import Role


def load_event(event: str | Path, *, start: Path | None = None) -> Event:
    """Return an event by its name in the project, or by the path of its folder.

    ``start`` is a folder of the project, the current one unless given. Raise ``LoadError`` with every fault of every file
    (``error.diagnostics``), or ``UnknownName`` with the nearest names.
    """
    return load.load_event(event, start=start)


def compare(
    event: Event,
    accounts: Sequence[str | Account] = (),
    *,
    options: Options | None = None,
    lexicon: Lexicon | None = None,
) -> Report:
    """Compare accounts of an event, pair by pair.

    ``accounts``: keys of accounts of the event, or accounts; none: the event's principals. Raise ``KeyError`` for a key that
    the event does not have, ``ValueError`` for fewer than two accounts or two of the same key.
    """
    chosen = [account if isinstance(account, Account) else event.account(account) for account in accounts]
    chosen = chosen or [account for account in event.accounts if account.role is Role.PRINCIPAL]
    if len(chosen) < 2 or len({account.key for account in chosen}) < len(chosen):
        message = "a comparison needs at least two accounts with different keys"
        raise ValueError(message)
    return compare_accounts(
        event,
        chosen,
        options=options or Options(),
        lexicon=lexicon or load_lexicon(),
        weights=load_weights(),
    )


def judge(
    left: str | Sequence[str],
    right: str | Sequence[str],
    *,
    date: datetime.date | None = None,
    lexicon: Lexicon | None = None,
) -> Judgement:
    """Judge texts that are taken to be versions of the same statement: the verdict and the differences.

    ``left`` and ``right`` are a text or several; relative dates ("on Wednesday") count from ``date``. Words of a difference
    are given with their offsets in code points, and ``index`` says in which text of the side. Raise ``ValueError`` where a
    side has no text.
    """
    words = lexicon or load_lexicon()
    sides = [[text] if isinstance(text, str) else list(text) for text in (left, right)]
    if not all(sides):
        message = "both sides need at least one text"
        raise ValueError(message)
    ours, theirs = ([read(text, lexicon=words, date=date) for text in side] for side in sides)
    return judge_readings(ours, theirs)


def similarity(left: str, right: str, *, lexicon: Lexicon | None = None) -> float:
    """Return the matcher's score for two lone texts, 0 to 1: how likely they are versions of the same statement.

    It only says what is worth comparing; whether they agree is what ``judge`` says.
    """
    words = lexicon or load_lexicon()
    return score_of_readings(
        read(left, lexicon=words), read(right, lexicon=words), lexicon=words, weights=load_weights()
    )
