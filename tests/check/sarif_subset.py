"""What SARIF 2.1.0 says of the objects that claimdiff writes, as a JSON Schema: their keys, types and bounds, nothing else.

Written from the standard (sections 3.13 to 3.30); keys that claimdiff does not write are left out, and so refused.
"""

from typing import Any

Schema = dict[str, Any]


def obj(needed: list[str], **properties: Schema) -> Schema:
    return {"type": "object", "required": needed, "properties": properties, "additionalProperties": False}


def array(items: Schema, **more: Any) -> Schema:
    return {"type": "array", "items": items, **more}


TEXT: Schema = {"type": "string", "minLength": 1}
POSITIVE: Schema = {"type": "integer", "minimum": 1}
LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = obj(["text"], text=TEXT, markdown=TEXT)
REGION = obj(["startLine"], startLine=POSITIVE, startColumn=POSITIVE, endLine=POSITIVE, endColumn=POSITIVE)
ARTIFACT = obj(["uri"], uri={"type": "string", "format": "uri-reference", "pattern": r"^[!-~]*$"}, uriBaseId=TEXT)
LOCATION = obj(
    ["physicalLocation"], physicalLocation=obj(["artifactLocation"], artifactLocation=ARTIFACT, region=REGION)
)
RULE = obj(
    ["id"],
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=obj([], level=LEVEL),
    properties=obj([], tags=array(TEXT, uniqueItems=True)),
)
RESULT = obj(
    ["message"],
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=MESSAGE,
    locations=array(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
)
DRIVER = obj(["name"], name=TEXT, version=TEXT, rules=array(RULE, uniqueItems=True))
RUN = obj(
    ["tool"],
    tool=obj(["driver"], driver=DRIVER),
    originalUriBaseIds={"type": "object", "additionalProperties": obj([], description=MESSAGE)},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=array(RESULT),
)
SARIF: Schema = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **obj(
        ["version", "runs"],
        **{"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}, "runs": array(RUN)},
    ),
}
