"""Errors: what cannot go on, in one plain sentence for the person at the terminal."""


class CannotGoOn(Exception):  # noqa: N818 - it names what happened
    """Raised by a command that cannot do what it was asked for; its text is shown and the exit code is 2."""


class MissingExtra(CannotGoOn):
    """An optional package is not installed."""

    def __init__(self, extra: str, what: str) -> None:
        super().__init__(f"{what} needs an optional part: pip install 'claimdiff[{extra}]'")
