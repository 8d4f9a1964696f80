"""Text against quote: what our wording adds is told, what the words bear out is not."""

from pathlib import Path

import pytest

from check.build import TEXT, account, run
from claimdiff.check.model import Checked

SKY = "  sky: {publisher: Sky News, file: seeds/report.txt}\n"
PAUSE = "Vladimir Putin has agreed to an immediate 30-day pause in strikes on energy infrastructure"
PRISONERS = "Russia and Ukraine will exchange 175 prisoners each"
STRIKE = "He said that Russia would not strike"
WELCOMED = "Mr Putin welcomed Mr Trump’s calls for the maritime ceasefire"


def check(
    root: Path, text: str, *quotes: str, more: str = "", sources: str = SKY, code: str = "text-beyond-quote"
) -> Checked:
    listed = "".join(f'      - {{source: sky, quote: "{quote}"}}\n' for quote in quotes)
    return run(
        root,
        {
            "kremlin.yaml": account(
                sources=sources, assertions=f"  - id: a\n    text: {text}\n    quotes:\n{listed}{more}"
            )
        },
        code,
    )


def words(checked: Checked) -> list[str]:
    """Return the words of the text that each diagnostic underlines."""
    found = []
    for d in checked.diagnostics:
        assert d.end_column is not None
        found.append(checked.texts[d.path].splitlines()[d.line - 1][d.column - 1 : d.end_column - 1])
    return found


@pytest.mark.parametrize(
    ("text", "quote", "beyond"),
    [
        pytest.param("Russia and Ukraine will exchange 157 prisoners each.", PRISONERS, ["157 prisoners"], id="number"),
        pytest.param("Putin agreed to a 40-day pause in strikes.", PAUSE, ["40-day"], id="duration"),
        pytest.param("Macron agreed to a 30-day pause in strikes.", PAUSE, ["Macron"], id="name"),
        pytest.param("Putin agreed with Grzegorz to a pause.", PAUSE, ["Grzegorz"], id="unknown-name"),
        pytest.param("Putin agreed to a pause in strikes on Kharkiv.", PAUSE, ["Kharkiv"], id="place"),
        pytest.param("Putin has not agreed to a pause in strikes.", PAUSE, ["not"], id="negation-put-in"),
        pytest.param("Putin ordered the maritime ceasefire.", WELCOMED, ["ordered"], id="commitment"),
        pytest.param(
            "On 20 March Russia and Ukraine will exchange 175 prisoners each.", PRISONERS, ["20 March"], id="date"
        ),
    ],
)
def test_text_beyond_quote__added__told(tmp_path: Path, text: str, quote: str, beyond: list[str]) -> None:
    assert words(check(tmp_path, text, quote)) == beyond


@pytest.mark.parametrize(
    ("text", "quote", "beyond"),
    [
        ("About 180 prisoners will be exchanged.", PRISONERS, []),
        ("More than 170 prisoners will be exchanged.", PRISONERS, []),
        ("More than 180 prisoners will be exchanged.", PRISONERS, ["More than 180 prisoners"]),
        ("About 100 prisoners will be exchanged.", PRISONERS, ["About 100 prisoners"]),
        ("About 180 children will be exchanged.", PRISONERS, ["About 180 children"]),
        ("Russia will exchange 175 prisoners.", "Russia will exchange about 175 prisoners", []),
        ("Russia will exchange 180 prisoners.", "Russia will exchange about 175 prisoners", ["180 prisoners"]),
    ],
)
def test_text_beyond_quote__range_around_the_number__told_where_it_leaves_it_out(
    tmp_path: Path, text: str, quote: str, beyond: list[str]
) -> None:
    assert words(check(tmp_path, text, quote)) == beyond


def test_text_beyond_quote__government_by_its_seat__not_another_place(tmp_path: Path) -> None:
    quote = "Beijing urged the US to remove the sanctions"
    assert words(check(tmp_path, "China calls on Washington to lift sanctions.", quote)) == []


def test_text_beyond_quote__negation_left_out__told(tmp_path: Path) -> None:
    assert len(check(tmp_path, "Putin said that Russia would strike.", STRIKE).diagnostics) == 1


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param(
            "Putin agreed to an immediate 30-day pause in strikes on energy infrastructure.", PAUSE, id="same"
        ),
        pytest.param("Putin said that Russia would not strike.", STRIKE, id="he-explained-before"),
        pytest.param("Russia and Ukraine will each exchange 175 prisoners.", PRISONERS, id="other-order"),
        pytest.param("Putin welcomed what Trump called for, a maritime ceasefire.", WELCOMED, id="weaker"),
        pytest.param("The two leaders want a pause; Putin agreed to it.", PAUSE, id="small-number-in-words"),
        pytest.param("The Kremlin said that Putin agreed to a pause.", PAUSE, id="party"),
    ],
)
def test_text_beyond_quote__borne_out__silent(tmp_path: Path, text: str, quote: str) -> None:
    assert words(check(tmp_path, text, quote)) == []


def test_text_beyond_quote__another_source_without_quote__silent(tmp_path: Path) -> None:
    checked = check(
        tmp_path,
        "Macron agreed to a 90-day pause.",
        PAUSE,
        more="      - source: readout\n",
        sources=f"{SKY}  readout: {{publisher: Press service}}\n",
    )
    assert checked.diagnostics == ()


def test_text_beyond_quote__borne_out_by_second_quote__silent(tmp_path: Path) -> None:
    text = "Putin agreed to a 30-day pause and an exchange of 175 prisoners."
    assert words(check(tmp_path, text, PAUSE, PRISONERS)) == []


def test_text_beyond_quote__source_in_a_language_not_known__silent(tmp_path: Path) -> None:
    sources = "  sky: {publisher: Sky, language: ru, file: seeds/report.txt}\n"
    assert check(tmp_path, "Macron agreed to 90 days.", PAUSE, sources=sources).diagnostics == ()


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        pytest.param("will exchange 175 prisoners each", "will exchange 157 prisoners each", 1, id="numbers"),
        pytest.param("Putin agreed to the pause", "Putin did not agree to the pause", 1, id="negated"),
        pytest.param("will exchange 175 prisoners each", "an exchange of 175 prisoners", 0, id="same"),
    ],
)
def test_quotes_contradict__two_sources__case(tmp_path: Path, first: str, second: str, number: int) -> None:
    quotes = f'      - {{source: sky, quote: "{first}"}}\n      - {{source: agency, quote: "{second}"}}\n'
    body = f"  - id: a\n    text: Prisoners and a pause.\n    quotes:\n{quotes}"
    files = {"kremlin.yaml": account(sources=f"{SKY}  agency: {{publisher: A}}\n", assertions=body), "seeds/x": TEXT}
    assert len(run(tmp_path, files, "quotes-contradict").diagnostics) == number
