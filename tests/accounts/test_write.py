"""Files that are there whole or not at all."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimdiff.accounts.write import write_atomic


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("data", "raw"), [("é\r\n", b"\xc3\xa9\r\n"), (b"\x00\xff", b"\x00\xff")], ids=["text", "bytes"]
)
def test_write_atomic__new_file__its_bytes_and_nothing_else(tmp_path: Path, data: str | bytes, raw: bytes) -> None:
    write_atomic(tmp_path / "a.txt", data)
    assert (tmp_path / "a.txt").read_bytes() == raw
    assert names(tmp_path) == ["a.txt"]


def test_write_atomic__new_file__mode_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomic(tmp_path / "a.txt", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


def test_write_atomic__file_that_exists__keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o750)
    write_atomic(str(path), "new")
    assert (path.read_text(encoding="utf-8"), stat.S_IMODE(path.stat().st_mode)) == ("new", 0o750)


def test_write_atomic__link__target_is_written_and_link_stays(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("below/a.txt")
    write_atomic(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "below" / "a.txt").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("target", ["nowhere.txt", "link"], ids=["dangling", "loop"])
def test_write_atomic__link_to_nothing__refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "link").symlink_to(target)
    with pytest.raises((OSError, RuntimeError)):
        write_atomic(tmp_path / "link", "new")
    assert names(tmp_path) == ["link"]


def test_write_atomic__folder__refused(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_atomic(tmp_path, "new")


def test_write_atomic__no_such_folder__refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomic(tmp_path / "no" / "a.txt", "new")


def test_write_atomic__file_that_may_not_be_written__refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    with pytest.raises(PermissionError):
        write_atomic(path, "new")
    assert path.read_text(encoding="utf-8") == "old"


def test_write_atomic__device__written_to_and_still_a_device() -> None:
    write_atomic("/dev/null", "gone")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError], ids=["interrupt", "full-disk"])
def test_write_atomic__fails_half_way__old_file_stays_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def fail(_: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(error):
        write_atomic(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.slow
def test_write_atomic__killed_at_any_time__old_or_new_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    code = (
        "import sys; from claimdiff.accounts.write import write_atomic\n"
        "n = 0\nprint('ready', flush=True)\n"
        "while True:\n    n += 1\n    write_atomic(sys.argv[1], str(n % 10) * 3_000_000)\n"
    )
    for attempt in range(20):
        with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.02 + 0.003 * attempt)
            process.send_signal(signal.SIGKILL)
        if path.exists():
            text = path.read_text(encoding="utf-8")
            assert len(text) == 3_000_000
            assert len(set(text)) == 1
    assert path.exists()
