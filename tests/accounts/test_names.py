"""Names that people type."""

import pytest

from claimdiff.accounts.names import as_id, nearest, suggestion, unknown_name

NAMES = ["kremlin", "whitehouse", "trump", "ukraine"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kremlim", ("kremlin",)),
        ("Kremlin", ("kremlin",)),
        ("white", ("whitehouse",)),
        ("wh", ()),
        ("turmp", ("trump",)),
        ("xi", ()),
        ("ukrain", ("ukraine",)),
    ],
)
def test_nearest__typed_name__likely_ones(typed: str, found: tuple[str, ...]) -> None:
    assert nearest(typed, NAMES) == found


def test_nearest__several_near__nearest_first_and_no_more_than_asked() -> None:
    assert nearest("talk-1", ["talk-1a", "talk-2", "talk-22", "talk-1"], most=2) == ("talk-1", "talk-1a")


@pytest.mark.parametrize(
    ("name", "known", "text"),
    [
        ("kremlim", NAMES, '; did you mean "kremlin"?'),
        ("xi", NAMES, "; one of: kremlin, whitehouse, trump, ukraine"),
        ("xi", [f"name-{n}" for n in range(11)], f"; one of: {', '.join(f'name-{n}' for n in range(10))} …"),
        ("xi", [], ""),
    ],
)
def test_suggestion__name__nearest_or_all(name: str, known: list[str], text: str) -> None:
    assert suggestion(name, known) == text


@pytest.mark.parametrize(
    ("known", "place", "message"),
    [
        (NAMES, "event talks", 'there is no account "x\\u001b" in event talks; there are kremlin, trump, ukraine, whitehouse'),
        (["kremlin"], "", 'there is no account "x\\u001b"; there is kremlin'),
        ([], "", 'there is no account "x\\u001b"; there is none'),
        ([f"abc-{n}" for n in range(10, 22)], "", 'there is no account "x\\u001b"; there are '
         + ", ".join(f"abc-{n}" for n in range(10, 20)) + " …"),
    ],
    ids=["several", "one", "none", "many"],
)  # fmt: skip
def test_unknown_name__nothing_near__says_what_there_is(known: list[str], place: str, message: str) -> None:
    assert str(unknown_name("account", "x\x1b", known, place=place)) == message


def test_unknown_name__several_near__all_suggested() -> None:
    error = unknown_name("event", "talk-3", ["talk-1", "talk-2", "other"])
    assert str(error) == 'there is no event "talk-3"; did you mean "talk-1" or "talk-2"?'


@pytest.mark.parametrize(("text", "made"), [("Kremlin Press", "kremlin-press"), ("Élysée!", "elysee"), ("…", "")])
def test_as_id__any_text__form_of_an_id(text: str, made: str) -> None:
    assert as_id(text) == made
