"""Events and accounts from disk: what is there, and every fault of every file."""

import io
import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from accounts.builders import account, project, write
from conftest import Golden

from claimdiff.accounts.diagnostic import Diagnostic, LoadError
from claimdiff.accounts.load import (
    account_names,
    load_account,
    load_event,
    loaded,
    read_account_stream,
    read_event_folder,
    read_loose_account,
)
from claimdiff.accounts.model import (
    Account,
    Assertion,
    Decisions,
    DifferenceDecision,
    Event,
    Expectation,
    LinkDecision,
    OmissionDecision,
    PairDecision,
    Quote,
    Source,
)
from claimdiff.accounts.names import UnknownName
from claimdiff.accounts.project import find_project, list_events
from claimdiff.vocabulary import Coverage, Facet, Role, Verdict, Voice

ROOT = Path(__file__).parents[2]

KREMLIN = """\
account: kremlin
party: Kremlin
role: principal
aliases: [Moscow, the Russian side]
title: Kremlin readout of the call
date: 2025-03-18
language: en-GB
coverage: full
sources:
  sky:
    publisher: Sky News
    title: A report
    url: https://example.org/a
    archive_url: https://archive.example.org/a
    published: 2025-03-18
    retrieved: 2025-03-19
    language: en
    file: seeds/report.txt
    sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
  bare: {}
assertions:
  - id: hockey
    text: >
      Hockey, and
      more.
    source: sky
    quote: "hockey"
    voice: direct
    said: 2025-03-17
    attributed_to: Putin
    topic: sport
    lead: true
    note: no
  - id: prisoners
    text: 10:00
    quotes:
      - {source: sky, quote: one, prefix: a, suffix: b}
      - {quote: two, voice: direct}
  - {id: aid, text: Aid., source: sky, lead: false}
"""
WHITEHOUSE = "account: whitehouse\nparty: White House\nassertions:\n  - {id: iran, text: Iran.}\n"
LINKS = """\
accounts: [kremlin, whitehouse]
links:
  - kremlin: [hockey, prisoners]
    whitehouse: [iran]
    verdict: conflict
    facets: [scope]
    differences:
      - {facet: scope, kremlin: energy, whitehouse: 175, verdict: partial}
      - {facet: time, whitehouse: now}
    note: why
    by: model:x
    on: 2026-11-23
    seal: 3f9a1c2e
apart:
  - {kremlin: [hockey], whitehouse: [iran]}
doubtful:
  - {kremlin: [aid], whitehouse: [iran], note: open}
omitted:
  - kremlin: [aid]
    by: a person
  - whitehouse: [iran]
"""
EVENT = """\
title: Talks
date: 2025-03-18
summary: What happened.
expect:
  - only: {kremlin: aid}
  - conflict: {kremlin: hockey, whitehouse: iran}
  - counts: {kremlin/whitehouse: {conflict: 1, omission: 2}}
"""
SKY = Source(
    key="sky",
    publisher="Sky News",
    title="A report",
    url="https://example.org/a",
    archive_url="https://archive.example.org/a",
    published=date(2025, 3, 18),
    retrieved=date(2025, 3, 19),
    language="en",
    file="seeds/report.txt",
    sha256="0123456789abcdef" * 4,
)
HOCKEY = Assertion(
    id="hockey",
    text="Hockey, and more.",
    quotes=(Quote(source="sky", quote="hockey", voice=Voice.DIRECT),),
    said=date(2025, 3, 17),
    attributed_to="Putin",
    topic="sport",
    lead=True,
    note="no",
)
PRISONERS = Assertion(
    id="prisoners",
    text="10:00",
    quotes=(
        Quote(source="sky", quote="one", voice=Voice.REPORTED, prefix="a", suffix="b"),
        Quote(source=None, quote="two", voice=Voice.DIRECT),
    ),
)
DECISIONS = Decisions(
    accounts=("kremlin", "whitehouse"),
    links=(
        LinkDecision(
            left=("hockey", "prisoners"),
            right=("iran",),
            verdict=Verdict.CONFLICT,
            facets=(Facet.SCOPE,),
            differences=(
                DifferenceDecision(facet=Facet.SCOPE, left="energy", right="175", verdict=Verdict.PARTIAL),
                DifferenceDecision(facet=Facet.TIME, left=None, right="now", verdict=Verdict.CONFLICT),
            ),
            note="why",
            by="model:x",
            on=date(2026, 11, 23),
            seal="3f9a1c2e",
        ),
    ),
    apart=(PairDecision(left=("hockey",), right=("iran",)),),
    doubtful=(PairDecision(left=("aid",), right=("iran",), note="open"),),
    omitted=(
        OmissionDecision(account="kremlin", ids=("aid",), by="a person"),
        OmissionDecision(account="whitehouse", ids=("iran",)),
    ),
)
TALKS = Event(
    key="talks",
    title="Talks",
    date=date(2025, 3, 18),
    summary="What happened.",
    expectations=(
        Expectation(kind="only", sides={"kremlin": "aid"}),
        Expectation(kind="conflict", sides={"kremlin": "hockey", "whitehouse": "iran"}),
        Expectation(kind="counts", counts={"kremlin/whitehouse": {"conflict": 1, "omission": 2}}),
    ),
    accounts=(
        Account(
            key="kremlin",
            party="Kremlin",
            role=Role.PRINCIPAL,
            aliases=("Moscow", "the Russian side"),
            title="Kremlin readout of the call",
            date=date(2025, 3, 18),
            language="en-GB",
            coverage=Coverage.FULL,
            sources={"sky": SKY, "bare": Source(key="bare")},
            assertions=(HOCKEY, PRISONERS, Assertion(id="aid", text="Aid.", sources=("sky",))),
        ),
        Account(key="whitehouse", party="White House", sources={}, assertions=(Assertion(id="iran", text="Iran."),)),
    ),
    decisions=(DECISIONS,),
)
GOOD = {
    "kremlin.yaml": KREMLIN,
    "whitehouse.yaml": WHITEHOUSE,
    "links/kremlin--whitehouse.yaml": LINKS,
    "event.yaml": EVENT,
}


