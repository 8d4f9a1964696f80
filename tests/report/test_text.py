from dataclasses import replace

import pytest

from claimdiff.report.formats import FORMATS, RenderOptions
from report.build import report


def lines(width: int | None, party: str = "North") -> list[str]:
    found = report()
    north, south = found.accounts
    text = FORMATS["text"].render(
        replace(found, accounts=(replace(north, party=party), south)), RenderOptions(width=width)
    )
    return text.splitlines()


def test_render_text__wide__words_stand_beside_the_party() -> None:
    assert any(line.startswith("    North  Strikes on") for line in lines(100))


@pytest.mark.parametrize(
    ("width", "party"), [(30, "North"), (80, "The Confederation of Northern Cities (Eastern Branch)")]
)
def test_render_text__narrow_or_long_name__words_stand_below_it(width: int, party: str) -> None:
    found = lines(width, party)
    at = found.index(f"    {party}")
    assert found[at + 1].startswith("      Strikes on")
    assert max(len(line) for line in found) <= width


def test_render_text__long_name__is_cut_on_the_first_screen() -> None:
    found = lines(60, "The Confederation of Northern Cities")
    assert any(line.startswith("  The Confederation o…  ") for line in found)
