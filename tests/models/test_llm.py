import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from factories import account

from claimdiff.models.cache import Cache, Reply
from claimdiff.models.llm import ModelFailed, Server, ask, cached_answer
from claimdiff.models.prompt import prompts
from claimdiff.models.vectors import MissingModel
from models.server import serving

LINK = {"left": ["a1"], "right": ["a1"], "verdict": "agree", "facets": [], "differences": []}
GOOD = json.dumps({"links": [LINK]})
(PROMPT,) = prompts(account("east", "One."), account("west", "Uno."))

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


class Waits(list[float]):
    """Takes the place of sleeping."""

    told: list[str]

    def __init__(self) -> None:
        super().__init__()
        self.told = []


def server(url: str, waits: Waits | None = None, cache: Path | None = None, key: str | None = None) -> Server:
    noted = waits if waits is not None else Waits()
    return Server(
        base_url=url, model="m", timeout=0.5, key=key, cache=Cache(folder=cache) if cache else None, sleep=noted.append,
        tell=noted.told.append,
    )  # fmt: skip


def test_ask__good_reply__links_and_tokens() -> None:
    with serving(GOOD) as script:
        answer = ask(server(script.url), PROMPT)
    assert (answer.entries, answer.asked, answer.tokens_in, answer.tokens_out) == ((LINK,), 1, 100, 20)
    (seen,) = script.seen
    assert (seen["path"], seen["temperature"], seen["messages"]) == ("/v1/chat/completions", 0, PROMPT.messages)
    assert seen["response_format"]["type"] == "json_schema"
    assert script.keys == ["Bearer none"]


def test_ask__key_given__sent() -> None:
    with serving(GOOD) as script:
        ask(server(script.url, key="secret"), PROMPT)
    assert script.keys == ["Bearer secret"]


def test_ask__bad_json__asked_once_more_with_the_error() -> None:
    with serving("I would say so.", f"```\n{GOOD}\n```") as script:
        answer = ask(server(script.url), PROMPT)
    assert (answer.entries, answer.asked, answer.tokens_in) == ((LINK,), 2, 200)
    assert [message["role"] for message in script.seen[1]["messages"]] == ["system", "user", "assistant", "user"]
    assert "there is no JSON object in it" in script.seen[1]["messages"][-1]["content"]


def test_ask__bad_json_twice__failed() -> None:
    with serving("no", "no") as script, pytest.raises(ModelFailed, match="cannot be read, twice"):
        ask(server(script.url), PROMPT)


def test_ask__limit_and_fault__waits_longer_each_time() -> None:
    waits = Waits()
    with serving((429, {"retry-after": "7"}), 500, 503, GOOD) as script:
        assert ask(server(script.url, waits), PROMPT).entries == (LINK,)
    assert list(waits) == [7.0, 2.0, 4.0]
    assert waits.told[0] == "the server says 429; trying again in 7 s"


def test_ask__server_asks_for_an_hour__a_minute_is_enough() -> None:
    waits = Waits()
    with serving((429, {"retry-after": "3600"}), GOOD) as script:
        ask(server(script.url, waits), PROMPT)
    assert list(waits) == [60.0]


def test_ask__always_a_fault__failed_after_four() -> None:
    with serving(500, 500, 500, 500, GOOD) as script, pytest.raises(ModelFailed, match="the server says 500, 4 times"):
        ask(server(script.url), PROMPT)
    assert len(script.seen) == 4


def test_ask__hang__tried_again() -> None:
    waits = Waits()
    with serving("hang", GOOD) as script:
        assert ask(server(script.url, waits), PROMPT).entries == (LINK,)
    assert waits.told == ["no answer in 0.5 seconds; trying again in 1 s"]


def test_ask__nobody_there__failed() -> None:
    with serving() as script:
        url = script.url
    with pytest.raises(ModelFailed, match=r"no connection to 127\.0\.0\.1, 4 times"):
        ask(server(url), PROMPT)


def test_ask__server_knows_no_schema__asked_without() -> None:
    with serving(400, GOOD) as script:
        assert ask(server(script.url), PROMPT).entries == (LINK,)
    assert ["response_format" in seen for seen in script.seen] == [True, False]


@pytest.mark.parametrize("answers", [(401,), (400, 400), (404,)])
def test_ask__refused__one_safe_sentence(answers: tuple[int, ...]) -> None:
    with serving(*answers) as script, pytest.raises(ModelFailed) as caught:
        ask(server(script.url), PROMPT)
    assert str(caught.value).startswith(f"127.0.0.1 refuses the request ({answers[-1]})")
    assert "\x1b" not in str(caught.value)


def test_ask__redirected__not_followed() -> None:
    with serving(GOOD) as other, serving((302, {"location": f"{other.url}/chat/completions"})) as script:
        with pytest.raises(ModelFailed):
            ask(server(script.url), PROMPT)
        assert other.seen == []


@pytest.mark.parametrize("body", [{"choices": []}, {"odd": 1}, {"choices": [{"message": None}]}])
def test_ask__another_protocol__failed(body: dict[str, object]) -> None:
    with serving(body) as script, pytest.raises(ModelFailed, match="not of the chat-completions protocol"):
        ask(server(script.url), PROMPT)


def test_ask__second_time__from_the_cache_without_a_request(tmp_path: Path) -> None:
    with serving(GOOD) as script:
        here = server(script.url, cache=tmp_path / "replies")
        assert cached_answer(here, PROMPT) is None
        first, second = ask(here, PROMPT), ask(here, PROMPT)
        assert len(script.seen) == 1
    assert (second.entries, second.asked, second.tokens_in) == (first.entries, 0, 0)
    assert cached_answer(replace(here, model="another"), PROMPT) is None


def test_cached_answer__torn_or_useless__not_there(tmp_path: Path) -> None:
    here = server("http://127.0.0.1:1/v1", cache=tmp_path)
    assert here.cache is not None
    here.cache.put("m", PROMPT.messages, Reply(text="no"))
    assert cached_answer(here, PROMPT) is None
    (path,) = tmp_path.iterdir()
    path.write_text("{")
    assert cached_answer(here, PROMPT) is None


def test_cache__folder_cannot_be_made__no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Cache(folder=tmp_path / "file" / "x").put("m", [], Reply(text="no"))


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://localhost:11434/v1", True),
        ("http://127.8.9.1/v1", True),
        ("http://[::1]:80/v1", True),
        ("http://localhost.example/v1", False),
        ("https://api.openai.com/v1", False),
        ("http://10.0.0.1/v1", False),
        ("http:///v1", False),
    ],
)
def test_is_here__only_this_machine(url: str, here: bool) -> None:
    assert server(url).is_here is here


def test_ask__package_missing__says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(MissingModel, match=r"pip install 'claimdiff\[llm\]'"):
        ask(server("http://127.0.0.1:1/v1"), PROMPT)
