"""From what was typed to accounts."""

from pathlib import Path
from typing import Any

import pytest

from claimdiff.accounts import load
from claimdiff.accounts.diagnostic import LoadError
from claimdiff.accounts.project import find_project
from claimdiff.cli import selection


def test_select__two_accounts_of_a_faulty_event__read_once_and_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = tmp_path / "data" / "call"
    event.mkdir(parents=True)
    (tmp_path / "claimdiff.toml").write_text("", encoding="utf-8")
    (event / "event.yaml").write_text("title: A call\n", encoding="utf-8")
    for name in ("peru", "chile"):
        (event / f"{name}.yaml").write_text(f"account: {name}\nparty: *x\n", encoding="utf-8")
    reads: list[Path] = []
    read = load.read_event_folder

    def counted(folder: Path, **options: Any) -> Any:
        reads.append(folder)
        return read(folder, **options)

    monkeypatch.setattr(selection, "read_event_folder", counted)
    with pytest.raises(LoadError) as caught:
        selection.select(["peru", "chile"], project=find_project(tmp_path))
    assert len(reads) == 1
    told = [(fault.path, fault.line, fault.code) for fault in caught.value.diagnostics]
    assert len(told) == len(set(told)) > 1
