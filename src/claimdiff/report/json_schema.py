"""The JSON Schema (draft-07) of the JSON report, for those who read it with other programs."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from claimdiff.report.json import SCHEMA_VERSION, dumps
from claimdiff.vocabulary import Coverage, Facet, OmissionStatus, Origin, Role, Undecided, Verdict, Voice

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_FLAG = {"type": "boolean"}
_DATE = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}
_SCORE = {"type": "number", "minimum": 0, "maximum": 1}
_NULL = {"type": "null"}
_IDS = {"type": "array", "items": _TEXT, "minItems": 1}
_SOME_IDS = {"type": "array", "items": _TEXT}


def report_schema() -> dict[str, Any]:
    """Return the schema. Readers must ignore keys that they do not know: later versions may add some."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "claimdiff report (claimdiff compare --format json)",
        **_object(
            "Accounts compared, pair by pair.",
            schema_version={"const": SCHEMA_VERSION},
            event=_or_null(_TEXT),
            accounts=_list("account"),
            comparisons=_list("comparison"),
            statements={
                "description": "Connected components of curated and sure links: account -> assertion ids.",
                "type": "array",
                "items": {"type": "object", "additionalProperties": _IDS, "minProperties": 1},
            },
            counts={
                "description": "left/right -> numbers by name.",
                "type": "object",
                "additionalProperties": {"type": "object", "additionalProperties": _COUNT},
            },
        ),
        "definitions": {name: definition() for name, definition in _DEFINITIONS.items()},
    }


def report_schema_text() -> str:
    """Return the schema as its file holds it."""
    return dumps(report_schema(), indent=2) + "\n"


def _object(description: str, optional: Mapping[str, Any] | None = None, **required: Any) -> dict[str, Any]:
    return {
        "description": description,
        "type": "object",
        "required": list(required),
        "properties": {**required, **(optional or {})},
    }


def _list(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _ref(name)}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/definitions/{name}"}


def _or_null(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"anyOf": [dict(schema), _NULL]}


def _enum(kind: type[StrEnum]) -> dict[str, Any]:
    return {"enum": [member.value for member in kind]}


def _account() -> dict[str, Any]:
    return _object(
        "One party's version of the event.",
        {"title": _TEXT, "date": _DATE, "aliases": _SOME_IDS},
        key=_TEXT,
        party=_TEXT,
        role=_enum(Role),
        coverage=_enum(Coverage),
        language=_TEXT,
        sources={"type": "object", "additionalProperties": _ref("source")},
        assertions=_list("assertion"),
    )


def _source() -> dict[str, Any]:
    texts = dict.fromkeys(("publisher", "title", "url", "archive_url", "language", "file", "sha256"), _TEXT)
    return _object("Where words of a party were read.", {**texts, "published": _DATE, "retrieved": _DATE})


def _assertion() -> dict[str, Any]:
    return _object(
        "One proposition; text is our wording, quotes are verbatim words of a source.",
        {
            "sources": _SOME_IDS,
            "said": _DATE,
            "attributed_to": _TEXT,
            "topic": _TEXT,
            "lead": {"const": True},
            "note": _TEXT,
        },
        id=_TEXT,
        text=_TEXT,
        quotes=_list("quote"),
    )


def _quote() -> dict[str, Any]:
    return _object(
        "Verbatim words of a source.",
        {"prefix": _TEXT, "suffix": _TEXT},
        source=_or_null(_TEXT),
        quote=_TEXT,
        voice=_enum(Voice),
    )


def _comparison() -> dict[str, Any]:
    return _object(
        "Two accounts compared. Only links and omissions count; all else waits for a person.",
        {"one_origin": _list("origin")},
        left=_TEXT,
        right=_TEXT,
        reviewed=_FLAG,
        links=_list("link"),
        possible=_list("possible"),
        proposed=_list("link"),
        doubtful=_list("doubtful"),
        omissions=_list("omission"),
        undecided=_list("undecided"),
        candidates=_list("candidate"),
        stale=_list("stale"),
    )


