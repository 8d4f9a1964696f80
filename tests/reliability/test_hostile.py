"""The hostile corpus against the commands that read: no traceback, no signal, no hang, a documented exit code, a remedy."""

import re
from pathlib import Path

import pytest
from check.build import TEXT
from check.test_rules import CASES

import claimdiff.check.run
import claimdiff.cli.check
import claimdiff.cli.checking
import claimdiff.cli.compare
import claimdiff.cli.listing
import claimdiff.cli.show
import claimdiff.evaluation  # noqa: F401 - imported before the fork, so that every run is quick
from claimdiff.language.lexicon import load_lexicon
from reliability.forked import Ended, run_forked
from reliability.hostile import OWN, Hostile, file, sound_project, write

GOLDEN = Path(__file__).parents[1] / "accounts" / "golden"
PLACES = {"account": "kremlin.yaml", "links": "links/kremlin--whitehouse.yaml", "event": "event.yaml"}
LIMIT = 5.0
COMMANDS = (("check",), ("compare", "kremlin", "whitehouse"), ("show", "kremlin"), ("list",))


def of_the_loader() -> list[Hostile]:
    """Return one input for every fault that reading can find."""
    return [
        Hostile(name=f"{kind}-{path.stem}", build=file(f"data/call/{place}", path.read_bytes()), says=r"\[[a-z0-9-]+\]")
        for kind, place in PLACES.items()
        for path in sorted((GOLDEN / kind).glob("*.yaml"))
    ]


def of_the_rules() -> list[Hostile]:
    """Return one input for every case of a rule that fails."""

    def build(files: dict[str, str]) -> Hostile:
        def written(root: Path) -> None:
            write(root, "seeds/report.txt", TEXT)
            for name, text in files.items():
                write(root, f"data/call/{name}" if not name.startswith("seeds/") else name, text)

        return Hostile(name="", build=written)

    return [
        Hostile(name=f"{case.code}-{case.name}", build=build(case.files).build, says=rf"\[{case.code}\]")
        for case in CASES
        if case.found and not any(name.startswith("seeds/") for name in case.files)
    ]


CORPUS = [*OWN, *of_the_loader(), *of_the_rules()]


def test_corpus__number_of_our_own__at_least_120() -> None:
    assert len(OWN) >= 120
    assert len({hostile.name for hostile in CORPUS}) == len(CORPUS)


@pytest.mark.slow
@pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.name)
def test_hostile__every_command__sound_end(tmp_path: Path, hostile: Hostile) -> None:
    load_lexicon()
    root = tmp_path / "p"
    sound_project(root)
    hostile.build(root)
    for command in COMMANDS:
        ended = run_forked(root, *command)
        assert_sound(ended, command)
        if command == ("check",):
            assert_told(ended, hostile)


def assert_sound(ended: Ended, command: tuple[str, ...]) -> None:
    said = f"{command}: {ended.err[-2000:]}"
    assert ended.signal is None, said
    assert ended.code in (0, 1, 2), said
    assert ended.code != 1 or command == ("check",), said
    assert ended.seconds < LIMIT, f"{command}: {ended.seconds:.1f} s"
    assert "Traceback" not in ended.out + ended.err
    assert ended.code != 2 or ended.err.strip()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", ended.out + ended.err)


def assert_told(ended: Ended, hostile: Hostile) -> None:
    lines = (ended.out + ended.err).splitlines()
    if not hostile.says:
        return
    telling = [line for line in lines if re.search(hostile.says, line)]
    assert telling, f"{hostile.says} not in {lines[:5]}"
    if hostile.placed:
        assert ended.code in (1, 2) or all(": note: " in line for line in telling)
        assert any(re.match(r".+:\d+:\d+: ", line) for line in telling), telling[:5]
