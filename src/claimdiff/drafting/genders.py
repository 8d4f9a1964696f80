"""Tell by a first name or a role whether a person is called "he" or "she", where that is nearly certain."""

from collections.abc import Iterable
from pathlib import Path

_HE_ROLES = frozenset(
    "spokesman chairman congressman councilman father son brother husband widower uncle grandfather king prince "
    "businessman postman fisherman policeman fireman salesman bishop priest monk".split()
)
_SHE_ROLES = frozenset(
    "spokeswoman chairwoman congresswoman councilwoman mother daughter sister wife widow aunt grandmother queen princess "
    "businesswoman actress policewoman midwife headmistress nun housewife waitress mother-of-two".split()
)


def _read(text: str) -> dict[str, str]:
    found = {}
    for paragraph in text.split("\n\n")[1:]:
        gender, _, names = paragraph.partition(":")
        found.update(dict.fromkeys(names.split(), gender.strip()))
    return found


_BY_NAME = _read(Path(__file__).with_name("genders.txt").read_text(encoding="utf-8"))


def gender_of_name(first: str) -> str:
    """Return "he" or "she" for a first name, "" where it may be either's or is not known."""
    return _BY_NAME.get(first.lower(), "")


def gender_of_role(words: Iterable[str]) -> str:
    """Return "he" or "she" for words such as "spokeswoman", "" where they do not tell."""
    for word in words:
        if word in _HE_ROLES | _SHE_ROLES:
            return "he" if word in _HE_ROLES else "she"
    return ""
