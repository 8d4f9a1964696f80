"""The pages say what the program does."""

import os
import re
import runpy
import shlex
import sys
import tomllib
from pathlib import Path

import pexpect
import pytest
from factories import ROOT

from claimdiff.accounts.load import read_event_folder
from claimdiff.accounts.project import find_project
from claimdiff.language.compile import HERE, SOURCES, compile_lexicon, dump

DOCS = ROOT / "docs"


def test_cli_page__is_what_the_program_has() -> None:
    page = runpy.run_path(str(ROOT / "scripts" / "cli_page.py"))["page"]
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == page()


@pytest.mark.slow
def test_lexicon__compiled_file__is_current() -> None:
    assert (HERE / "lexicon.json").read_text(encoding="utf-8") == dump(compile_lexicon())


def test_lexicon_page__names_every_file() -> None:
    page = (DOCS / "lexicon.md").read_text(encoding="utf-8")
    names = {path.name for path in SOURCES.glob("*.yaml")} | {
        f"{p.name}/*.yaml" for p in SOURCES.iterdir() if p.is_dir()
    }
    assert [name for name in sorted(names) if f"`{name}`" not in page] == []


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)


def test_format_page__its_example__loads_without_a_fault(tmp_path: Path) -> None:
    account, decisions, head = blocks("format.md", "yaml")[1:4]
    event = tmp_path / "data" / "event"
    (event / "links").mkdir(parents=True)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "report.txt").write_text("will exchange 175 prisoners", encoding="utf-8")
    ids = ("energy-pause", "black-sea-talks", "normalisation")
    more = "".join(f"  - id: {i}\n    text: Something about {i}.\n" for i in ids)
    (event / "kremlin.yaml").write_text(account + more, encoding="utf-8")
    others = ("energy-infrastructure-ceasefire", "talks-middle-east", "huge-upside", "iran-israel")
    white = "account: whitehouse\nparty: White House\ncoverage: full\nassertions:\n"
    white += "".join(f"  - id: {i}\n    text: Something about {i}.\n" for i in others)
    (event / "whitehouse.yaml").write_text(white, encoding="utf-8")
    (event / "links" / "kremlin--whitehouse.yaml").write_text(decisions, encoding="utf-8")
    (event / "event.yaml").write_text(head, encoding="utf-8")
    (tmp_path / "claimdiff.toml").write_text('data = "data"\n', encoding="utf-8")
    found = read_event_folder(event, project=find_project(tmp_path))
    assert [str(diagnostic) for diagnostic in found.diagnostics] == []
    assert found.event is not None
    assert len(found.event.expectations) == 3


def test_format_page__its_settings__are_all_known(tmp_path: Path) -> None:
    (settings,) = blocks("format.md", "toml")
    assert tomllib.loads(settings)["event"] == "trump-putin-2025-03-18"
    (tmp_path / "claimdiff.toml").write_text(settings, encoding="utf-8")
    project = find_project(tmp_path)
    assert project is not None
    assert project.config.lexicon == ("lexicon/ours.yaml",)


def test_lexicon_page__its_example__extends_the_lexicon(tmp_path: Path) -> None:
    from claimdiff.language.lexicon import load_lexicon
    from claimdiff.language.read import read

    (example,) = blocks("lexicon.md", "yaml")
    path = tmp_path / "ours.yaml"
    path.write_text(example, encoding="utf-8")
    reading = read("Roe of the Millers' Union spoke in Milltown about the gristmill.", lexicon=load_lexicon([path]))
    assert "flour-mill" in {c.concept for c in reading.concepts}
    assert {(a.actor, a.form) for a in reading.actors} >= {
        ("millers-union/anna-roe", "person"),
        ("millers-union", "name"),
    }
    assert [p.place for p in reading.places] == ["milltown"]


@pytest.mark.parametrize(
    "page", sorted(p.name for p in [*DOCS.glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
)
def test_pages__every_relative_link__leads_somewhere(page: str) -> None:
    path = DOCS / page if (DOCS / page).exists() else ROOT / page
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_readme__output__is_what_the_program_prints() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```console\n\$ claimdiff compare kremlin whitehouse\n(.*?)\n…\n```", readme, re.DOTALL)
    command = f"stty rows 50 cols 100; exec {shlex.quote(sys.executable)} -m claimdiff compare kremlin whitehouse"
    environment = {key: value for key, value in os.environ.items() if key != "COLUMNS"} | {"NO_COLOR": "1"}
    printed, status = pexpect.run(
        shlex.join(["sh", "-c", command]),
        cwd=str(ROOT),
        env=environment,
        withexitstatus=True,
        timeout=60,
        dimensions=(50, 100),
    )
    assert status == 0
    assert printed.decode("utf-8").replace("\r\n", "\n").startswith(f"{shown}\n\n≠ Contradictions")
