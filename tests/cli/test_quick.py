"""Values that already are what their parameters declare go past typer's adapters, and nothing else changes."""

from enum import StrEnum
from typing import Annotated, Any

import pytest
import typer
from typer.testing import CliRunner

from claimdiff.cli.quick import quickened


class Size(StrEnum):
    """A choice."""

    SMALL = "small"
    LARGE = "large"


def shouted(value: str) -> str:
    return value.upper()


def app_that_keeps(kept: list[Any]) -> typer.Typer:
    app = typer.Typer()

    @app.command()
    def command(
        names: Annotated[list[str] | None, typer.Argument()] = None,
        word: str | None = None,
        loud: Annotated[str, typer.Option(callback=shouted)] = "a",
        number: Annotated[int, typer.Option(min=1)] = 5,
        size: Size = Size.SMALL,
        many: Annotated[list[str] | None, typer.Option()] = None,
        flag: bool = False,
    ) -> None:
        kept.append([names, word, loud, number, size, many, flag])

    @app.command()
    def needed(word: str) -> None:
        kept.append(word)

    return app


CASES = [
    [],
    ["x", "y"],
    ["--word", "x", "--loud", "b"],
    ["--number", "7", "--size", "large", "--flag"],
    ["--many", "x", "--many", "y", "z"],
    ["--number", "0"],
    ["--number", "x"],
    ["--size", "huge"],
    ["--help"],
]


@pytest.mark.parametrize("arguments", CASES, ids=" ".join)
def test_quickened__any_arguments__as_by_typer_alone(arguments: list[str]) -> None:
    ours: list[Any] = []
    theirs: list[Any] = []
    wanted = CliRunner().invoke(app_that_keeps(theirs), ["command", *arguments])
    status = 0
    try:
        quickened(app_that_keeps(ours))(["command", *arguments], standalone_mode=False)
    except Exception:  # a usage error; typer alone ends with 2
        status = 2
    assert (status, ours) == (wanted.exit_code, theirs)


def test_quickened__missing_argument__still_an_error() -> None:
    with pytest.raises(Exception, match=r"(?i)missing"):
        quickened(app_that_keeps([]))(["needed"], standalone_mode=False)
