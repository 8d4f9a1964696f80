"""The kinds of values that the files hold: the form of each, and what is said when it is wrong.

Every value comes in as the text that was written. A message says what was found and what would be right; its code is the
diagnostic's. ``accounts.fields`` makes the types of the schema from these; ``accounts.sound`` reads sound files with them.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from claimdiff.accounts.diagnostic import Severity
from claimdiff.accounts.limits import MAX_TEXT
from claimdiff.accounts.names import ACCOUNT_PATTERN, ID_PATTERN, as_id, suggestion
from claimdiff.display import quoted
from claimdiff.vocabulary import Coverage, Facet, Role, Verdict, Voice

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LOOSE_DATE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ].*)?")
PAIR_PATTERN = "^[a-z0-9-]+/[a-z0-9-]+$"
LANGUAGE_PATTERN = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
SEAL_PATTERN = "^[0-9a-f]{8}$"
SHA256_PATTERN = "^[0-9a-f]{64}$"


class WrongValue(Exception):  # noqa: N818 - it names what is the matter
    """A value that is not of its kind: the diagnostic's code, and what was found and would be right."""

    def __init__(self, code: str, message: str) -> None:
        """Keep both parts."""
        super().__init__(message)
        self.code = code
        self.message = message


def kind_of(value: object) -> str:
    """Return what a value is, in words; numbers and the like only come from TOML."""
    match value:
        case str():
            return "one text"
        case list():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return f"{str(value).lower()} without quotes"


def _text(value: Any) -> str:
    """Return the text without blanks at its end, which a block scalar brings along."""
    if not isinstance(value, str):
        raise WrongValue("wrong-type", f"{kind_of(value)} where one text is meant")
    text = value.rstrip()
    if not text:
        raise WrongValue("empty-value", "no value; give one or remove the key")
    if len(text) > MAX_TEXT:
        raise WrongValue("too-long", f"a value of {len(text):,} characters and at most {MAX_TEXT:,} are read; split it")
    return text


def _formed(pattern: str, code: str, message: Callable[[str], str]) -> Callable[[Any], str]:
    form = re.compile(pattern)

    def check(value: Any) -> str:
        text = _text(value)
        if not form.fullmatch(text):
            raise WrongValue(code, message(text))
        return text

    return check


def _id_message(text: str) -> str:
    better = as_id(text)
    remedy = f'; write "{better}"' if better else ""
    return f"{quoted(text)} is not made of lower-case letters, digits and hyphens{remedy}"


def _account_message(text: str) -> str:
    better = as_id(text)
    remedy = f'; write "{better}"' if better else ""
    return f"{quoted(text)} is no account name: lower-case letters and digits, parted by single hyphens{remedy}"


def _pair_message(text: str) -> str:
    return f"{quoted(text)} does not name two accounts; write them as kremlin/whitehouse"


def _language_message(text: str) -> str:
    return f"{quoted(text)} is no language tag; write one such as en, de or pt-BR"


def _seal_message(text: str) -> str:
    return f"{quoted(text)} is no seal: eight digits or letters a to f; remove it or decide anew"


def _sha256_message(text: str) -> str:
    if re.fullmatch(SHA256_PATTERN, text.lower()):
        return "a SHA-256 digest is written in lower case; write it so"
    return f"{quoted(text, limit=20)} is no SHA-256 digest: 64 digits or letters a to f, and this has {len(text)} characters"


def _day(value: Any) -> date:
    text = _text(value)
    match = _DATE.fullmatch(text)
    if not match:
        loose = _LOOSE_DATE.fullmatch(text)
        better = f'; write "{int(loose[1]):04}-{int(loose[2]):02}-{int(loose[3]):02}"' if loose else ""
        raise WrongValue("wrong-date", f"{quoted(text)} is no date as YYYY-MM-DD{better}")
    year, month, day = (int(part) for part in match.groups())
    if not year:
        raise WrongValue("wrong-date", f"{quoted(text)} is no date: there is no year 0")
    if not 1 <= month <= 12:
        raise WrongValue("wrong-date", f"{quoted(text)} is no date: months go from 01 to 12")
    last = _days(year, month)
    if not 1 <= day <= last:
        raise WrongValue("wrong-date", f"{quoted(text)} is no date: days of {year:04}-{month:02} go from 01 to {last}")
    return date(year, month, day)


def _days(year: int, month: int) -> int:
    """Return how many days a month of the Gregorian calendar has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _flag(value: Any) -> bool:
    text = _text(value)
    if text not in ("true", "false"):
        better = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(text.lower(), text.lower())
        remedy = f'; write "{better}"' if better in ("true", "false") else ""
        raise WrongValue("wrong-value", f"{quoted(text)} is neither true nor false{remedy}")
    return text == "true"


def _count(value: Any) -> int:
    text = _text(value)
    if not re.fullmatch("[0-9]{1,6}", text):
        raise WrongValue("wrong-value", f"{quoted(text)} is no whole number")
    return int(text)


_E = TypeVar("_E", bound=StrEnum)


def _one_of(kind: type[_E]) -> Callable[[Any], _E]:
    values = [member.value for member in kind]

    def check(value: Any) -> _E:
        text = _text(value)
        if text not in values:
            raise WrongValue("wrong-value", f"{quoted(text)} is no {kind.__name__.lower()}{suggestion(text, values)}")
        return kind(text)

    return check


Reader = Callable[[Any], Any]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "Text": _text,
        "Words": _text,
        "Id": _formed(ID_PATTERN, "wrong-id", _id_message),
        "AccountName": _formed(ACCOUNT_PATTERN, "wrong-id", _account_message),
        "Language": _formed(LANGUAGE_PATTERN, "wrong-language", _language_message),
        "Sha256": _formed(SHA256_PATTERN, "wrong-sha256", _sha256_message),
        "Seal": _formed(SEAL_PATTERN, "wrong-seal", _seal_message),
        "Day": _day,
        "Flag": _flag,
        "Pair": _formed(PAIR_PATTERN, "wrong-value", _pair_message),
        "Count": _count,
        "RoleName": _one_of(Role),
        "CoverageName": _one_of(Coverage),
        "VoiceName": _one_of(Voice),
        "VerdictName": _one_of(Verdict),
        "SeverityName": _one_of(Severity),
        "FacetName": _one_of(Facet),
    }
)
"""Name of a kind -> what returns the value of a text, or raises WrongValue."""
