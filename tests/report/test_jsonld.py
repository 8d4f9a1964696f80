import json
from typing import Any

import pytest
from factories import EVENTS, compare, event
from jsonschema import Draft7Validator

from claimdiff.report.formats import FORMATS, RenderOptions
from claimdiff.report.jsonld import as_graph
from report.build import report

TEXT = {"type": "string", "minLength": 1}
IRI = {"type": "string", "pattern": "^(https?://|urn:)[!-~]+$"}
REFERENCE = {"type": "object", "required": ["@id"], "additionalProperties": False, "properties": {"@id": IRI}}
# W3C Web Annotation Data Model, 3.1 (annotation), 4.2.4 (Text Quote Selector: exactly one exact), 3.2.4 (Textual Body).
SELECTOR = {
    "type": "object",
    "required": ["type", "exact"],
    "additionalProperties": False,
    "properties": {"type": {"const": "TextQuoteSelector"}, "exact": TEXT, "prefix": TEXT, "suffix": TEXT},
}
ANNOTATION = {
    "type": "object",
    "required": ["@context", "id", "type", "target"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["identifying", "linking"]},
        "body": {
            "anyOf": [
                IRI,
                {
                    "type": "object",
                    "required": ["type", "value"],
                    "additionalProperties": False,
                    "properties": {
                        "type": {"const": "TextualBody"},
                        "purpose": {"const": "classifying"},
                        "format": {"const": "text/plain"},
                        "language": TEXT,
                        "value": TEXT,
                    },
                },
            ]
        },
        "target": {
            "anyOf": [
                {"type": "array", "items": IRI, "minItems": 2},
                {
                    "type": "object",
                    "required": ["type", "source", "selector"],
                    "additionalProperties": False,
                    "properties": {"type": {"const": "SpecificResource"}, "source": IRI, "selector": SELECTOR},
                },
            ]
        },
    },
}
# schema.org: the properties of Claim and of CreativeWork, which it inherits from, with the values that these may have.
WORK = {
    "name": TEXT,
    "creditText": TEXT,
    "inLanguage": TEXT,
    "datePublished": {"type": "string", "format": "date"},
    "dateCreated": {"type": "string", "format": "date"},
    "keywords": TEXT,
    "identifier": TEXT,
    "text": TEXT,
    "isPartOf": REFERENCE,
    "url": IRI,
    "archivedAt": IRI,
    "publisher": {
        "type": "object",
        "required": ["@type", "name"],
        "additionalProperties": False,
        "properties": {"@type": {"const": "Organization"}, "name": TEXT},
    },
}
CLAIM = {
    "type": "object",
    "required": ["@type", "@id", "text"],
    "additionalProperties": False,
    "properties": {
        "@type": {"const": "Claim"},
        "@id": IRI,
        **WORK,
        "appearance": {"type": "array", "items": REFERENCE, "minItems": 1},
    },
}
CREATIVE_WORK = {
    "type": "object",
    "required": ["@type", "@id"],
    "additionalProperties": False,
    "properties": {"@type": {"const": "CreativeWork"}, "@id": IRI, **WORK},
}
DOCUMENT = {
    "type": "object",
    "required": ["@context", "@graph"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@graph": {"type": "array", "items": {"oneOf": [CLAIM, CREATIVE_WORK, ANNOTATION]}},
    },
}


def test_as_graph__quote__is_a_text_quote_selector_on_its_source() -> None:
    nodes = as_graph(report())["@graph"]
    assert next(node for node in nodes if str(node.get("id", "")).endswith("north:strikes:quote:1")) == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:claimdiff:a-call:north:strikes:quote:1",
        "type": "Annotation",
        "motivation": "identifying",
        "body": "urn:claimdiff:a-call:north:strikes",
        "target": {
            "type": "SpecificResource",
            "source": "https://archive.example/1",
            "selector": {
                "type": "TextQuoteSelector",
                "exact": "strikes on power plants stop",
                "prefix": "said ",
                "suffix": " and",
            },
        },
    }


def test_as_graph__links__only_those_that_count_and_with_who_decided() -> None:
    nodes: list[dict[str, Any]] = as_graph(report())["@graph"]
    linking = [node for node in nodes if node.get("motivation") == "linking"]
    assert [(node["body"]["value"], node["target"]) for node in linking] == [
        ("contradict (decided by Ada)", ["urn:claimdiff:a-call:north:strikes", "urn:claimdiff:a-call:south:ceasefire"]),
        (
            "agree (found by the matcher (sure, score 0.90); not judged)",
            ["urn:claimdiff:a-call:north:talks", "urn:claimdiff:a-call:south:speaking"],
        ),
    ]


@pytest.mark.parametrize("name", EVENTS)
def test_render_jsonld__curated_event__fits_the_published_shapes_and_rates_nothing(name: str) -> None:
    of = event(name)
    text = FORMATS["jsonld"].render(compare(*of.accounts, decisions=of.decisions), RenderOptions())
    document = json.loads(text)
    assert [error.message for error in Draft7Validator(DOCUMENT).iter_errors(document)] == []
    known = {node.get("@id") for node in document["@graph"]} | {node.get("id") for node in document["@graph"]}
    bodies = {node["body"] for node in document["@graph"] if isinstance(node.get("body"), str)}
    assert bodies <= known
    assert not {"Review", "ClaimReview", "Rating"} & {node.get("@type") for node in document["@graph"]}
