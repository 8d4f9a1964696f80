"""The types of the schema: the kinds of values of ``accounts.values`` for pydantic, each with its JSON Schema."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from claimdiff.accounts.diagnostic import Severity
from claimdiff.accounts.limits import MAX_TEXT
from claimdiff.accounts.names import ACCOUNT_PATTERN, ID_PATTERN
from claimdiff.accounts.values import (
    LANGUAGE_PATTERN,
    PAIR_PATTERN,
    READERS,
    SEAL_PATTERN,
    SHA256_PATTERN,
    WrongValue,
)
from claimdiff.vocabulary import Coverage, Facet, Role, Verdict, Voice


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value by its name, as pydantic calls it; the error carries the code and message to the diagnostic."""

    name: str

    def __call__(self, value: Any) -> Any:
        """Return the value of a text."""
        try:
            return READERS[self.name](value)
        except WrongValue as wrong:
            context = {"code": wrong.code, "message": wrong.message}
            raise PydanticCustomError("claimdiff", "{message}", context) from None


def _kind(name: str) -> BeforeValidator:
    return BeforeValidator(Kind(name))


def _string(pattern: str | None = None, **more: Any) -> WithJsonSchema:
    shape: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT}
    if pattern is not None:
        shape = {"type": "string", "pattern": pattern}
    return WithJsonSchema(shape | more)


def _enumeration(kind: type[StrEnum]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": [member.value for member in kind]})


Text = Annotated[str, _kind("Text"), _string()]
# An editor reads `175` as a number; as words of a side it is a text all the same.
Words = Annotated[str, _kind("Words"), WithJsonSchema({"type": ["string", "number", "boolean"]})]
Id = Annotated[str, _kind("Id"), _string(ID_PATTERN)]
AccountName = Annotated[str, _kind("AccountName"), _string(ACCOUNT_PATTERN)]
Language = Annotated[str, _kind("Language"), _string(LANGUAGE_PATTERN)]
Sha256 = Annotated[str, _kind("Sha256"), _string(SHA256_PATTERN)]
Seal = Annotated[str, _kind("Seal"), _string(SEAL_PATTERN)]
Day = Annotated[date, _kind("Day"), _string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", format="date", examples=["2025-03-18"])]
Flag = Annotated[bool, _kind("Flag"), WithJsonSchema({"type": "boolean"})]
Pair = Annotated[str, _kind("Pair"), _string(PAIR_PATTERN)]
Count = Annotated[int, _kind("Count"), WithJsonSchema({"type": "integer", "minimum": 0})]
RoleName = Annotated[Role, _kind("RoleName"), _enumeration(Role)]
CoverageName = Annotated[Coverage, _kind("CoverageName"), _enumeration(Coverage)]
VoiceName = Annotated[Voice, _kind("VoiceName"), _enumeration(Voice)]
VerdictName = Annotated[Verdict, _kind("VerdictName"), _enumeration(Verdict)]
SeverityName = Annotated[Severity, _kind("SeverityName"), _enumeration(Severity)]
FacetName = Annotated[Facet, _kind("FacetName"), _enumeration(Facet)]
