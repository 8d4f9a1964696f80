"""What ``claimdiff check`` is made of: from options to rules, from names to what was found, baselines, mending."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from claimdiff.accounts.diagnostic import Severity
from claimdiff.accounts.files import FileFault, read_file
from claimdiff.accounts.names import unknown_name
from claimdiff.accounts.project import Project
from claimdiff.check import baseline
from claimdiff.check import run as running
from claimdiff.check.model import Checked
from claimdiff.check.run import Choice, Target, usual_codes
from claimdiff.check.subject import Tools
from claimdiff.check.table import GROUPS, RULES, codes_of
from claimdiff.check.targets import find_targets
from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.options import listed, project_lexicon
from claimdiff.cli.output import emit, progress, say
from claimdiff.cli.selection import need_project, project_here

LARGEST_BASELINE = 64 * 1024 * 1024


def choice_of(
    project: Project | None, select: str | None, ignore: str | None, least: Severity, *, drift: bool
) -> Choice:
    """Return which rules run and what is told, from the options and the settings."""
    config = project.config if project is not None else None
    wanted = _codes(listed(select), "--select") if select else usual_codes(drift=drift)
    wanted -= _codes(config.ignore, "ignore in the settings") if config and not select else frozenset()
    wanted -= _codes(listed(ignore), "--ignore")
    severities = {
        code: severity
        for name, severity in (config.severity if config else {}).items()
        for code in _codes([name], "severity in the settings")
    }
    return Choice(codes=wanted, severities=severities, least=least)


def _codes(names: Iterable[str], option: str) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for name in sorted(names):
        codes = codes_of(name)
        if not codes:
            raise unknown_name("rule", name, [*RULES, *GROUPS], place=option)
        found |= codes
    return found


def targets_of(names: Sequence[str]) -> list[Target]:
    """Return what the names mean; CannotGoOn where there is nothing to check."""
    targets = find_targets(names, start=Path.cwd())
    if not targets and not names:
        need_project()
    return targets


def checked(names: Sequence[str], choice: Choice, *, cached: bool) -> Checked:
    """Check what the names mean."""
    targets = targets_of(names)
    asked = _lexicon_digest(project_here()) if cached else None
    return running.check(
        targets, choice, tools=_tools(), progress=progress("events", len(targets), least=20), cached=asked
    )


def mend(names: Sequence[str], *, write: bool) -> dict[str, str]:
    """Mend the files that the names mean, or only return the changes by the files' paths."""
    from claimdiff.cli import mending

    return mending.mend(targets_of(names), tools=_tools(), write=write)


def write_baseline(found: Checked, path: Path) -> None:
    """Write all that was found to a baseline."""
    emit(baseline.baseline_text(found), path)
    number = len(found.diagnostics)
    say(f"{path}: {number} finding{'s' if number != 1 else ''} known from now on")


def without_known(found: Checked, project: Project | None, path: Path | None) -> Checked:
    """Return what the baseline does not know: the one named, else the settings' one, else none."""
    if path is None and project is not None and project.config.baseline is not None:
        path = project.root / project.config.baseline
    if path is None:
        return found
    try:
        text = read_file(path, limit=LARGEST_BASELINE).decode("utf-8", "replace")
        return baseline.without_known(found, baseline.known_in(text))
    except (FileFault, baseline.BaselineFault) as fault:
        message = f"baseline {path}: {fault}"
        raise CannotGoOn(message) from fault


def _tools() -> Tools:
    from claimdiff.alignment.weights import load_weights

    project = project_here()
    return Tools(lexicon=lambda: project_lexicon(project), weights=load_weights)


def _lexicon_digest(project: Project | None) -> str:
    """Return what changes with the project's own lexicon files."""
    import hashlib

    digest = hashlib.sha256()
    for name in project.config.lexicon if project is not None else ():
        try:
            digest.update(read_file(project.root / name) if project is not None else b"")
        except FileFault as fault:
            digest.update(str(fault).encode("utf-8"))
    return digest.hexdigest()
