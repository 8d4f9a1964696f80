"""The JSON Schema (draft-07) of the YAML files, by which editors complete and check while one types."""

import json
from pathlib import Path
from types import MappingProxyType
from typing import Any

from claimdiff.accounts.names import RESERVED
from claimdiff.accounts.schema import MODELS
from claimdiff.accounts.sides import LEFT, RIGHT
from claimdiff.accounts.write import write_atomic

DRAFT = "http://json-schema.org/draft-07/schema#"
KINDS = ("account", "event", "links")
_TITLES = MappingProxyType(
    {
        "account": "claimdiff account (data/<event>/<account>.yaml)",
        "event": "claimdiff event (data/<event>/event.yaml)",
        "links": "claimdiff links (data/<event>/links/<a>--<b>.yaml)",
    }
)
_REFERENCE = "#/definitions/{model}"
_KEYWORDS = (
    "$schema", "title", "description", "type", "format", "pattern", "enum", "default", "examples", "items", "required",
    "properties", "patternProperties", "additionalProperties", "definitions",
)  # fmt: skip
_ORDER = MappingProxyType({keyword: place for place, keyword in enumerate(_KEYWORDS)})
_SIDE_NAMES = f"^(?!({'|'.join(sorted(RESERVED))})$)[a-z0-9]+(-[a-z0-9]+)*$"


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of one kind of file: ``account``, ``event`` or ``links``.

    It says what can be said of one file alone: not that ids are unique, nor that names fit the file's. Names of accounts are
    keys in a links file, so there a pattern stands for them.
    """
    raw = MODELS[kind].model_json_schema(ref_template=_REFERENCE)
    definitions = raw.pop("$defs", {})
    schema = _ordered({"$schema": DRAFT, "title": _TITLES[kind], **_shaped(raw)})
    schema["definitions"] = {_name(name): _ordered(_shaped(definitions[name])) for name in sorted(definitions)}
    return schema


def schema_text(kind: str) -> str:
    """Return the JSON Schema as its file holds it."""
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"


def schema_file(kind: str) -> str:
    """Return the name of the file that holds the schema of a kind."""
    return f"{kind}.schema.json"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write the schemas of all kinds to a folder, which is made where it is missing; return the files' paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = tuple(folder / schema_file(kind) for kind in KINDS)
    for kind, path in zip(KINDS, paths, strict=True):
        write_atomic(path, schema_text(kind))
    return paths


def outdated_schemas(folder: Path) -> tuple[Path, ...]:
    """Return the paths of the schemas in a folder that are missing or not what the models say."""
    paths = {kind: folder / schema_file(kind) for kind in KINDS}
    return tuple(
        path for kind, path in paths.items() if not path.is_file() or path.read_text("utf-8") != schema_text(kind)
    )


def _shaped(schema: Any) -> Any:
    """Return the schema without what pydantic adds for its own use, in the words of draft-07."""
    if isinstance(schema, list):
        return [_shaped(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    shaped = {key: _shaped(value) for key, value in schema.items() if not _noise(key, value)}
    if "properties" in schema:
        # Property names are data, not keywords: a property may be called "title".
        shaped["properties"] = {name: _shaped(value) for name, value in schema["properties"].items()}
        shaped = _with_sides(shaped)
    if "anyOf" in shaped:
        kinds = [kind for kind in shaped.pop("anyOf") if kind != {"type": "null"}]
        shaped = {**kinds[0], **shaped} if len(kinds) == 1 else {**shaped, "anyOf": kinds}
    if "patternProperties" in shaped:
        shaped.setdefault("additionalProperties", False)
    if "$ref" in shaped:
        shaped["$ref"] = _REFERENCE.format(model=_name(shaped["$ref"].rpartition("/")[2]))
    return _ordered(shaped)


def _name(model: str) -> str:
    return model.removesuffix("Model").lower()


def _ordered(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with its keywords in the order in which people read them."""
    return {key: schema[key] for key in sorted(schema, key=lambda key: (_ORDER.get(key, len(_ORDER)), key))}


def _noise(key: str, value: Any) -> bool:
    """Tell whether a keyword is pydantic's: a title made of the field's name, a default that only means absence."""
    return (key == "title" and isinstance(value, str)) or (key == "default" and value in (None, []))


def _with_sides(schema: dict[str, Any]) -> dict[str, Any]:
    """Put the pattern of account names where the models have two fixed names."""
    properties = schema["properties"]
    if LEFT not in properties:
        return schema
    required = [key for key in schema.get("required", ()) if key not in (LEFT, RIGHT)]
    both = len(schema.get("required", ())) - len(required) == 2
    schema = {key: value for key, value in schema.items() if key != "required"}
    schema["properties"] = {key: value for key, value in properties.items() if key not in (LEFT, RIGHT)}
    schema["patternProperties"] = {_SIDE_NAMES: properties[LEFT]}
    if required:
        schema["required"] = required
    schema["minProperties"] = len(required) + (2 if both else 1)
    return schema
