import json

import pytest
from factories import EVENTS, ROOT, compare, event
from jsonschema import Draft7Validator

from claimdiff.comparison.options import Curation, Options
from claimdiff.report.json import report_as_dict
from claimdiff.report.json_schema import report_schema, report_schema_text
from report.build import report

VALIDATOR = Draft7Validator(report_schema())


def strict(schema: object) -> object:
    """Return the schema with nothing allowed that it does not name, so that a forgotten key is found."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(value) for key, value in schema.items()}
    return {**closed, "additionalProperties": False} if "properties" in schema and "type" in schema else closed


def test_report_schema__published_file__is_current() -> None:
    assert (ROOT / "docs" / "schema" / "report.schema.json").read_text("utf-8") == report_schema_text()


def test_report_schema__itself__is_a_schema() -> None:
    Draft7Validator.check_schema(report_schema())


def test_report_schema__row_of_every_kind__fits_and_names_every_key() -> None:
    values = json.loads(json.dumps(report_as_dict(report())))
    assert list(Draft7Validator(strict(report_schema())).iter_errors(values)) == []


@pytest.mark.parametrize("curation", Curation)
@pytest.mark.parametrize("name", EVENTS)
def test_report_schema__curated_event__fits(name: str, curation: Curation) -> None:
    of = event(name)
    found = compare(*of.accounts, decisions=of.decisions, options=Options(curation=curation))
    assert list(VALIDATOR.iter_errors(json.loads(json.dumps(report_as_dict(found))))) == []


@pytest.mark.parametrize("key", ["accounts", "comparisons", "statements", "counts", "schema_version", "event"])
def test_report_schema__missing_key__does_not_fit(key: str) -> None:
    values = report_as_dict(report())
    del values[key]
    assert not VALIDATOR.is_valid(json.loads(json.dumps(values)))
