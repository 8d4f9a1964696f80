"""The JSON Schema: current, draft-07, true to the loader on curated data and on faulty files."""

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from claimdiff.accounts.json_schema import DRAFT, KINDS, json_schema, outdated_schemas, schema_file, write_schemas

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
DATA = sorted((ROOT / "data").rglob("*.yaml"))


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as an editor's language server does: version 1.2, so dates and "on" are text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way


for tag, pattern in (
    ("bool", "true|false"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
    ("null", "null|~|"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


def kind_of(path: Path) -> str:
    if path.parent.name == "links":
        return "links"
    return "event" if path.name == "event.yaml" else "account"


def errors(kind: str, data: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft7Validator(json_schema(kind)).iter_errors(data)]


@pytest.mark.parametrize("kind", KINDS)
def test_json_schema__every_kind__is_draft_7(kind: str) -> None:
    schema = json_schema(kind)
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["$schema"] == DRAFT
    assert "\\u0000" not in repr(schema)
    assert "\0" not in repr(schema)


def objects(schema: Any) -> list[dict[str, Any]]:
    found = [schema] if isinstance(schema, dict) and "properties" in schema else []
    values = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    return found + [item for value in values for item in objects(value)]


@pytest.mark.parametrize("kind", KINDS)
def test_json_schema__every_key__has_a_description_and_no_other_is_allowed(kind: str) -> None:
    for found in objects(json_schema(kind)):
        assert found["additionalProperties"] is False
        assert [key for key, value in found["properties"].items() if "description" not in value] == []


def test_schemas__committed__are_current() -> None:
    assert outdated_schemas(ROOT / "docs" / "schema") == (), "run claimdiff schema"


def test_write_schemas__new_folder__then_current(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "schema"
    assert outdated_schemas(folder) == tuple(folder / schema_file(kind) for kind in KINDS)
    assert write_schemas(folder) == tuple(folder / schema_file(kind) for kind in KINDS)
    assert outdated_schemas(folder) == ()
    (folder / "links.schema.json").write_text("{}", encoding="utf-8")
    assert outdated_schemas(folder) == (folder / "links.schema.json",)


@pytest.mark.parametrize("path", DATA, ids=lambda path: str(path.relative_to(ROOT)))
def test_json_schema__curated_file__valid_and_named_on_its_first_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert errors(kind_of(path), yaml.load(text, Loader=EditorLoader)) == []
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named
    assert (path.parent / named[1]).resolve() == ROOT / "docs" / "schema" / schema_file(kind_of(path))


# What no schema can see: rules between values, the file's name, dates that do not exist.
BEYOND = {
    "account/duplicate-id", "account/name-mismatch", "account/mixed-forms", "account/source-file", "account/byte-order-mark",
    "links/accounts-order", "links/accounts-file-name", "account/many-of-a-kind", "account/reserved-name",
    "links/accounts-twice", "links/model-names",
}  # fmt: skip
SEEN = re.compile(r"\[(unknown-key|missing-key|wrong-\w+|empty-\w+)\]")


def messages(path: Path) -> str:
    expected = path.with_suffix(".txt")
    return expected.read_text(encoding="utf-8") if expected.is_file() else ""


FAULTY = [
    path
    for kind in KINDS
    for path in sorted((GOLDEN / kind).glob("*.yaml"))
    if SEEN.search(messages(path)) and f"{kind}/{path.stem}" not in BEYOND
]


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_json_schema__file_that_the_loader_refuses__refused(path: Path) -> None:
    try:
        data = yaml.load(path.read_bytes(), Loader=EditorLoader)
    except yaml.YAMLError:
        return
    assert errors(path.parent.name, data)
