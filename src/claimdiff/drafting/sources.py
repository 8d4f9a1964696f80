"""Archived source texts and what is known of them: ``seeds/report.txt`` and, beside it, ``seeds/report.yaml``."""

import datetime
import hashlib
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from claimdiff.accounts.document import plain
from claimdiff.accounts.emit import scalar
from claimdiff.accounts.files import read_file
from claimdiff.accounts.model import Source
from claimdiff.accounts.names import as_id
from claimdiff.accounts.project import Project
from claimdiff.accounts.schema import SourceModel
from claimdiff.accounts.yaml import parse

FOLDER = "seeds"


def digest(data: bytes) -> str:
    """Return the SHA-256 digest of an archived text."""
    return hashlib.sha256(data).hexdigest()


def record_yaml(source: Source) -> str:
    """Return the file that keeps what is known of a source."""
    fields = ("publisher", "title", "url", "archive_url", "published", "retrieved", "language", "file", "sha256")
    lines = ["# What is known of a source; claimdiff draft copies it into the accounts that it drafts."]
    for name in fields:
        value = getattr(source, name)
        if isinstance(value, datetime.date):
            lines.append(f"{name}: {value.isoformat()}")
        elif value is not None:
            lines.append(f"{name}: {scalar(value)}")
    return "\n".join(lines) + "\n"


def read_record(path: Path, key: str) -> Source | None:
    """Return what a record beside an archived text says; None where there is none or it is no record."""
    if not path.is_file():
        return None
    document, faults = parse(read_file(path), path.name)
    if document is None or faults:
        return None
    try:
        model = SourceModel.model_validate(plain(document.root))
    except ValidationError:
        return None
    return Source(key=key, **model.model_dump())


def source_of(path: Path, data: bytes, project: Project | None) -> Source:
    """Return the source that a text file is: what its record says, its place in the project, its digest.

    The record lies beside the text, or has its digest. A text whose record names no file is private, and none is named here.
    """
    key = as_id(path.stem)[:40].strip("-") or "source"
    sha256 = digest(data)
    piped = str(path) == "-"
    known = None if piped else read_record(path.with_suffix(".yaml"), key)
    if known is not None:
        return replace(known, file=None if known.file is None else _inside(path, project), sha256=sha256)
    archived = _archived(sha256, project)
    if archived is not None:
        return archived
    return Source(key=key, file=None if piped else _inside(path, project), sha256=sha256)


def _inside(path: Path, project: Project | None) -> str | None:
    """Return a file's path from the project's folder; None where it lies elsewhere."""
    if project is None or not path.resolve().is_relative_to(project.root.resolve()):
        return None
    return path.resolve().relative_to(project.root.resolve()).as_posix()


def _archived(sha256: str, project: Project | None) -> Source | None:
    """Return what the project's records say of a text with this digest, wherever the text itself lies."""
    for path in sorted((project.root / FOLDER).glob("*.yaml")) if project is not None else ():
        known = read_record(path, as_id(path.stem)[:40].strip("-") or "source")
        if known is not None and known.sha256 == sha256:
            return known
    return None
