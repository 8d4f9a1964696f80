"""Short ways to build accounts and events in tests."""

from collections.abc import Sequence
from pathlib import Path

from claimdiff.accounts.load import load_event
from claimdiff.accounts.model import Account, Assertion, Decisions, Event, Quote
from claimdiff.alignment.weights import load_weights
from claimdiff.comparison.model import Report
from claimdiff.comparison.options import Options
from claimdiff.language.lexicon import load_lexicon
from claimdiff.pipeline import compare_accounts
from claimdiff.vocabulary import Coverage, Role

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
EVENTS = sorted(path.name for path in DATA.iterdir() if path.is_dir())


def event(name: str) -> Event:
    return load_event(DATA / name)


def account(
    key: str,
    *texts: str,
    coverage: Coverage = Coverage.FULL,
    role: Role = Role.PRINCIPAL,
    language: str = "en",
    quotes: Sequence[str] = (),
) -> Account:
    """Return an account with assertions a1, a2 … of the texts; ``quotes`` go to the first."""
    assertions = tuple(
        Assertion(
            id=f"a{n}",
            text=text,
            quotes=tuple(Quote(source=None, quote=quote) for quote in quotes) if n == 1 else (),
        )
        for n, text in enumerate(texts, start=1)
    )
    return Account(
        key=key, party=key.capitalize(), coverage=coverage, role=role, language=language, assertions=assertions
    )


def compare(*accounts: Account, decisions: Sequence[Decisions] = (), options: Options | None = None) -> Report:
    of = Event(key="", accounts=accounts, decisions=tuple(decisions))
    return compare_accounts(of, accounts, options=options or Options(), lexicon=load_lexicon(), weights=load_weights())
