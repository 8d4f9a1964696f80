"""Reports say where two accounts are quoted from one text and so are no independent witnesses."""

import pytest
from factories import event

from claimdiff.alignment.weights import load_weights
from claimdiff.comparison.model import Report
from claimdiff.comparison.options import Options
from claimdiff.language.lexicon import load_lexicon
from claimdiff.pipeline import compare_accounts
from claimdiff.report.formats import FORMATS, RenderOptions
from claimdiff.report.json import report_as_dict


def report(name: str, *keys: str) -> Report:
    of = event(name)
    accounts = [of.account(key) for key in keys]
    return compare_accounts(of, accounts, options=Options(), lexicon=load_lexicon(), weights=load_weights())


NOTE = "both quoted from one text (Sky News), so not independent witnesses"


@pytest.mark.parametrize(
    ("name", "style"),
    [("text", "github"), ("markdown", "github"), ("markdown", "plain"), ("html", "github"), ("markdown", "story")],
)
def test_report__quotes_of_both_from_one_text__noted(name: str, style: str) -> None:
    found = report("trump-putin-2025-03-18", "kremlin", "whitehouse")
    assert FORMATS[name].render(found, RenderOptions(style=style)).count(NOTE[1:]) == 1


def test_report__quotes_of_both_from_one_text__sources_in_json() -> None:
    found = report("trump-putin-2025-03-18", "kremlin", "whitehouse")
    assert report_as_dict(found)["comparisons"][0]["one_origin"] == [{"left": "sky", "right": "sky"}]


def test_report__no_common_text__nothing_said() -> None:
    found = report("uaw-gm-2023-09", "gm", "uaw")
    assert "independent witnesses" not in FORMATS["text"].render(found, RenderOptions())
    assert "one_origin" not in report_as_dict(found)["comparisons"][0]