def _origin() -> dict[str, Any]:
    return _object(
        "Sources of the two accounts, by their keys, that are one text: quoted from it, they are no independent witnesses.",
        left=_TEXT,
        right=_TEXT,
    )


def _link() -> dict[str, Any]:
    return _object(
        "Assertions of two accounts that are versions of the same statement.",
        {"note": _TEXT},
        left=_IDS,
        right=_IDS,
        verdict=_enum(Verdict),
        judged=_FLAG,
        origin=_enum(Origin),
        by=_or_null(_TEXT),
        score=_or_null(_SCORE),
        differences=_list("difference"),
        evidence=_list("evidence"),
    )


def _possible() -> dict[str, Any]:
    return _object(
        "A candidate link to review; chosen where the assignment would make it if it had to.",
        left=_IDS,
        right=_IDS,
        chosen=_FLAG,
        score=_SCORE,
        verdict=_enum(Verdict),
        judged=_FLAG,
        differences=_list("difference"),
        evidence=_list("evidence"),
    )


def _doubtful() -> dict[str, Any]:
    return _object("A pair on which reasonable readers differ.", {"note": _TEXT}, left=_IDS, right=_IDS)


def _omission() -> dict[str, Any]:
    return _object(
        "An assertion of account that missing_from, a complete account, does not have.",
        account=_TEXT,
        id=_TEXT,
        missing_from=_TEXT,
        status=_enum(OmissionStatus),
        nearest=_or_null(_ref("nearest")),
    )


def _undecided() -> dict[str, Any]:
    return _object(
        "An assertion of account that is neither linked to nor omitted from missing_from.",
        account=_TEXT,
        id=_TEXT,
        missing_from=_TEXT,
        why=_enum(Undecided),
        nearest=_or_null(_ref("nearest")),
    )


def _nearest() -> dict[str, Any]:
    return _object("The assertion of the other account that comes nearest.", id=_TEXT, score=_SCORE)


def _difference() -> dict[str, Any]:
    return _object(
        "A facet in which two linked assertions differ; a side that has nothing is null.",
        facet=_enum(Facet),
        verdict=_enum(Verdict),
        left=_or_null(_ref("words")),
        right=_or_null(_ref("words")),
        explanation=_TEXT,
    )


def _words() -> dict[str, Any]:
    return _object(
        "Words of an assertion: those between start and end (code points) of the named field.",
        {"quote": {"description": "Which of the assertion's quotes, from 0.", **_COUNT}},
        id=_TEXT,
        field={"enum": ["text", "quote", "decision"]},
        start=_COUNT,
        end=_COUNT,
        words=_TEXT,
    )


def _evidence() -> dict[str, Any]:
    return _object(
        "One reason for a score; a positive weight speaks for the link.",
        feature=_TEXT,
        weight={"type": "number"},
        left=_TEXT,
        right=_TEXT,
    )


def _candidate() -> dict[str, Any]:
    return _object("A scored pair of assertions.", left=_TEXT, right=_TEXT, score=_SCORE)


def _stale() -> dict[str, Any]:
    return _object(
        "A decision whose texts have changed since; it counts for nothing.",
        kind=_TEXT,
        left=_SOME_IDS,
        right=_SOME_IDS,
    )


_DEFINITIONS: Mapping[str, Any] = {
    "account": _account,
    "source": _source,
    "assertion": _assertion,
    "quote": _quote,
    "comparison": _comparison,
    "origin": _origin,
    "link": _link,
    "possible": _possible,
    "doubtful": _doubtful,
    "omission": _omission,
    "undecided": _undecided,
    "nearest": _nearest,
    "difference": _difference,
    "words": _words,
    "evidence": _evidence,
    "candidate": _candidate,
    "stale": _stale,
}