def shown(diagnostics: tuple[Diagnostic, ...]) -> str:
    return "".join(f"{diagnostic}\n" for diagnostic in diagnostics)


def test_load_event__every_key_used__every_value(tmp_path: Path) -> None:
    project(tmp_path, GOOD)
    assert load_event("talks", start=tmp_path) == TALKS


def test_load_event__path_of_a_folder__same_event(tmp_path: Path) -> None:
    assert load_event(project(tmp_path, GOOD), start=Path("/")) == TALKS


def test_load_event__folder_outside_any_project__paths_as_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "talks", {"kremlin.yaml": "account: x\n"})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LoadError, match=r"^talks/kremlin.yaml:1:1: missing key"):
        load_event("talks")


def test_load_event__unknown_name__nearest_suggested(tmp_path: Path) -> None:
    project(tmp_path, GOOD)
    with pytest.raises(UnknownName, match=r'^there is no event "talk"; did you mean "talks"\?$'):
        load_event("talk", start=tmp_path)


def test_load_event__no_project__says_that_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdiff.accounts.load.find_project", lambda start: None)
    with pytest.raises(UnknownName, match=r'^there is no event "talks"; there is none$'):
        load_event("talks", start=tmp_path)


def test_load_event__event_without_head_or_links__no_title(tmp_path: Path) -> None:
    folder = project(tmp_path, {"kremlin.yaml": account()})
    made = load_event(folder)
    assert (made.key, made.title, made.date, made.summary, made.expectations, made.decisions) == (
        "talks", None, None, None, (), (),
    )  # fmt: skip


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "data").iterdir() if path.is_dir()))
def test_read_event_folder__curated_event__no_diagnostic(name: str) -> None:
    found = find_project(ROOT)
    assert found is not None
    result = read_event_folder(found.data / name, project=found)
    assert result.diagnostics == ()
    assert result.event is not None
    assert set(result.accounts) == {item.key for item in result.event.accounts}
    assert set(result.links) == {item.accounts for item in result.event.decisions}


def test_list_events__curated_events__all_folders() -> None:
    found = find_project(ROOT)
    assert found is not None
    assert list_events(found) == tuple(sorted(path.name for path in (ROOT / "data").iterdir() if path.is_dir()))
    assert found.config.event in list_events(found)


