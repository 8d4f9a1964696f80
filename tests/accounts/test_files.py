"""Files that may be anything."""

import os
import socket
from pathlib import Path

import pytest

from claimdiff.accounts import files
from claimdiff.accounts.files import FileFault, read_file, read_source, refused_name, source_path


def fault_of(path: Path) -> str:
    with pytest.raises(FileFault) as raised:
        read_file(path)
    return f"{raised.value} [{raised.value.code}]"


def test_read_file__plain_file__its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x\0y")
    assert read_file(tmp_path / "a") == b"x\0y"


def test_read_file__socket__told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket has to be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert fault_of(Path("s")) == "a socket, not a file; name a file [unreadable]"


def test_read_file__nul_in_the_name__told() -> None:
    assert fault_of(Path("a\0b")) == "the file's name holds a NUL character [unreadable]"


def test_read_file__name_too_long__told(tmp_path: Path) -> None:
    assert fault_of(tmp_path / ("a" * 300)) == "a name too long for the file system [unreadable]"


def test_read_file__file_in_place_of_a_folder__told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert fault_of(tmp_path / "a" / "b") == "not a directory [unreadable]"


def test_read_file__error_without_number__told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"")

    def fail(*_: object) -> int:
        raise OSError

    monkeypatch.setattr(os, "open", fail)
    assert fault_of(tmp_path / "a") == "cannot be read [unreadable]"


def test_read_file__grows_while_it_is_read__too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"x" * 20)
    monkeypatch.setattr(files, "_refuse_special", lambda status, limit: None)
    with pytest.raises(FileFault, match="at most 10 "):
        read_file(tmp_path / "a", limit=10)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("/etc/passwd", '"/etc/passwd" is an absolute path; '),
        ("C:\\a.txt", '"C:\\a.txt" is an absolute path; '),
        ("a/../b.txt", '"a/../b.txt" goes up with ".."; '),
        ("a\\..\\b.txt", '"a\\..\\b.txt" goes up with ".."; '),
    ],
)
def test_refused_name__leads_out__told(name: str, start: str, tmp_path: Path) -> None:
    assert str(refused_name(name)).startswith(start)
    with pytest.raises(FileFault, match="give it from the project's folder"):
        source_path(tmp_path, name)


@pytest.mark.parametrize("name", ["seeds/a.txt", "..a/b..txt", ["/etc/passwd"], None])
def test_refused_name__inside_or_no_text__none(name: object) -> None:
    assert refused_name(name) is None


def test_source_path__link_that_stays_inside__its_target(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert source_path(tmp_path, "b.txt") == tmp_path.resolve() / "a.txt"


def test_source_path__missing__its_path(tmp_path: Path) -> None:
    assert source_path(tmp_path, "no/a.txt") == tmp_path.resolve() / "no" / "a.txt"


def test_source_path__file_in_place_of_a_folder__told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    with pytest.raises(FileFault, match=r'^"a.txt/b.txt": not a directory$'):
        source_path(tmp_path, "a.txt/b.txt")


def test_source_path__project_reached_through_a_link__inside(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    assert source_path(tmp_path / "link", "a.txt") == tmp_path.resolve() / "real" / "a.txt"


def test_read_source__text__without_its_mark_and_with_its_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffone\r\ntwo".encode())
    assert read_source(tmp_path, "a.txt") == "one\r\ntwo"


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"abc\xff", '^"a.txt" is not UTF-8 at byte 3; save it as UTF-8$'), (None, '^"a.txt": no such file$')],
    ids=["not-utf8", "missing"],
)
def test_read_source__cannot_be_read__told(tmp_path: Path, data: bytes | None, message: str) -> None:
    if data is not None:
        (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(FileFault, match=message) as raised:
        read_source(tmp_path, "a.txt")
    assert raised.value.code == "source-file"
