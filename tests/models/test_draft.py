"""``claimdiff draft --with llm`` as a person runs it, against a server that the test starts."""

import json
import os
from pathlib import Path

import pytest
from review.project import run

from claimdiff.accounts.load import load_event
from models.server import serving

NEWS = "Acme said prices will fall.\nThe union said wages fall too.\nIt rained.\n"
ENTRIES = [
    {"party": "Acme", "speaker": "Acme", "text": "Prices will fall.", "quote": "prices will fall", "voice": "reported"},
    {"party": "Union", "speaker": "the union", "text": "Wages fall.", "quote": "wages fall too", "voice": "reported"},
    {"party": "Acme", "speaker": "Acme", "text": "Prices rise.", "quote": "prices rise", "voice": "direct"},
]
GOOD = json.dumps({"assertions": ENTRIES})
DROPPED = f"dropped, its quote does not stand in the source: {json.dumps(ENTRIES[2])}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "claimdiff.toml").touch()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "seeds" / "news.txt").write_text(NEWS, encoding="utf-8")
    return tmp_path


def asking(project: Path, url: str, *more: str) -> tuple[str, ...]:
    cache = str(project / "replies")
    return ("draft", "seeds/news.txt", "--with", "llm", "--model", "small", "--base-url", url, "--cache", cache, *more)


def test_draft__llm_on_this_machine__accounts_of_what_the_source_bears_out(project: Path) -> None:
    with serving(GOOD) as script:
        done = run(project, *asking(project, script.url, "--event", "talks", "--date", "2025-03-18"))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "asking small at 127.0.0.1: nothing leaves this machine\n1 request, 100 tokens in, 20 tokens out\n" + DROPPED +
        "data/talks/acme.yaml: 1 assertion drafted\ndata/talks/union.yaml: 1 assertion drafted\n"
        "data/talks/unassigned/news.yaml: what was drafted for nobody\n3 sentences: 2 drafted, 1 unassigned\n"
    )  # fmt: skip
    event = load_event(project / "data" / "talks")
    assert [[(a.text, q.quote) for a in account.assertions for q in a.quotes] for account in event.accounts] == [
        [("Prices will fall.", "prices will fall")],
        [("Wages fall.", "wages fall too")],
    ]
    assert "Check the text, which a model wrote" in (project / "data/talks/acme.yaml").read_text(encoding="utf-8")


def test_draft__llm__only_the_source_and_the_rules_go_out(project: Path) -> None:
    (project / "seeds" / "other.txt").write_text("A secret.", encoding="utf-8")
    with serving(GOOD) as script:
        run(project, *asking(project, script.url, "--party", "Acme"), OPENAI_API_KEY="sk-secret")
        (seen,) = script.seen
    assert script.keys == ["Bearer none"]
    assert (seen["temperature"], seen["response_format"]["json_schema"]["name"]) == (0, "assertions")
    sent = json.dumps(seen)
    assert (json.dumps(NEWS)[1:-1] in sent, "secret" in sent, str(project) in sent) == (True, False, False)


def test_draft__llm_a_second_time__costs_nothing_and_gives_the_same_bytes(project: Path) -> None:
    with serving(GOOD) as script:
        first, second = (run(project, *asking(project, script.url)) for _ in range(2))
        assert len(script.seen) == 1
    assert first.stdout.count("- id: ") == 2
    assert second.stdout == first.stdout
    assert second.stderr.startswith("the reply was kept from before: 0 requests, 0 tokens in, 0 tokens out\n")


def test_draft__llm_long_source__in_several_requests(project: Path) -> None:
    long = NEWS + "The weather was as it had been all week in the whole of the country.\n" * 700
    (project / "seeds" / "news.txt").write_text(long, encoding="utf-8")
    with serving(GOOD, '{"assertions": []}') as script:
        done = run(project, *asking(project, script.url))
        sizes = [len(seen["messages"][1]["content"]) for seen in script.seen]
    assert "2 requests, 200 tokens in, 40 tokens out\n" in done.stderr
    assert (done.stdout.count("- id: "), max(sizes) < 41_000, len(sizes)) == (2, True, 2)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (("no", "still no"), "the model's reply cannot be read, twice: there is no JSON object in it"),
        (('{"links": []}', "no"), "the model's reply cannot be read, twice: there is no JSON object in it"),
        ((401,), 'refuses the request (401): "Error code: 401'),
    ],
)
def test_draft__llm_fails__nothing_is_written(project: Path, answers: tuple[object, ...], told: str) -> None:
    with serving(*answers) as script:
        done = run(project, *asking(project, script.url, "--event", "talks"))
    assert (done.returncode, done.stdout, told in done.stderr) == (2, "", True)
    assert list((project / "data").iterdir()) == []


def test_draft__server_outside__sends_nothing_unasked(project: Path) -> None:
    done = run(project, *asking(project, "http://model.invalid/v1"))
    assert (done.returncode, done.stdout) == (2, "")
    told, last = done.stderr.splitlines()
    assert (
        told.startswith("the text of seeds/news.txt, "),
        told.endswith(" go to model.invalid over the network"),
    ) == (
        True,
        True,
    )
    assert last == "claimdiff: nothing was sent: add --yes to agree without being asked"


def test_draft__reply_that_would_act__names_files_of_its_own_only(project: Path) -> None:
    parties = ["../../evil", "Event", "verdict", "\x1b[2J", "\u202eparty", "/etc/passwd", "A" * 900]
    entries = [{**ENTRIES[0], "party": party} for party in parties]
    with serving(json.dumps({"assertions": entries})) as script:
        done = run(project, *asking(project, script.url, "--event", "talks"))
    assert done.returncode == 0
    assert "\x1b" not in done.stderr
    assert done.stderr.count("dropped, its party cannot stand in an account: ") == 2
    names = sorted(path.name for path in (project / "data" / "talks").iterdir())
    assert names == [
        f"{'a' * 60}.yaml", "etc-passwd.yaml", "event-party.yaml", "evil.yaml", "unassigned", "verdict-party.yaml",
    ]  # fmt: skip
    assert len(load_event(project / "data" / "talks").accounts) == 5
    assert sorted(path.name for path in project.iterdir()) == ["claimdiff.toml", "data", "replies", "seeds"]


def test_draft__no_package__says_what_to_install(project: Path) -> None:
    hidden = project / "hidden"
    hidden.mkdir()
    (hidden / "openai.py").write_text("raise ImportError('hidden')")
    done = run(project, *asking(project, "http://127.0.0.1:1/v1"), PYTHONPATH=f"{hidden}{os.pathsep}")
    assert done.stderr.endswith(
        "claimdiff: asking a language model needs an optional part: pip install 'claimdiff[llm]'\n"
    )