FOLDERS: dict[str, Mapping[str, str | bytes]] = {
    "all-files": {
        "event.yaml": "titel: Talks\n",
        "kremlin.yaml": account(more="colour: red\n"),
        "trump.yaml": account("trump").replace("text", "txt"),
        "whitehouse.yaml": "account: [\n",
        "links/kremlin--trump.yaml": "accounts: [trump, kremlin]\n",
        "links/trump--whitehouse.yaml": "- accounts\n",
        "links/kremlin--whitehouse.yaml": "accounts: [kremlin, whitehouse]\nlinks: none\n",
    },
    "file-extension": {
        "kremlin.yml": account(),
        "trump.YAML": account("trump"),
        "links/a--b.yml": "accounts: [a, b]\n",
    },
    "no-accounts": {"event.yaml": "title: Talks\n", "notes.txt": "nothing"},
    "unknown-account": {
        "kremlin.yaml": account(),
        "whitehouse.yaml": account("whitehouse"),
        "links/kremlim--whitehouse.yaml": "accounts: [kremlim, whitehouse]\n",
        "links/kremlin--xi.yaml": "accounts: [kremlin, xi]\n",
    },
    "too-large": {"kremlin.yaml": account() + "#" * (2 * 1024 * 1024)},
    "links-file-name": {"kremlin.yaml": account(), "links/decisions.yaml": "accounts: [kremlin, whitehouse]\n"},
    "links-names-unknown": {
        "kremlin.yaml": account(),
        "whitehouse.yaml": account("whitehouse"),
        "links/decisions.yaml": "links:\n  - {verdict: agree}\n  - none\napart: none\n",
        "links/other.yaml": "apart:\n  - {kremlin: hockey, note: x}\n  - {whitehouse: [hockey], kremlin: [a]}\n",
    },
    "source-missing-is-for-check": {
        "kremlin.yaml": account(more="sources:\n  a: {file: seeds/none.txt}\n"),
        "x.yml": "x",
    },
}


@pytest.mark.parametrize("case", FOLDERS)
def test_read_event_folder__faulty_folder__exact_messages(case: str, tmp_path: Path, golden: Golden) -> None:
    folder = project(tmp_path, FOLDERS[case])
    result = read_event_folder(folder, project=find_project(tmp_path))
    golden(f"folder/{case}.txt", shown(result.diagnostics))
    with pytest.raises(LoadError) as raised:
        loaded(result)
    assert str(raised.value) + "\n" == shown(result.diagnostics)


def test_read_event_folder__only_one_account__other_files_are_not_opened(tmp_path: Path) -> None:
    folder = project(tmp_path, {**GOOD, "trump.yaml": "no mapping", "links/kremlin--trump.yaml": "neither"})
    result = read_event_folder(folder, project=find_project(tmp_path), only=["kremlin", "whitehouse"])
    assert (result.event, result.diagnostics) == (TALKS, ())


def test_account_names__folder__by_its_files(tmp_path: Path) -> None:
    folder = project(tmp_path, {**GOOD, ".hidden.yaml": "", "notes.txt": ""})
    assert account_names(folder) == ("kremlin", "whitehouse")
    assert account_names(folder / "none") == ()


def test_read_event_folder__one_faulty_account__the_others_are_there(tmp_path: Path) -> None:
    folder = project(tmp_path, {**GOOD, "whitehouse.yaml": "account: x\n"})
    event = read_event_folder(folder, project=find_project(tmp_path)).event
    assert event is not None
    assert [item.key for item in event.accounts] == ["kremlin"]
    assert event.decisions == ()


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


def make_folder(path: Path) -> None:
    path.mkdir()


def make_loop(path: Path) -> None:
    path.symlink_to(path.name)


