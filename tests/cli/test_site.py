import shutil
from pathlib import Path

import pytest
from cli.inside import Ran, run_inside
from factories import DATA, ROOT

EVENT = "trump-putin-2025-03-18"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with two of the curated events."""
    names = sorted(path.name for path in DATA.iterdir() if path.is_dir())
    for name in (EVENT, names[0]):
        shutil.copytree(DATA / name, tmp_path / "data" / name)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "claimdiff.toml").write_text(f'event = "{EVENT}"\n')
    return tmp_path


def run(project: Path, *arguments: str) -> Ran:
    return run_inside(project, "site", *arguments)


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_site__twice__the_second_time_writes_nothing(project: Path) -> None:
    first = run(project, "-o", "out")
    assert (first.returncode, first.stdout) == (0, "")
    assert "2 events, 2 of them built" in first.stderr
    before = snapshot(project / "out")
    second = run(project, "-o", "out")
    assert "2 events, 0 of them built; 0 files written, 0 removed" in second.stderr
    assert snapshot(project / "out") == before


def test_site__one_event_changed__only_its_pages_are_written(project: Path) -> None:
    run(project, "-o", "out")
    before = snapshot(project / "out")
    path = project / "data" / EVENT / "event.yaml"
    path.write_text(path.read_text("utf-8").replace("The phone call", "A phone call"), "utf-8")
    result = run(project, "-o", "out")
    assert "2 events, 1 of them built" in result.stderr
    after = snapshot(project / "out")
    changed = {name for name in after if after[name] != before.get(name)}
    assert {name for name in changed if name.startswith("events/")} == {
        name for name in after if name.startswith(f"events/{EVENT}/")
    }
    assert "index.html" in changed


def test_site__event_gone__its_pages_are_removed_and_nothing_else(project: Path) -> None:
    run(project, "-o", "out")
    (project / "out" / "mine.txt").write_text("kept")
    shutil.rmtree(project / "data" / EVENT)
    result = run(project, "-o", "out")
    assert "1 event, 0 of them built" in result.stderr
    assert not (project / "out" / "events" / EVENT).exists()
    assert (project / "out" / "mine.txt").read_text() == "kept"


def test_site__page_deleted__is_built_again(project: Path) -> None:
    run(project, "-o", "out")
    page = project / "out" / "events" / EVENT / "index.html"
    text = page.read_text("utf-8")
    page.unlink()
    run(project, "-o", "out")
    assert page.read_text("utf-8") == text


def test_site__record_that_names_other_files__removes_none_of_them(project: Path) -> None:
    run(project, "-o", "out")
    victim = project / "victim.txt"
    victim.write_text("safe")
    state = project / "out" / ".claimdiff-site.json"
    state.write_text('{"x": {"digest": "", "files": ["events/../../victim.txt"], "line": {}}}')
    assert run(project, "-o", "out").returncode == 0
    assert victim.read_text() == "safe"


@pytest.mark.parametrize("record", ["[]", "{", '{"x": 1}', '{"x": {"digest": 1}}'])
def test_site__damaged_record__everything_is_built(project: Path, record: str) -> None:
    run(project, "-o", "out")
    (project / "out" / ".claimdiff-site.json").write_text(record)
    assert "2 of them built" in run(project, "-o", "out").stderr


def test_site__folder_with_other_files__is_refused(project: Path) -> None:
    (project / "out").mkdir()
    (project / "out" / "thesis.doc").write_text("x")
    result = run(project, "-o", "out")
    assert result.returncode == 2
    assert "holds files that are not a site of ours" in result.stderr
    assert [path.name for path in (project / "out").iterdir()] == ["thesis.doc"]


def test_site__unknown_event__is_refused_with_the_nearest(project: Path) -> None:
    result = run(project, "trump-putin-2025-03-19", "-o", "out")
    assert result.returncode == 2
    assert EVENT in result.stderr
    assert not (project / "out").exists()


def test_site__event_with_a_fault__nothing_is_written(project: Path) -> None:
    path = project / "data" / EVENT / "kremlin.yaml"
    path.write_text(path.read_text("utf-8").replace("party: Kremlin", "prty: Kremlin"), "utf-8")
    result = run(project, "-o", "out")
    assert result.returncode == 2
    assert "prty" in result.stderr
    assert not (project / "out").exists()


def test_site__force__builds_everything_and_writes_nothing_new(project: Path) -> None:
    run(project, "-o", "out")
    before = snapshot(project / "out")
    assert "2 events, 2 of them built; 0 files written" in run(project, "-o", "out", "--force").stderr
    assert snapshot(project / "out") == before


def test_site__target_is_a_file__is_refused(project: Path) -> None:
    (project / "out").write_text("x")
    result = run(project, "-o", "out")
    assert (result.returncode, result.stdout) == (2, "")
    assert "out is not a folder" in result.stderr


def test_site__archived_text_missing__the_page_is_there_without_the_passage(project: Path) -> None:
    shutil.rmtree(project / "seeds")
    assert run(project, EVENT, "-o", "out").returncode == 0
    page = (project / "out" / "events" / EVENT / "accounts" / "kremlin.html").read_text("utf-8")
    assert "In its source" not in page


def test_site__no_event__says_so(tmp_path: Path) -> None:
    (tmp_path / "claimdiff.toml").write_text("")
    result = run(tmp_path, "-o", "out")
    assert (result.returncode, result.stderr) == (2, "claimdiff: the project has no event\n")


def test_site__its_pages_deleted_and_the_event_gone__nothing_is_amiss(project: Path) -> None:
    run(project, "-o", "out")
    shutil.rmtree(project / "out" / "events" / EVENT)
    shutil.rmtree(project / "data" / EVENT)
    assert run(project, "-o", "out").returncode == 0
