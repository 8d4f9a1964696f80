"""Read collections in JSON: W3C and Hypothes.is annotations, ClaimReview and Claim in JSON-LD."""

import json
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from claimdiff.display import quoted
from claimdiff.drafting.rows import Gathering, Imported, NoImport


def read_annotations(text: str, columns: Mapping[str, str] = MappingProxyType({})) -> Imported:
    """Return the rows of W3C Web Annotations, or of annotations as Hypothes.is exports them.

    The quote is the TextQuoteSelector's, the text the annotation's note, else the quote. A tag ``party:NAME`` names the party,
    ``speaker:NAME`` the speaker; the first other tag is the topic.
    """
    del columns
    gathering = Gathering()
    for number, item in enumerate(_items(_json(text), ("rows", "items", "annotations", "first", "@graph")), start=1):
        _annotation(item, f"annotation {number}", gathering)
    return gathering.imported()


def _annotation(item: Mapping[str, Any], place: str, gathering: Gathering) -> None:
    target = _first(item.get("target"))
    target = {"source": target} if isinstance(target, str) else target if isinstance(target, Mapping) else {}
    selector = next(_quoting(target.get("selector")), {})
    notes, tags = _bodies(item)
    named = {key: value.strip() for key, _, value in (tag.partition(":") for tag in tags) if value}
    plain = [tag for tag in tags if ":" not in tag]
    document = item.get("document")
    title = _text(_first(document.get("title"))) if isinstance(document, Mapping) else None
    gathering.add(
        place,
        text=" ".join(notes),
        party=named.get("party"),
        speaker=named.get("speaker"),
        quote=_text(selector.get("exact")),
        prefix=_text(selector.get("prefix")),
        suffix=_text(selector.get("suffix")),
        url=_text(target.get("source")) or _text(item.get("uri")),
        title=title,
        topic=plain[0] if plain else None,
    )


def _quoting(selectors: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the selectors that hold the quoted words, the innermost first: one selector may refine another."""
    for one in _listed(selectors):
        if isinstance(one, Mapping):
            yield from _quoting(one.get("refinedBy"))
            if one.get("type") == "TextQuoteSelector":
                yield one


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


def read_claims(text: str, columns: Mapping[str, str] = MappingProxyType({})) -> Imported:
    """Return the rows of ClaimReview and Claim objects of schema.org in JSON-LD.

    The party is the claim's author. What the review found is a note: claimdiff does not say who is right.
    """
    del columns
    gathering = Gathering()
    for number, item in enumerate(_items(_json(text), ("@graph", "itemListElement", "claims", "items")), start=1):
        inner = item.get("item")
        entry: Mapping[str, Any] = inner if isinstance(inner, Mapping) else item
        kinds = _listed(entry.get("@type"))
        if "ClaimReview" in kinds or "Claim" in kinds:
            _claim(entry, f"claim {number}", gathering, review="ClaimReview" in kinds)
    return gathering.imported()


def _claim(entry: Mapping[str, Any], place: str, gathering: Gathering, *, review: bool) -> None:
    reviewed = _first(entry.get("itemReviewed")) if review else entry
    claim = reviewed if isinstance(reviewed, Mapping) else {}
    where = _first(claim.get("firstAppearance")) or _first(claim.get("appearance"))
    where = {"url": where} if isinstance(where, str) else where if isinstance(where, Mapping) else {}
    authors = [name for name in map(_name, _listed(claim.get("author"))) if name]
    if len(authors) > 1:
        gathering.remark(place, f"it is by {' and '.join(map(quoted, authors))}; it is taken as the first one's")
    gathering.add(
        place,
        text=_text(entry.get("claimReviewed")) or _text(claim.get("text")) or _text(claim.get("name")),
        party=authors[0] if authors else None,
        url=_text(where.get("url")) or _text(where.get("@id")),
        title=_text(where.get("headline")) or _text(where.get("name")),
        publisher=_name(where.get("publisher")),
        published=_text(where.get("datePublished")),
        said=_text(claim.get("datePublished")),
        note=_finding(entry) if review else None,
    )


def _finding(review: Mapping[str, Any]) -> str | None:
    rating = _first(review.get("reviewRating"))
    found = _text(rating.get("alternateName")) if isinstance(rating, Mapping) else None
    if not found and not _text(review.get("url")):
        return None
    by = _name(review.get("author")) or "A review"
    return f"{by} reviewed it{f' as “{found}”' if found else ''}: {_text(review.get('url')) or 'no address given'}"


def _json(text: str) -> Any:
    """Return what a JSON file holds; of one with an object on every line, the list of them."""
    try:
        return json.loads(text)
    except RecursionError as error:
        message = "the file is no JSON that can be read: it is nested too deeply"
        raise NoImport(message) from error
    except ValueError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        try:
            return [json.loads(line) for line in lines]
        except (ValueError, RecursionError):
            message = f"the file is no JSON: {error}"
            raise NoImport(message) from error


def _items(data: Any, keys: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a list, or below one of the keys, or the one object itself, in whatever nest they come."""
    waiting = [data]
    while waiting:  # no recursion: a file may nest its lists as deeply as it likes
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, Mapping):
            inner = next((one[key] for key in keys if isinstance(one.get(key), list | Mapping)), None)
            if inner is None:
                yield one
            else:
                waiting.append(inner)


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