def make_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def make_dangling(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


SPECIAL: dict[str, Callable[[Path], None]] = {
    "fifo": make_fifo,
    "folder": make_folder,
    "loop": make_loop,
    "device": make_device,
    "dangling": make_dangling,
}


@pytest.mark.parametrize("case", SPECIAL)
def test_read_event_folder__special_file__told_without_hanging(case: str, tmp_path: Path, golden: Golden) -> None:
    folder = project(tmp_path, {"kremlin.yaml": account()})
    SPECIAL[case](folder / "trump.yaml")
    result = read_event_folder(folder, project=find_project(tmp_path))
    golden(f"folder/{case}.txt", shown(result.diagnostics))


@pytest.mark.parametrize("case", SPECIAL)
def test_read_event_folder__special_source_file__refused(case: str, tmp_path: Path, golden: Golden) -> None:
    folder = project(tmp_path, {"kremlin.yaml": account(more="sources:\n  a: {file: seeds/a.txt}\n")})
    (tmp_path / "seeds").mkdir()
    SPECIAL[case](tmp_path / "seeds" / "a.txt")
    result = read_event_folder(folder, project=find_project(tmp_path))
    golden(f"folder/source-{case}.txt", shown(result.diagnostics))


def test_read_event_folder__source_link_out_of_the_project__refused(tmp_path: Path, golden: Golden) -> None:
    write(tmp_path, {"secret.txt": "secret"})
    root = tmp_path / "project"
    folder = project(root, {"kremlin.yaml": account(more="sources:\n  a: {file: seeds/a.txt}\n")})
    (root / "seeds").mkdir()
    (root / "seeds" / "a.txt").symlink_to(tmp_path / "secret.txt")
    golden("folder/source-outside.txt", shown(read_event_folder(folder, project=find_project(root)).diagnostics))


def test_read_event_folder__names_that_differ_in_case__told(tmp_path: Path, golden: Golden) -> None:
    folder = project(tmp_path, {"kremlin.yaml": account(), "Kremlin.yaml": account()})
    if len(list(folder.iterdir())) < 2:
        pytest.skip("this file system takes both names for one")
    golden(
        "folder/ambiguous-file-name.txt", shown(read_event_folder(folder, project=find_project(tmp_path)).diagnostics)
    )


def test_read_event_folder__unreadable__told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden) -> None:
    folder = project(tmp_path, {"kremlin.yaml": account()})
    found = find_project(tmp_path)

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    golden("folder/unreadable.txt", shown(read_event_folder(folder, project=found).diagnostics))


def test_read_event_folder__no_such_folder__told(tmp_path: Path, golden: Golden) -> None:
    project(tmp_path, {"kremlin.yaml": account()})
    found = find_project(tmp_path)
    assert found is not None
    result = read_event_folder(found.data / "none", project=found)
    golden("folder/unreadable-folder.txt", shown(result.diagnostics))
    assert result.event is None


def test_load_account__loose_file__name_need_not_fit(tmp_path: Path) -> None:
    write(tmp_path, {"Some Statement.yaml": account("kremlin")})
    made = load_account(tmp_path / "Some Statement.yaml")
    assert made == Account(
        key="kremlin",
        party="Kremlin",
        sources={},
        assertions=(Assertion(id="hockey", text="Something about hockey."),),
    )


def test_load_account__faulty_file__all_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(
        tmp_path, {"a.yaml": "account: a\nparty: A\nsources:\n  s: {file: ../x}\nassertions: [&x {id: a, text: A.}]\n"}
    )
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LoadError) as raised:
        load_account("a.yaml")
    assert [(fault.code, fault.line) for fault in raised.value.diagnostics] == [("source-file", 4), ("anchor", 5)]


def test_read_loose_account__no_such_file__told() -> None:
    result = read_loose_account("nowhere/a.yaml")
    assert [str(fault) for fault in result.diagnostics] == ["nowhere/a.yaml:1:1: no such file [unreadable]"]
    assert (result.account, result.document) == (None, None)


@pytest.mark.parametrize("stream", [io.StringIO(account()), io.BytesIO(account().encode())], ids=["text", "bytes"])
def test_read_account_stream__good_account__loaded(stream: io.StringIO | io.BytesIO) -> None:
    result = read_account_stream(stream)
    assert result.account is not None
    assert result.account.key == "kremlin"
    assert result.document is not None
    assert result.document.path == "<stdin>"


def test_read_account_stream__no_yaml__named_stdin() -> None:
    result = read_account_stream(io.StringIO(""))
    assert str(result.diagnostics[0]).startswith("<stdin>:1:1: the file is empty")


def test_read_account_stream__endless__too_large() -> None:
    with open("/dev/zero", "rb") as stream:  # noqa: PTH123 - a stream is what is tested
        result = read_account_stream(stream)
    assert [fault.code for fault in result.diagnostics] == ["too-large"]
