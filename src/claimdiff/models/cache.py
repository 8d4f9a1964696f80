"""Replies kept by what was asked: the same question to the same model costs nothing the second time."""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimdiff.accounts.write import write_atomic


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a model answered, and the tokens that it counted, None where it did not say."""

    text: str
    tokens_in: int | None = None
    tokens_out: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cache:
    """Replies in a folder, one file each, named by a digest of the model and the messages."""

    folder: Path

    def get(self, model: str, messages: list[dict[str, str]]) -> Reply | None:
        """Return the reply to these messages, None where there is none that can be read."""
        try:
            data: Any = json.loads(self._path(model, messages).read_text(encoding="utf-8"))
            return Reply(text=str(data["text"]), tokens_in=data.get("tokens_in"), tokens_out=data.get("tokens_out"))
        except (OSError, ValueError, KeyError, AttributeError, TypeError):
            return None

    def put(self, model: str, messages: list[dict[str, str]], reply: Reply) -> None:
        """Keep a reply; a folder that cannot be written to is no reason to fail."""
        data = {
            "model": model,
            "text": reply.text,
            "tokens_in": reply.tokens_in,
            "tokens_out": reply.tokens_out,
        }
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            write_atomic(self._path(model, messages), json.dumps(data, ensure_ascii=True, indent=1) + "\n")

    def _path(self, model: str, messages: list[dict[str, str]]) -> Path:
        asked = json.dumps([model, messages], ensure_ascii=True, sort_keys=True)
        return self.folder / f"{hashlib.sha256(asked.encode('ascii')).hexdigest()}.json"
