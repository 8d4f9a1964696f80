"""Read collections of other tools: CSV, W3C and Hypothes.is annotations, ClaimReview and Claim in JSON-LD."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from claimdiff.drafting.rows import NoImport, Row, day

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


def read_csv(text: str, columns: Mapping[str, str] = MappingProxyType({})) -> list[Row]:
    """Return the rows of a CSV file with a head; ``columns`` maps what a row has to the file's own names.

    The delimiter is a comma, a semicolon or a tab, whichever the head has most. Rows without a text are left out.
    """
    head = text.lstrip("\ufeff").split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter)
    names = {name.strip().lower(): name for name in reader.fieldnames or () if name}
    chosen = _chosen(names, columns)
    if "text" not in chosen and "quote" not in chosen:
        message = (
            f"no column holds the assertions; there are {', '.join(names) or 'none'}; give one with --column text=NAME"
        )
        raise NoImport(message)
    rows = []
    for record in reader:
        values = {key: (record.get(name) or "").strip() or None for key, name in chosen.items()}
        words = values.get("text") or values.get("quote")
        if words is not None:
            rows.append(_row(words, f"line {reader.line_num}", values))
    return rows


def _chosen(names: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, str]:
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


def _row(words: str, place: str, values: Mapping[str, str | None]) -> Row:
    return Row(
        text=" ".join(words.split()),
        place=place,
        id=values.get("id"),
        party=values.get("party"),
        speaker=values.get("speaker"),
        quote=values.get("quote"),
        direct=(values.get("voice") or "").lower() == "direct",
        source=values.get("source"),
        url=values.get("url"),
        title=values.get("title"),
        publisher=values.get("publisher"),
        published=day(values.get("published")),
        said=day(values.get("said")),
        topic=values.get("topic"),
        note=values.get("note"),
    )


def read_annotations(text: str, columns: Mapping[str, str] = MappingProxyType({})) -> list[Row]:
    """Return the rows of W3C Web Annotations, or of annotations as Hypothes.is exports them.

    The quote is the TextQuoteSelector's, the text the annotation's note, else the quote. A tag ``party:NAME`` names the party,
    ``speaker:NAME`` the speaker; the first other tag is the topic.
    """
    del columns
    data = _json(text)
    rows = []
    for number, item in enumerate(_items(data, ("rows", "items", "annotations", "first", "@graph")), start=1):
        row = _annotation(item, f"annotation {number}")
        if row is not None:
            rows.append(row)
    return rows


def _annotation(item: Mapping[str, Any], place: str) -> Row | None:
    target = _first(item.get("target"))
    target = {"source": target} if isinstance(target, str) else target or {}
    selectors = [one for one in _listed(target.get("selector")) if isinstance(one, Mapping)]
    selector = next((one for one in selectors if one.get("type") == "TextQuoteSelector"), {})
    quote = _text(selector.get("exact"))
    notes, tags = _bodies(item)
    words = " ".join(notes) or quote
    if words is None:
        return None
    named = {key: value.strip() for key, _, value in (tag.partition(":") for tag in tags) if value}
    plain = [tag for tag in tags if ":" not in tag]
    document = item.get("document")
    title = _text(_first(document.get("title"))) if isinstance(document, Mapping) else None
    return Row(
        text=" ".join(words.split()),
        place=place,
        party=named.get("party"),
        speaker=named.get("speaker"),
        quote=quote,
        prefix=_text(selector.get("prefix")),
        suffix=_text(selector.get("suffix")),
        url=_text(target.get("source")) or _text(item.get("uri")),
        title=title,
        topic=plain[0] if plain else None,
    )


def _bodies(item: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return an annotation's notes and tags: Hypothes.is has them as fields, the W3C's model as bodies."""
    notes = [note for note in [_text(item.get("text"))] if note]
    tags = [tag for tag in (_text(one) for one in _listed(item.get("tags"))) if tag]
    for body in _listed(item.get("body")) + _listed(item.get("bodyValue")):
        value = (
            _text(body) if isinstance(body, str) else _text(body.get("value")) if isinstance(body, Mapping) else None
        )
        if value is None:
            continue
        tagging = isinstance(body, Mapping) and body.get("purpose") == "tagging"
        (tags if tagging else notes).append(value)
    return notes, tags


def read_claims(text: str, columns: Mapping[str, str] = MappingProxyType({})) -> list[Row]:
    """Return the rows of ClaimReview and Claim objects of schema.org in JSON-LD.

    The party is the claim's author. What the review found is a note: claimdiff does not say who is right.
    """
    del columns
    rows = []
    for number, item in enumerate(_items(_json(text), ("@graph", "itemListElement", "claims", "items")), start=1):
        inner = item.get("item")
        entry: Mapping[str, Any] = inner if isinstance(inner, Mapping) else item
        kinds = _listed(entry.get("@type"))
        if "ClaimReview" in kinds or "Claim" in kinds:
            row = _claim(entry, f"claim {number}", review="ClaimReview" in kinds)
            if row is not None:
                rows.append(row)
    return rows


def _claim(entry: Mapping[str, Any], place: str, *, review: bool) -> Row | None:
    reviewed = _first(entry.get("itemReviewed")) if review else entry
    claim = reviewed if isinstance(reviewed, Mapping) else {}
    words = _text(entry.get("claimReviewed")) or _text(claim.get("text")) or _text(claim.get("name"))
    if words is None:
        return None
    where = _first(claim.get("firstAppearance")) or _first(claim.get("appearance"))
    where = {"url": where} if isinstance(where, str) else where if isinstance(where, Mapping) else {}
    author = _name(claim.get("author"))
    rating = _first(entry.get("reviewRating"))
    found = _text(rating.get("alternateName")) if review and isinstance(rating, Mapping) else None
    note = None
    if review and (found or _text(entry.get("url"))):
        by = _name(entry.get("author")) or "A review"
        note = f"{by} reviewed it{f' as “{found}”' if found else ''}: {_text(entry.get('url')) or 'no address given'}"
    return Row(
        text=" ".join(words.split()),
        place=place,
        party=author,
        url=_text(where.get("url")) or _text(where.get("@id")),
        title=_text(where.get("headline")) or _text(where.get("name")),
        publisher=_name(where.get("publisher")),
        published=day(_text(where.get("datePublished"))),
        said=day(_text(claim.get("datePublished"))),
        note=note,
    )


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"the file is no JSON: {error}"
        raise NoImport(message) from error


def _items(data: Any, keys: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a list, of the list under one of the keys, or the one object itself."""
    if isinstance(data, list):
        for item in data:
            if isinstance(item, Mapping):
                yield item
        return
    if not isinstance(data, Mapping):
        return
    inner = next((data[key] for key in keys if isinstance(data.get(key), list | Mapping)), None)
    if inner is None:
        yield data
    else:
        yield from _items(inner, keys)


def _listed(value: Any) -> list[Any]:
    return [] if value is None else list(value) if isinstance(value, list) else [value]


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else None if isinstance(value, list) else value


def _text(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("@value")
    return (value.strip() or None) if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    one = _first(value)
    return _text(one.get("name")) if isinstance(one, Mapping) else _text(one)


FORMATS: Mapping[str, Callable[..., list[Row]]] = MappingProxyType(
    {"csv": read_csv, "annotations": read_annotations, "claims": read_claims}
)


def guessed(text: str) -> str:
    """Return the format that a file is of, by how it looks."""
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start not in ("{", "["):
        return "csv"
    return "claims" if '"ClaimReview"' in text or '"Claim"' in text else "annotations"
