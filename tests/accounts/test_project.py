"""Where a project begins, and its settings."""

from pathlib import Path

import pytest
from accounts.builders import account, project, write
from conftest import Golden

from claimdiff.accounts.diagnostic import LoadError, Severity
from claimdiff.accounts.project import Config, Project, find_project, list_events, load_config

FULL = """\
data = "events"
event = "talks"
lexicon = ["lexicon/own.yaml"]
ignore = ["no-url"]
baseline = "known.json"

[severity]
no-archive = "note"
"""
CONFIG = Config(
    data="events",
    event="talks",
    lexicon=("lexicon/own.yaml",),
    severity={"no-archive": Severity.NOTE},
    ignore=("no-url",),
    baseline="known.json",
)


def test_find_project__from_far_below__root_and_settings(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"claimdiff.toml": FULL, "events/talks/links/x": "", "pyproject.toml": "[tool.claimdiff]\nevent = 'x'"},
    )
    found = find_project(tmp_path / "events" / "talks" / "links")
    assert found == Project(root=tmp_path, file=tmp_path / "claimdiff.toml", config=CONFIG)
    assert found.data == tmp_path / "events"
    assert found.shown(tmp_path / "events" / "a.yaml") == "events/a.yaml"
    assert found.shown(Path("/elsewhere/a.yaml")) == "/elsewhere/a.yaml"


def test_find_project__settings_in_pyproject__read(tmp_path: Path) -> None:
    table = FULL.replace("[severity]", "[tool.claimdiff.severity]")
    write(tmp_path, {"pyproject.toml": "[tool.claimdiff]\n" + table})
    found = find_project(tmp_path)
    assert found == Project(root=tmp_path, file=tmp_path / "pyproject.toml", config=CONFIG)


@pytest.mark.parametrize(
    "text",
    ["[project]\nname = 'claimdiff-data'\n", "[tool.other]\nx = 1\n", "this is no TOML", "tool = 'claimdiff'\n"],
    ids=["name", "other", "broken", "no-table"],
)
def test_find_project__pyproject_of_others__passed_over(tmp_path: Path, text: str) -> None:
    write(tmp_path / "below", {"pyproject.toml": text})
    write(tmp_path, {"claimdiff.toml": ""})
    assert find_project(tmp_path / "below") == Project(root=tmp_path, file=tmp_path / "claimdiff.toml")


def test_find_project__pyproject_that_is_too_large__passed_over(tmp_path: Path) -> None:
    write(tmp_path / "below", {"pyproject.toml": "[tool.claimdiff]\n" + "#" * 3_000_000})
    write(tmp_path, {"claimdiff.toml": ""})
    assert find_project(tmp_path / "below") == Project(root=tmp_path, file=tmp_path / "claimdiff.toml")


def test_find_project__only_a_data_folder__its_parent(tmp_path: Path) -> None:
    write(tmp_path, {"data/talks/kremlin.yaml": account(), "data/notes.txt": "", "below/x": ""})
    assert find_project(tmp_path / "below") == Project(root=tmp_path)


@pytest.mark.parametrize(
    "files", [{"data/readme.txt": ""}, {"data": ""}, {"data/x/readme.txt": ""}], ids=["file", "no-folder", "empty"]
)
def test_find_project__data_folder_without_events__none(tmp_path: Path, files: dict[str, str]) -> None:
    assert find_project(write(tmp_path, files)) is None


def test_find_project__unreadable_data_folder__none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"data/talks/kremlin.yaml": account()})

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert find_project(tmp_path) is None


def test_list_events__mixed_folder__events_in_order(tmp_path: Path) -> None:
    project(tmp_path, {"kremlin.yaml": account()})
    write(
        tmp_path / "data",
        {"b/x.yaml": "", "a/x.yml": "", ".hidden/x.yaml": "", "empty/notes.txt": "", "file.yaml": ""},
    )
    found = find_project(tmp_path)
    assert found is not None
    assert list_events(found) == ("a", "b", "talks")


def test_list_events__no_data_folder__none(tmp_path: Path) -> None:
    assert list_events(Project(root=tmp_path)) == ()


def test_list_events__unreadable_event__listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path, {"kremlin.yaml": account()})
    listed = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "talks":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert list_events(Project(root=tmp_path)) == ("talks",)


FAULTY = {
    "config-syntax": 'data = "data"\nevent = talks\n',
    "config-end": 'data = "',
    "config-values": 'datas = "data"\nevent = 3\nlexicon = "own.yaml"\nignore = [1, 2.5]\nbaseline = true\n'
    '[severity]\nno-url = "fatal"\n"no-quote" = ["x"]\n',
    "config-list": "severity = []\n",
}


@pytest.mark.parametrize("case", FAULTY)
def test_load_config__faulty__exact_messages(case: str, tmp_path: Path, golden: Golden) -> None:
    write(tmp_path, {"claimdiff.toml": FAULTY[case]})
    with pytest.raises(LoadError) as raised:
        find_project(tmp_path)
    golden(f"folder/{case}.txt", f"{raised.value}\n")


def test_load_config__not_utf8__told(tmp_path: Path) -> None:
    write(tmp_path, {"claimdiff.toml": b'data = "\xe9"\n'})
    with pytest.raises(LoadError, match=r"^x/claimdiff.toml:1:1: not UTF-8; save it as UTF-8 \[encoding\]$"):
        load_config(tmp_path / "claimdiff.toml", shown="x/claimdiff.toml")


def test_load_config__folder_in_its_place__told(tmp_path: Path) -> None:
    (tmp_path / "claimdiff.toml").mkdir()
    with pytest.raises(LoadError, match=r"a directory, not a file"):
        load_config(tmp_path / "claimdiff.toml")
