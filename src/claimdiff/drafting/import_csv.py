"""Read a table of assertions: CSV with a head, its columns mapped by name."""

import csv
import io
from collections.abc import Mapping
from types import MappingProxyType

from claimdiff.display import quoted
from claimdiff.drafting.rows import Gathering, Imported, NoImport

COLUMNS = MappingProxyType(
    {
        "text": ("text", "claim", "assertion", "statement", "proposition", "claimreviewed"),
        "id": ("id", "key", "slug"),
        "party": ("party", "account", "side", "actor", "claimant", "organisation", "organization"),
        "speaker": ("speaker", "attributed_to", "attributed to", "author", "person", "said by"),
        "quote": ("quote", "quotation", "verbatim", "excerpt", "exact"),
        "source": ("source", "outlet", "document"),
        "url": ("url", "link", "uri", "address", "source url"),
        "title": ("title", "headline", "source title"),
        "publisher": ("publisher", "published by"),
        "published": ("published", "publication date"),
        "said": ("said", "date", "said on", "claim date"),
        "topic": ("topic", "tag", "tags", "category", "theme"),
        "note": ("note", "notes", "comment", "comments", "remark"),
        "voice": ("voice",),
    }
)
"""What a row has -> the names of columns that it is taken from where none is given, in lower case."""


def read_csv(text: str, columns: Mapping[str, str] = MappingProxyType({})) -> Imported:
    """Return the rows of a CSV file with a head; ``columns`` maps what a row has to the file's own names.

    The delimiter is a comma, a semicolon or a tab, whichever the head has most. Cells under no name and rows without a text
    are left out, and told. Raise NoImport where no column holds the assertions, or the table cannot be read.
    """
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=head.count))
    gathering = Gathering()
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        chosen = _chosen(_placed(names), columns)
        if "text" not in chosen and "quote" not in chosen:
            there = ", ".join(name for name in names if name) or "none"
            message = f"no column holds the assertions; there are {there}; give one with --column text=NAME"
            raise NoImport(message)
        for cells in reader:
            place = f"line {reader.line_num}"
            gathering.add(place, **{key: cells[at] for key, at in chosen.items() if at < len(cells)})
            for cell in filter(str.strip, cells[len(names) :]):
                gathering.remark(place, f"{quoted(cell)} stands beyond the last column of the head; it is left out")
    except csv.Error as error:
        message = f"line {reader.line_num}: the table cannot be read ({error})"
        raise NoImport(message) from error
    return gathering.imported()


def _placed(names: list[str]) -> dict[str, int]:
    """Return where each column is; two of one name are refused, since one of them would be lost."""
    twice = next((name for at, name in enumerate(names) if name and name in names[:at]), None)
    if twice is not None:
        message = f"two columns are called {quoted(twice)}; give them different names"
        raise NoImport(message)
    return {name: at for at, name in enumerate(names) if name}


def _chosen(names: Mapping[str, int], columns: Mapping[str, str]) -> dict[str, int]:
    """Return what a row has -> the column it is taken from."""
    chosen = {}
    for key, name in columns.items():
        if key not in COLUMNS or name.strip().lower() not in names:
            known = ", ".join(COLUMNS if key not in COLUMNS else names)
            kind = "field" if key not in COLUMNS else "column"
            message = f"--column {key}={name}: there is no such {kind}; there are {known}"
            raise NoImport(message)
        chosen[key] = names[name.strip().lower()]
    for key, known_names in COLUMNS.items():
        if key not in chosen:
            found = next((names[name] for name in known_names if name in names), None)
            if found is not None and found not in chosen.values():
                chosen[key] = found
    return chosen
