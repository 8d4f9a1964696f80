"""The command as a person runs it: what is checked, exit codes, mending, baselines, the cache."""

import json
from pathlib import Path

import pytest
from cli.inside import Ran, run_inside

from check.build import TEXT, account, project
from claimdiff.accounts.load import load_event
from claimdiff.accounts.seal import seal_of

SKY = "  sky: {publisher: Sky News, url: 'https://a.example/b', file: seeds/report.txt}\n"
GOOD = account(
    sources=SKY, assertions='  - {id: pause, text: Putin agreed to a pause., source: sky, quote: "30-day pause"}\n'
)
BAD = GOOD.replace("30-day", "40-day")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a project with a sound event and a faulty one."""
    project(tmp_path, {"claimdiff.toml": "", "data/good/kremlin.yaml": GOOD, "data/bad/kremlin.yaml": BAD})
    return tmp_path


def codes(ran: Ran) -> list[str]:
    return [line.rsplit("[", 1)[1].rstrip("]") for line in ran.stdout.splitlines()]


def test_check__no_paths__all_events_and_exit_1(desk: Path) -> None:
    ran = run_inside(desk, "check")
    assert (codes(ran), ran.returncode) == (["quote-not-found"], 1)
    assert ran.stderr == "2 events checked: 1 error\n"


@pytest.mark.parametrize(
    ("name", "code", "events"),
    [
        ("good", 0, 1),
        ("bad", 1, 1),
        ("data/good", 0, 1),
        ("data/good/kremlin.yaml", 0, 1),
        ("data", 1, 2),
        (".", 1, 2),
        ("claimdiff.toml", 1, 2),
        ("seeds/report.txt", 1, 2),
        ("seeds/other.txt", 0, 0),
        ("loose.yaml", 0, 1),
        ("data/good/links", 0, 1),
    ],
)
def test_check__name__its_events(desk: Path, name: str, code: int, events: int) -> None:
    project(desk, {"seeds/other.txt": "x", "loose.yaml": GOOD.replace("source: sky, quote", "source: sky, quote")})
    (desk / "data/good/links").mkdir()
    ran = run_inside(desk, "check", name)
    assert (ran.returncode, ran.stderr.split(" ", 1)[0]) == (code, str(events))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nosuch"], 'there is no event or file "nosuch"'),
        (["goood"], 'did you mean "good"'),
        (["--select", "quote-not-fond"], 'did you mean "quote-not-found"'),
        (["--ignore", "xyzzy"], "no rule"),
        (["--explain", "quote-found"], "did you mean"),
        (["--baseline", "nosuch.json"], "no such file"),
        (["--baseline", "claimdiff.toml"], "it is no baseline"),
        (["--format", "pdf"], "pdf"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_check__wrong_use__exit_2_and_remedy(desk: Path, arguments: list[str], said: str) -> None:
    ran = run_inside(desk, "check", *arguments)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert ran.stdout == ""


def test_check__no_project__exit_2(tmp_path: Path) -> None:
    assert run_inside(tmp_path, "check").returncode == 2


def test_check__folder_of_events_outside_a_project__checked(tmp_path: Path) -> None:
    project(tmp_path, {"x/call/kremlin.yaml": account(), "x/call/links/a--b.yaml": "accounts: [a, b]\n"})
    ran = run_inside(tmp_path, "check", "x")
    assert (codes(ran), ran.returncode) == (["unknown-account", "unknown-account"], 1)


def test_check__empty_folder__exit_2(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run_inside(tmp_path, "check", "empty").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--ignore", "quote-not-found"], 0),
        (["--ignore", "quotes"], 0),
        (["--ignore", "quote-*"], 0),
        (["--select", "sources"], 0),
        (["--select", "all"], 1),
        (["--severity", "error"], 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_check__selection__exit_code(desk: Path, arguments: list[str], code: int) -> None:
    assert run_inside(desk, "check", *arguments).returncode == code


def test_check__settings__severity_and_ignore_hold(desk: Path) -> None:
    (desk / "claimdiff.toml").write_text('[severity]\nquote-not-found = "note"\n', encoding="utf-8")
    ran = run_inside(desk, "check")
    assert (ran.returncode, ": note: " in ran.stdout) == (0, True)
    (desk / "claimdiff.toml").write_text('ignore = ["quotes"]\n', encoding="utf-8")
    assert run_inside(desk, "check").stdout == ""


def test_check__fail_on__its_severity_decides(desk: Path) -> None:
    project(desk, {"data/bad/kremlin.yaml": GOOD.replace("Putin agreed", "He agreed")})
    assert run_inside(desk, "check").returncode == 1
    assert run_inside(desk, "check", "--fail-on", "error").returncode == 0


def test_check__quiet_and_statistics__no_summary(desk: Path) -> None:
    ran = run_inside(desk, "check", "-q", "--statistics")
    assert (ran.stderr, ran.stdout.split()[:3]) == ("", ["1", "error", "quote-not-found"])


def test_check__inside_actions__annotations(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run_inside(desk, "check").stdout.startswith("::error file=data/bad/kremlin.yaml,line=8,")


def test_check__project_in_a_folder_of_a_repository__paths_from_the_repository(desk: Path) -> None:
    (desk / ".git").mkdir()
    project(desk, {"sub/claimdiff.toml": "", "sub/data/call/kremlin.yaml": BAD, "sub/seeds/report.txt": TEXT})
    found = json.loads(run_inside(desk / "sub", "check", "--format", "json").stdout)["diagnostics"]
    assert [entry["path"] for entry in found] == ["sub/data/call/kremlin.yaml"]


def test_check__full_with_output__file_written(desk: Path) -> None:
    ran = run_inside(desk, "check", "--format", "full", "-o", "found.txt")
    assert ran.stdout == ""
    assert "^^^^" in (desk / "found.txt").read_text(encoding="utf-8")


def test_check__explain__page_of_the_rule(desk: Path) -> None:
    assert run_inside(desk, "check", "--explain", "no-url").stdout.startswith(
        "no-url (note, sources)\n\nA source has no"
    )


def test_baseline__written_then_used__only_new_told(desk: Path) -> None:
    assert run_inside(desk, "check", "--write-baseline", "known.json").returncode == 0
    ran = run_inside(desk, "check", "--baseline", "known.json")
    assert (ran.stdout, ran.returncode, ran.stderr) == (
        "",
        0,
        "2 events checked: nothing found (1 more known to the baseline)\n",
    )
    project(desk, {"data/bad/kremlin.yaml": BAD.replace("Putin agreed", "He agreed")})
    (desk / "claimdiff.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert codes(run_inside(desk, "check")) == ["pronoun-opening", "quote-not-found"]


def test_baseline__other_version__exit_2(desk: Path) -> None:
    project(desk, {"known.json": '{"version": 99, "known": {}}'})
    ran = run_inside(desk, "check", "--baseline", "known.json")
    assert (ran.returncode, "version 99" in ran.stderr) == (2, True)


CURLY = account(
    sources=SKY,
    assertions='  - {id: a, text: Trump called., source: sky, quote: "Mr Trump\'s calls"}\n'
    "  - id: b\n    text: They begin.\n    quotes:\n      - {source: sky, quote: 'agreed to begin  negotiations'}\n",
)


def test_diff__typographic_quote__shown_and_not_written(desk: Path) -> None:
    project(desk, {"data/bad/kremlin.yaml": CURLY})
    ran = run_inside(desk, "check", "--diff", "bad")
    assert ran.returncode == 1
    assert '+    quote: "Mr Trump’s calls"' in ran.stdout
    assert (desk / "data/bad/kremlin.yaml").read_text(encoding="utf-8") == CURLY


def test_fix__typographic_quote__source_characters_then_nothing_to_mend(desk: Path) -> None:
    project(desk, {"data/bad/kremlin.yaml": CURLY})
    run_inside(desk, "check", "--fix", "bad")
    mended = (desk / "data/bad/kremlin.yaml").read_text(encoding="utf-8")
    assert "Mr Trump’s calls" in mended
    assert "agreed to begin negotiations" in mended
    assert run_inside(desk, "check", "--diff", "bad").stdout == ""


def test_fix__ids_in_another_form__renamed_wherever_named(desk: Path) -> None:
    files = {
        "kremlin.yaml": account(
            assertions="  - {id: Energy_Pause, text: Putin agreed.}\n  - {id: A B, text: He left.}\n"
        ),
        "whitehouse.yaml": account("whitehouse"),
        "links/kremlin--whitehouse.yaml": (
            "accounts: [kremlin, whitehouse]\nlinks:\n"
            "  - {kremlin: [Energy_Pause], whitehouse: [pause], verdict: agree}\nomitted:\n  - kremlin: [A B]\n"
        ),
        "event.yaml": "expect:\n  - agree: {kremlin: Energy_Pause, whitehouse: pause}\n",
    }
    project(desk, {f"data/bad/{name}": text for name, text in files.items()})
    run_inside(desk, "check", "--fix", "bad")
    texts = "".join((desk / "data/bad" / name).read_text(encoding="utf-8") for name in files)
    assert "Energy_Pause" not in texts
    assert texts.count("energy-pause") == 3
    assert texts.count("a-b") == 2
    assert "wrong-id" not in codes(run_inside(desk, "check", "bad"))


def test_fix__sources_in_another_form__renamed_wherever_named(desk: Path) -> None:
    files = account(
        sources="  Sky_News: {publisher: Sky News, file: seeds/report.txt}\n  'A B': {publisher: The Paper}\n",
        assertions="  - {id: a, text: They talked., source: Sky_News, quote: calls}\n"
        "  - id: b\n    text: They begin.\n    quotes:\n      - {source: 'A B', quote: begin}\n      - source: Sky_News\n",
    )
    project(desk, {"data/bad/kremlin.yaml": files})
    ran = run_inside(desk, "check", "--fix", "bad")
    mended = (desk / "data/bad/kremlin.yaml").read_text(encoding="utf-8")
    assert (mended.count("sky-news"), mended.count("a-b"), "wrong-id" in codes(ran)) == (3, 2, False)
    assert ran.stderr.startswith("data/bad/kremlin.yaml: mended\n")


@pytest.mark.parametrize("stale", [False, True])
def test_fix__quotes_of_sealed_decisions__what_was_in_force_stays_so(desk: Path, stale: bool) -> None:
    project(
        desk,
        {
            "data/bad/kremlin.yaml": CURLY,
            "data/bad/whitehouse.yaml": account("whitehouse", assertions="  - {id: pause, text: Putin agreed.}\n"),
        },
    )
    kremlin, whitehouse = load_event(desk / "data" / "bad").accounts
    seals = [seal_of(kremlin.assertions, whitehouse.assertions), seal_of(kremlin.assertions[:1], ())]
    both, one = ["3f9a1c2e", "3f9a1c2e"] if stale else seals
    decisions = (
        "accounts: [kremlin, whitehouse]\nlinks:\n"
        f"  - {{kremlin: [a, b], whitehouse: [pause], verdict: agree, seal: '{both}'}}\n"
        f"omitted:\n  - {{kremlin: [a], seal: '{one}'}}\n"
    )
    project(desk, {"data/bad/links/kremlin--whitehouse.yaml": decisions})
    stale_codes = ["stale-decision"] * (2 if stale else 0)
    assert codes(run_inside(desk, "check", "bad", "--select", "stale-decision")) == stale_codes
    run_inside(desk, "check", "--fix", "bad")
    assert load_event(desk / "data" / "bad").accounts[0].assertions != kremlin.assertions
    assert codes(run_inside(desk, "check", "bad", "--select", "stale-decision")) == stale_codes


def test_fix__right_form_is_taken__left_alone(desk: Path) -> None:
    twice = account(assertions="  - {id: A-B, text: Putin agreed.}\n  - {id: a-b, text: Putin left.}\n")
    project(desk, {"data/bad/kremlin.yaml": twice})
    run_inside(desk, "check", "--fix", "bad")
    assert "A-B" in (desk / "data/bad/kremlin.yaml").read_text(encoding="utf-8")


def test_cache__nothing_changed__same_without_reading_again(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run_inside(desk, "check", "--format", "full")
    assert len(list((desk / ".claimdiff_cache").glob("*.json"))) == 2
    monkeypatch.setattr("claimdiff.check.run.check_loaded", None)
    assert run_inside(desk, "check", "--format", "full") == first
    assert run_inside(desk, "check", "--no-cache").returncode == 70


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("data/bad/kremlin.yaml", GOOD, id="account"),
        pytest.param("seeds/report.txt", TEXT.replace("30-day pause", "30-day pause and a 40-day pause"), id="source"),
        pytest.param("data/bad/other.yaml", "nonsense: 1\n", id="new-file"),
        pytest.param("claimdiff.toml", 'ignore = ["quotes"]\n', id="settings"),
    ],
)
def test_cache__something_changed__checked_again(desk: Path, name: str, text: str) -> None:
    first = run_inside(desk, "check")
    project(desk, {name: text} if name == "seeds/report.txt" else {name: text, "seeds/report.txt": TEXT})
    assert run_inside(desk, "check").stdout != first.stdout
    assert run_inside(desk, "check").stdout == run_inside(desk, "check", "--no-cache").stdout


def test_cache__broken_entries__ignored(desk: Path) -> None:
    first = run_inside(desk, "check")
    for text in ("", "[]", '{"digest": 1}', "\udcff"):
        for entry in (desk / ".claimdiff_cache").glob("*.json"):
            entry.write_bytes(text.encode("utf-8", "surrogateescape"))
        assert run_inside(desk, "check") == first


def test_many_events__several_processes__same_as_one(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(desk, {f"data/e{n}/kremlin.yaml": BAD if n % 3 else GOOD for n in range(50)})
    several = run_inside(desk, "check", "--no-cache")
    monkeypatch.setattr("claimdiff.check.work.WORTH_IT", 1000)
    assert run_inside(desk, "check", "--no-cache") == several
    assert several.stdout.count("quote-not-found") == 34


def test_archive__many_texts__only_the_last_kept(tmp_path: Path) -> None:
    from claimdiff.check.subject import Archive

    project(tmp_path, {f"seeds/{n}.txt": str(n) for n in range(Archive.MOST + 5)})
    archive = Archive(tmp_path)
    for n in range(Archive.MOST + 5):
        archive.get(f"seeds/{n}.txt")
    assert len(archive._known) == Archive.MOST
