"""Two accounts that are quoted from one text are no independent witnesses."""

from dataclasses import replace

import pytest
from factories import account

from claimdiff.accounts.model import Account, Quote, Source
from claimdiff.comparison.origins import common_origins
from claimdiff.vocabulary import Voice

ONE = Source(key="sky", publisher="Sky", file="seeds/a.txt", url="https://a.example/x", sha256="0" * 64)


def quoted(key: str, source: Source, *, used: bool = True) -> Account:
    made = account(key, "One.")
    quote = Quote(source=source.key if used else "other", quote="one", voice=Voice.DIRECT)
    (assertion,) = made.assertions
    return replace(made, sources={source.key: source}, assertions=(replace(assertion, quotes=(quote,)),))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Source(key="s", sha256="0" * 64), True),
        (Source(key="s", file="seeds/a.txt"), True),
        (Source(key="s", url="https://a.example/x"), True),
        (Source(key="s", url="https://a.example/x", sha256="1" * 64), False),
        (Source(key="s", file="seeds/b.txt", url="https://a.example/y"), False),
        (Source(key="sky"), False),
    ],
)
def test_common_origins__another_source__one_text_by_digest_file_or_address(other: Source, same: bool) -> None:
    assert common_origins(quoted("a", ONE), quoted("b", other)) == (((ONE, other),) if same else ())


def test_common_origins__source_that_nothing_is_quoted_from__none() -> None:
    assert common_origins(quoted("a", ONE), quoted("b", ONE, used=False)) == ()
