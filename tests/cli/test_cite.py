import json
from pathlib import Path

from cli.inside import run_inside
from factories import ROOT

EVENT = "trump-putin-2025-03-18"


def test_cite__event__the_sources_of_all_its_accounts_once() -> None:
    result = run_inside(ROOT, "cite", "--event", EVENT)
    items = json.loads(result.stdout)
    assert (result.returncode, result.stderr) == (0, "")
    assert len({item["id"] for item in items}) == len(items)
    assert [item["publisher"] for item in items].count("Sky News") == 1


def test_cite__one_account_to_a_file__only_its_sources(tmp_path: Path) -> None:
    target = tmp_path / "sources.json"
    result = run_inside(ROOT, "cite", f"{EVENT}/whitehouse", "-o", str(target))
    assert (result.returncode, result.stdout) == (0, "")
    assert [item["id"] for item in json.loads(target.read_text("utf-8"))] == [
        f"{EVENT}/whitehouse/main",
        f"{EVENT}/whitehouse/sky",
    ]
