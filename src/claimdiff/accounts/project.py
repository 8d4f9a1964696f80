"""Find the project that a folder belongs to, and its settings."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from claimdiff.accounts.diagnostic import Diagnostic, LoadError, Severity, in_order
from claimdiff.accounts.faults import validate
from claimdiff.accounts.files import FileFault, read_file
from claimdiff.accounts.rules import Misfit

CONFIG = "claimdiff.toml"
_PYPROJECT = "pyproject.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The project's settings; paths are from its folder."""

    data: str = "data"
    event: str | None = None
    lexicon: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))
    ignore: tuple[str, ...] = ()
    baseline: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder with events; ``file`` is where its settings are, None where there are none."""

    root: Path
    file: Path | None = None
    config: Config = field(default_factory=Config)

    @property
    def data(self) -> Path:
        """Return the folder that holds the events."""
        return self.root / self.config.data

    def shown(self, path: Path) -> str:
        """Return a path as messages name it: from the project's folder, with slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)


def find_project(start: Path) -> Project | None:
    """Return the project that ``start`` lies in, or None; raise LoadError where its settings are faulty.

    Going up from ``start``, the first folder with ``claimdiff.toml`` or with ``[tool.claimdiff]`` in ``pyproject.toml`` is its
    root; where there is none, the first with a folder ``data`` that holds events.
    """
    here = start.resolve()
    folders = [here, *here.parents]
    for folder in folders:
        project = _configured(folder)
        if project is not None:
            return project
    return next((Project(root=folder) for folder in folders if _has_events(folder / "data")), None)


def list_events(project: Project) -> tuple[str, ...]:
    """Return the names of the project's events in alphabetical order: the data folders that hold YAML files."""
    try:
        return tuple(sorted(folder.name for folder in project.data.iterdir() if _is_event(folder)))
    except OSError:
        return ()


def load_config(path: Path, *, shown: str | None = None) -> Config | None:
    """Return the settings in a TOML file, None where it has none; raise LoadError where they are faulty.

    ``shown`` is what messages call the file.
    """
    name = shown or path.name
    try:
        text = read_file(path).decode("utf-8")
        table = tomllib.loads(text)
    except FileFault as fault:
        raise LoadError([Diagnostic(path=name, line=1, column=1, code=fault.code, message=str(fault))]) from fault
    except UnicodeDecodeError as error:
        raise LoadError(
            [Diagnostic(path=name, line=1, column=1, code="encoding", message="not UTF-8; save it as UTF-8")]
        ) from error
    except RecursionError as error:
        message = "not TOML: nested too deeply"
        raise LoadError([Diagnostic(path=name, line=1, column=1, code="config", message=message)]) from error
    except tomllib.TOMLDecodeError as error:
        raise LoadError([_toml_fault(name, text, str(error))]) from error
    section = "tool.claimdiff" if path.name == _PYPROJECT else ""
    settings: Any = table
    for key in section.split(".") if section else ():
        settings = settings.get(key)
        if not isinstance(settings, dict):
            return None
    model, misfits = validate("config", settings)
    if model is None:
        raise LoadError(in_order(_diagnostic(name, text, misfit) for misfit in misfits))
    return Config(
        data=model.data,
        event=model.event,
        lexicon=model.lexicon,
        severity=MappingProxyType(dict(model.severity or {})),
        ignore=model.ignore,
        baseline=model.baseline,
    )


def _configured(folder: Path) -> Project | None:
    for name in (CONFIG, _PYPROJECT):
        path = folder / name
        if not path.is_file() or (name == _PYPROJECT and not _mentions_us(path)):
            continue
        config = load_config(path)
        if config is not None:
            return Project(root=folder, file=path, config=config)
    return None


def _mentions_us(path: Path) -> bool:
    """Tell whether a pyproject.toml may hold our settings: faults in those of others are not ours to tell."""
    try:
        return b"claimdiff" in read_file(path)
    except FileFault:
        return False


def _has_events(data: Path) -> bool:
    try:
        return data.is_dir() and any(_is_event(folder) for folder in data.iterdir())
    except OSError:
        return False


def _is_event(folder: Path) -> bool:
    if folder.name.startswith(".") or not folder.is_dir():
        return False
    try:
        return any(path.suffix in (".yaml", ".yml") for path in folder.iterdir())
    except OSError:
        return True  # not readable: reading it will say so


def _toml_fault(name: str, text: str, error: str) -> Diagnostic:
    match = re.search(r" \(at line (\d+), column (\d+)\)$", error)
    line, column = (int(match[1]), int(match[2])) if match else (text.count("\n") + 1, 1)
    said = error[: match.start()] if match else error.removesuffix(" (at end of document)")
    message = f"not TOML: {said[:1].lower()}{said[1:]}"
    return Diagnostic(path=name, line=line, column=column, code="config", message=message)


def _diagnostic(name: str, text: str, misfit: Misfit) -> Diagnostic:
    """Return the diagnostic of a misfit; TOML comes without positions, so its key is looked for."""
    keys = [str(step) for step in misfit.path if isinstance(step, str)]
    found = re.search(rf"^[ \t]*\[?(?:[\w.]+\.)?[\"']?({re.escape(keys[-1])})\b", text, re.MULTILINE) if keys else None
    start = found.start(1) if found else 0
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Diagnostic(path=name, line=line, column=column, code=misfit.code, message=misfit.message)
