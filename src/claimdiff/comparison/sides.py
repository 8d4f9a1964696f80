"""One side of a comparison: an account with its readings, each made when it is first needed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar, overload

from claimdiff.accounts.model import Account

if TYPE_CHECKING:
    from claimdiff.language.reading import Reading

T = TypeVar("T")
Given: TypeAlias = T | Callable[[], T]
"""A value, or what makes it when it is first needed."""


def given(value: "Given[T]") -> T:
    """Return the value, made now where it was not yet."""
    return value() if callable(value) else value


class Readings(Sequence["Reading"]):
    """The readings of an account, in the order of its assertions; each is made when it is first asked for, and once."""

    def __init__(self, size: int, at: "Callable[[int], Reading]") -> None:
        self._made: list[Reading | None] = [None] * size
        self._at = at

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._made)

    @overload
    def __getitem__(self, place: int) -> "Reading": ...
    @overload
    def __getitem__(self, place: slice) -> "tuple[Reading, ...]": ...
    def __getitem__(self, place: int | slice) -> "Reading | tuple[Reading, ...]":
        """Return the reading at a place, or those of a slice."""
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(len(self))))
        found = self._made[place]
        if found is None:
            found = self._made[place] = self._at(place)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An account with its readings, in the order of its assertions."""

    account: Account
    readings: "Sequence[Reading]"

    @property
    def index(self) -> dict[str, int]:
        """Return the place of every assertion id."""
        return {assertion.id: i for i, assertion in enumerate(self.account.assertions)}
