"""What the commands share that make files: never over one that exists, asking only at a terminal."""

import re
import sys
from pathlib import Path

from claimdiff.accounts.model import Source
from claimdiff.accounts.project import Project
from claimdiff.cli.errors import CannotGoOn


def create(path: Path, text: str) -> None:
    """Write a file that does not exist yet, with the folders it lies in; CannotGoOn where it exists."""
    from claimdiff.accounts.write import write_atomic

    if path.exists() or path.is_symlink():
        raise CannotGoOn(f"{path} exists already; it is left as it is")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, text)


def prompted(value: str | None, question: str) -> str | None:
    """Return the value, asking for it where it is missing and a person sits at a terminal; nothing typed is None."""
    if value is not None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return value
    import questionary

    answer = questionary.text(question).ask()
    if answer is None:
        raise KeyboardInterrupt
    return answer.strip() or None


def schema_path(project: Project, folder: Path, kind: str) -> str | None:
    """Return the path from ``folder`` to the project's JSON Schema, None where the project has none."""
    up = "../" * len(folder.relative_to(project.root).parts)
    for name in ("schema", "docs/schema"):
        if (project.root / name / f"{kind}.schema.json").is_file():
            return f"{up}{name}/{kind}.schema.json"
    return None


def known_source(project: Project, name: str | None) -> Source | None:
    """Return the archived text of that name as a source, with what its record says; None where none is named."""
    if name is None:
        return None
    from claimdiff.accounts.files import MAX_SOURCE_BYTES, FileFault, read_file, source_path
    from claimdiff.drafting.sources import source_of

    try:
        path = source_path(project.root, name)
        return source_of(path, read_file(path, limit=MAX_SOURCE_BYTES), project)
    except FileFault as fault:
        raise CannotGoOn(f"{name}: {fault}") from fault


def stem_of(text: str) -> str:
    """Return a file's stem made of a title: lower case, hyphens, at most 60 characters."""
    from claimdiff.accounts.names import as_id

    return re.sub("-+$", "", as_id(text)[:60]) or "source"
