import sys
import threading
from pathlib import Path

import pytest
from factories import account

from claimdiff.accounts.diagnostic import LoadError
from claimdiff.accounts.model import Decisions
from claimdiff.review.decisions import Desk, Stamp
from claimdiff.review.store import FileChanged, LinksFile, locked

LEFT = account("east", *(f"Text {n}." for n in range(30)))
RIGHT = account("west", "Uno.", "Dos.")
DESK = Desk(left=LEFT, right=RIGHT)
NOBODY = Stamp(by="Anna")
NOTHING = Decisions(accounts=("east", "west"))


def links(folder: Path) -> LinksFile:
    return LinksFile(folder=folder, left=LEFT, right=RIGHT)


def test_write__no_file_yet__made_with_its_folder(tmp_path: Path) -> None:
    file = links(tmp_path)
    state = file.write(file.read(), DESK.omit(NOTHING, "east", ["a1"], NOBODY))
    assert state == file.read()
    assert file.path.read_text() == (
        f"accounts: [east, west]\nomitted:\n  - east: [a1]\n    by: Anna\n    seal: {state.decisions.omitted[0].seal}\n"
    )
    assert [path.name for path in file.path.parent.iterdir()] == ["east--west.yaml"]


def test_write__account_names_a_schema__the_new_file_names_its_own(tmp_path: Path) -> None:
    head = "# yaml-language-server: $schema=../../docs/schema/account.schema.json\n"
    (tmp_path / "east.yaml").write_text(head)
    file = links(tmp_path)
    file.write(file.read(), DESK.omit(NOTHING, "east", ["a1"], NOBODY))
    assert file.path.read_text().startswith("# yaml-language-server: $schema=../../../docs/schema/links.schema.json\n")


def test_write__account_names_a_schema_on_the_web__named_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "east.yaml").write_text("account: east\n")
    (tmp_path / "west.yaml").write_text("# yaml-language-server: $schema=https://example.org/account.schema.json\n")
    file = links(tmp_path)
    file.write(file.read(), DESK.omit(NOTHING, "east", ["a1"], NOBODY))
    assert file.path.read_text().startswith("# yaml-language-server: $schema=https://example.org/links.schema.json\n")


def test_write__changed_since_it_was_read__refused_with_what_it_holds_now(tmp_path: Path) -> None:
    file = links(tmp_path)
    seen = file.read()
    other = file.write(seen, DESK.omit(NOTHING, "east", ["a1"], NOBODY))
    with pytest.raises(FileChanged, match="has been changed since it was read") as caught:
        file.write(seen, DESK.omit(NOTHING, "east", ["a2"], NOBODY))
    assert caught.value.state == other
    merged = file.write(caught.value.state, DESK.omit(caught.value.state.decisions, "east", ["a2"], NOBODY))
    assert [omission.ids for omission in merged.decisions.omitted] == [("a1",), ("a2",)]


def test_write__byte_order_mark__kept(tmp_path: Path) -> None:
    file = links(tmp_path)
    file.path.parent.mkdir()
    file.path.write_bytes(b"\xef\xbb\xbfaccounts: [east, west]\n")
    state = file.read()
    file.write(state, DESK.omit(state.decisions, "east", ["a1"], NOBODY))
    assert file.path.read_bytes().startswith(b"\xef\xbb\xbfaccounts: [east, west]\nomitted:\n")


@pytest.mark.parametrize("content", ["accounts: [east", "accounts: [east, north]\n", "accounts: 1\n"])
def test_read__faults__load_error(tmp_path: Path, content: str) -> None:
    file = links(tmp_path)
    file.path.parent.mkdir()
    file.path.write_text(content)
    with pytest.raises(LoadError):
        file.read()


def test_read__a_folder_in_its_place__load_error(tmp_path: Path) -> None:
    links(tmp_path).path.mkdir(parents=True)
    with pytest.raises(LoadError, match="a directory, not a file"):
        links(tmp_path).read()


def test_write__several_writers_at_once__nobody_is_lost(tmp_path: Path) -> None:
    def work(ids: range) -> None:
        file = links(tmp_path)
        state = file.read()
        for n in ids:
            while True:
                try:
                    state = file.write(state, DESK.omit(state.decisions, "east", [f"a{n}"], NOBODY))
                    break
                except FileChanged as changed:
                    state = changed.state

    threads = [threading.Thread(target=work, args=(range(k, k + 5),)) for k in (1, 6, 11)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = links(tmp_path).read().decisions.omitted
    assert [omission.ids for omission in found] == [(f"a{n}",) for n in range(1, 16)]


def test_locked__no_such_locks_here__goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with locked(tmp_path) as held:
        assert held is False
    assert list(tmp_path.iterdir()) == []


def test_locked__file_system_without_locks__goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(37, "no locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with locked(tmp_path) as held:
        assert held is False


def test_write__left_over_of_a_killed_writer__removed(tmp_path: Path) -> None:
    file = links(tmp_path)
    file.path.parent.mkdir()
    (file.path.parent / ".east--west.yaml.0123456789abcdef.tmp").write_text("acc")
    file.write(file.read(), DESK.omit(NOTHING, "east", ["a1"], NOBODY))
    assert [path.name for path in file.path.parent.iterdir()] == ["east--west.yaml"]
