"""Every fault that reading can find: one small file each, and the exact lines that it gives."""

from pathlib import Path

import pytest
import yaml
from conftest import Golden

from claimdiff.accounts.diagnostic import FORMAT_CODES, Diagnostic, in_order
from claimdiff.accounts.faults import read_account, read_event, read_links
from claimdiff.accounts.yaml import parse

FOLDER = Path(__file__).parent / "golden"
STEMS = {"account": "kremlin", "links": "kremlin--whitehouse", "event": "event"}
FILES = sorted(path.relative_to(FOLDER) for kind in STEMS for path in (FOLDER / kind).glob("*.yaml"))


def faults_of(kind: str, data: bytes) -> tuple[Diagnostic, ...]:
    stem = STEMS[kind]
    document, faults = parse(data, f"{stem}.yaml")
    if document is None:
        return faults
    match kind:
        case "account":
            more = read_account(document, stem=stem)[1]
        case "links":
            more = read_links(document, stem=stem)[1]
        case _:
            more = read_event(document)[1]
    return in_order((*faults, *more))


@pytest.mark.parametrize("file", FILES, ids=str)
def test_reading__faulty_file__exact_messages(file: Path, golden: Golden) -> None:
    faults = faults_of(file.parts[0], (FOLDER / file).read_bytes())
    golden(str(file.with_suffix(".txt")), "".join(f"{fault}\n" for fault in faults))
    assert faults


def test_codes__all_golden_files__every_format_code_is_shown() -> None:
    lines = [line for path in FOLDER.rglob("*.txt") for line in path.read_text("utf-8").splitlines()]
    shown = {line.rpartition("[")[2].rstrip("]") for line in lines}
    assert shown == set(FORMAT_CODES)


@pytest.mark.parametrize("file", [file for file in FILES if not file.stem.startswith("syntax")], ids=str)
def test_parse__faulty_file__both_parsers_find_the_same(file: Path) -> None:
    data = (FOLDER / file).read_bytes()
    (left, left_faults), (right, right_faults) = (
        parse(data, "x.yaml", loader=loader) for loader in (yaml.SafeLoader, yaml.CSafeLoader)
    )
    assert (left and left.root, left_faults) == (right and right.root, right_faults)
