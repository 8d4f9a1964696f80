"""A server on the loopback interface that speaks the chat-completions protocol as far as it is asked to."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Scripted:
    """The answers in order: a text is a good reply, a number a status, ``hang`` no answer, a dict the body as it is."""

    answers: list[Any]
    url: str = ""
    seen: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)


@contextmanager
def serving(*answers: Any) -> Iterator[Scripted]:
    script = Scripted(answers=list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            script.seen.append({"path": self.path, **body})
            script.keys.append(self.headers.get("authorization"))
            answer = script.answers.pop(0) if script.answers else 500
            if answer == "hang":
                time.sleep(1.5)
                return
            status = 200
            reply: dict[str, Any]
            more: dict[str, str] = {}
            if isinstance(answer, tuple):
                answer, more = answer
            if isinstance(answer, int):
                status, reply = answer, {"error": {"message": "\x1b[31mno"}}
            elif isinstance(answer, dict):
                reply = answer
            else:
                reply = {
                    "id": "x", "object": "chat.completion", "created": 0, "model": "m",
                    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": answer}}],
                    "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
                }  # fmt: skip
            raw = json.dumps(reply).encode()
            self.send_response(status)
            headers = {"content-type": "application/json", "content-length": str(len(raw)), **more}
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    script.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
