"""Ask a language model through any server that speaks the OpenAI chat-completions protocol."""

import ipaddress
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Protocol
from urllib.parse import urlsplit

from claimdiff.display import quoted
from claimdiff.models.cache import Cache, Reply
from claimdiff.models.prompt import AGAIN
from claimdiff.models.reply import NoJsonError, parse_reply
from claimdiff.models.vectors import MissingModel

TRIES = 4
"""How often a request is made that meets a limit, a fault of the server or no answer in time."""
LONGEST_WAIT = 60.0
_TRANSIENT = frozenset({408, 409, 425, 429})


class ModelFailed(Exception):  # noqa: N818 - it names what happened
    """No reply could be had, or none that can be read; the message is one sentence."""


class Question(Protocol):
    """What a model is asked, and the form of its reply: a JSON object that has a list under one key."""

    @property
    def messages(self) -> list[dict[str, str]]:
        """Return the messages in the form of the chat-completions protocol."""

    @property
    def key(self) -> str:
        """Return the key of the list that a reply has."""

    @property
    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of a reply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where a model is asked. ``sleep`` waits, ``tell`` says to the person what is waited for."""

    base_url: str
    model: str
    key: str | None = None
    timeout: float = 300.0
    cache: Cache | None = None
    sleep: Callable[[float], None] = field(repr=False)
    tell: Callable[[str], None] = field(repr=False)

    @property
    def host(self) -> str:
        """Return the name of the machine."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def is_here(self) -> bool:
        """Tell whether the server is on this machine, so that nothing leaves it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The raw entries of a reply. ``asked`` counts the requests that were made; 0 where it was kept from before."""

    entries: tuple[Any, ...]
    asked: int
    tokens_in: int
    tokens_out: int


def cached_answer(server: Server, question: Question) -> Answer | None:
    """Return the answer that is kept from before, without asking anybody; None where there is none."""
    kept = server.cache.get(server.model, question.messages) if server.cache else None
    if kept is None:
        return None
    try:
        entries = parse_reply(kept.text, question.key)
    except NoJsonError:
        return None
    return Answer(entries=tuple(entries), asked=0, tokens_in=0, tokens_out=0)


def ask(server: Server, question: Question) -> Answer:
    """Return what the model answers; a reply that is no JSON is asked for once more, with what was wrong with it.

    Raise MissingModel where the package ``openai`` is not there, ModelFailed where no reply can be had.
    """
    kept = cached_answer(server, question)
    if kept is not None:
        return kept
    messages = question.messages
    used = [0, 0]
    for asked in (1, 2):
        reply = _Asker(server).reply(messages, question)
        used = [used[0] + (reply.tokens_in or 0), used[1] + (reply.tokens_out or 0)]
        try:
            entries = parse_reply(reply.text, question.key)
        except NoJsonError as error:
            fault = str(error)
            messages = [
                *question.messages,
                {"role": "assistant", "content": reply.text[:10_000]},
                {"role": "user", "content": AGAIN.format(error=fault)},
            ]
            continue
        if server.cache is not None:
            server.cache.put(server.model, question.messages, replace(reply, tokens_in=used[0], tokens_out=used[1]))
        return Answer(entries=tuple(entries), asked=asked, tokens_in=used[0], tokens_out=used[1])
    message = f"the model's reply cannot be read, twice: {fault}"
    raise ModelFailed(message)


class _Asker:
    """Makes requests, with back-off where a server asks for patience."""

    def __init__(self, server: Server) -> None:
        try:
            import openai
        except ImportError as error:
            message = "asking a language model needs an optional part: pip install 'claimdiff[llm]'"
            raise MissingModel(message) from error
        self._server, self._openai = server, openai
        # No redirects: a server on this machine must not send the texts on. No proxy between us and this machine.
        http = openai.DefaultHttpxClient(follow_redirects=False, trust_env=not server.is_here)
        self._client = openai.OpenAI(
            base_url=server.base_url,
            api_key=server.key or "none",
            timeout=server.timeout,
            max_retries=0,
            http_client=http,
        )

    def reply(self, messages: list[dict[str, str]], question: Question) -> Reply:
        """Return the reply to the messages, asked for in the form that the question says."""
        schema: dict[str, Any] | None = question.schema
        with self._client:
            for tried in range(1, TRIES + 1):
                try:
                    return self._request(messages, name=question.key, schema=schema)
                except self._openai.BadRequestError as error:
                    if schema is None:
                        raise ModelFailed(self._refusal(error)) from error
                    schema = None  # some servers know no schema for replies
                except self._openai.APIStatusError as error:
                    if error.status_code not in _TRANSIENT and error.status_code < 500:
                        raise ModelFailed(self._refusal(error)) from error
                    self._wait(tried, f"the server says {error.status_code}", _asked_wait(error), error)
                except self._openai.APITimeoutError as error:
                    self._wait(tried, f"no answer in {self._server.timeout:g} seconds", None, error)
                except self._openai.APIConnectionError as error:
                    self._wait(tried, f"no connection to {self._server.host}", None, error)
                except (self._openai.OpenAIError, json.JSONDecodeError) as error:
                    message = f"the answer of {self._server.host} is not of the chat-completions protocol"
                    raise ModelFailed(message) from error
        message = f"{self._server.host} refused the request"
        raise ModelFailed(message)

    def _request(self, messages: list[dict[str, str]], *, name: str, schema: dict[str, Any] | None) -> Reply:
        form = {"type": "json_schema", "json_schema": {"name": name, "strict": True, "schema": schema}}
        more: dict[str, Any] = {"response_format": form} if schema is not None else {}
        done: Any = self._client.chat.completions.create(
            model=self._server.model,
            messages=messages,  # type: ignore[arg-type]
            temperature=0,
            **more,
        )
        try:
            text = done.choices[0].message.content or ""
            usage = done.usage
        except (AttributeError, IndexError, TypeError) as error:
            message = f"the answer of {self._server.host} is not of the chat-completions protocol"
            raise ModelFailed(message) from error
        return Reply(
            text=str(text), tokens_in=_count(usage, "prompt_tokens"), tokens_out=_count(usage, "completion_tokens")
        )

    def _wait(self, tried: int, why: str, seconds: float | None, error: Exception) -> None:
        if tried == TRIES:
            message = f"{why}, {TRIES} times; nothing was changed"
            raise ModelFailed(message) from error
        pause = min(LONGEST_WAIT, seconds if seconds is not None else 2.0 ** (tried - 1))
        self._server.tell(f"{why}; trying again in {pause:g} s")
        self._server.sleep(pause)

    def _refusal(self, error: Any) -> str:
        return f"{self._server.host} refuses the request ({error.status_code}): {quoted(str(error), limit=200)}"


def _asked_wait(error: Any) -> float | None:
    """Return the seconds that a server asks to wait, None where it does not say."""
    try:
        return max(0.0, float(error.response.headers.get("retry-after")))
    except (AttributeError, TypeError, ValueError):
        return None


def _count(usage: Any, name: str) -> int | None:
    value = getattr(usage, name, None)
    return value if isinstance(value, int) else None
