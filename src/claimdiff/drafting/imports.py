"""Collections of other tools, by format."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimdiff.drafting.import_csv import read_csv
from claimdiff.drafting.import_json import read_annotations, read_claims
from claimdiff.drafting.rows import Imported, NoImport

FORMATS: Mapping[str, Callable[..., Imported]] = MappingProxyType(
    {"csv": read_csv, "annotations": read_annotations, "claims": read_claims}
)


def guessed(text: str) -> str:
    """Return the format that a file is of, by how it looks; raise NoImport for a page."""
    start = text.lstrip()[:1]
    if start == "<":
        message = (
            "it looks like a page (HTML) and is no collection; save its text, and draft from that with claimdiff draft"
        )
        raise NoImport(message)
    if start not in ("{", "["):
        return "csv"
    return "claims" if '"ClaimReview"' in text or '"Claim"' in text else "annotations"
