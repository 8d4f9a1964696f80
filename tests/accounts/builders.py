"""Short ways to build files and projects for the tests of this room."""

from collections.abc import Mapping
from pathlib import Path


def account(name: str = "kremlin", *, more: str = "", id: str = "hockey") -> str:  # noqa: A002 - the key's name
    """Return the least account there can be, with further top-level lines before its assertions."""
    return f"account: {name}\nparty: {name.title()}\n{more}assertions:\n  - id: {id}\n    text: Something about {id}.\n"


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder; return the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return folder


def project(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a project with one event ``data/talks``; return the event's folder."""
    write(root, {"claimdiff.toml": 'event = "talks"\n'})
    return write(root / "data" / "talks", files)
