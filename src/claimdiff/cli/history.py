"""What the texts of a stale decision were when it was taken, from the project's history in git."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from claimdiff.accounts.build import build_account
from claimdiff.accounts.faults import read_account
from claimdiff.accounts.model import Account, Decisions, OmissionDecision
from claimdiff.accounts.seal import seal_of
from claimdiff.accounts.yaml import parse
from claimdiff.comparison.decided import decided_on
from claimdiff.review.entries import Decision, entries
from claimdiff.review.matter import Ref

_MOST = 50
"""Changes of the two files that are looked at, the newest first."""


def texts_before(folder: Path, left: Account, right: Account, decisions: Decisions) -> dict[Ref, str]:
    """Return what assertions said when decisions were taken that are stale now, where git still has it.

    Only texts that are another today are returned; without git, or where no version fits the seal, nothing.
    """
    if not decided_on(left, right, decisions).stale:
        return {}
    found: dict[Ref, str] = {}
    wanted = [entry.decision for entry in entries(decisions) if entry.decision.seal is not None]
    for versions in _versions(folder, left.key, right.key):
        for decision in list(wanted):
            ends = _ends(decision, left.key)
            try:
                then = [[account.assertion(i) for i in ids] for account, ids in zip(versions, ends, strict=True)]
            except KeyError:
                continue
            if seal_of(*then) != decision.seal:
                continue
            wanted.remove(decision)
            for side, account in enumerate((left, right)):
                now = {assertion.id: assertion.text for assertion in account.assertions}
                found |= {(side, a.id): a.text for a in then[side] if now.get(a.id, a.text) != a.text}
    return found


def _ends(decision: Decision, left: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if isinstance(decision, OmissionDecision):
        return (decision.ids, ()) if decision.account == left else ((), decision.ids)
    return decision.left, decision.right


def _versions(folder: Path, left: str, right: str) -> Iterator[tuple[Account, Account]]:
    """Yield the two accounts as they were after each change of one of them, the newest first."""
    files = [f"{left}.yaml", f"{right}.yaml"]
    for commit in _git(folder, "log", "--format=%H", f"-n{_MOST}", "--", *files).split():
        accounts = [_account(_git(folder, "show", f"{commit}:./{file}"), Path(file).stem) for file in files]
        if accounts[0] is not None and accounts[1] is not None:
            yield accounts[0], accounts[1]


def _account(text: str, stem: str) -> Account | None:
    document, faults = parse(text, stem)
    if document is None or faults:
        return None
    model, _ = read_account(document, stem=stem)
    return None if model is None else build_account(model)


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, encoding="utf-8", timeout=20, check=False
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return done.stdout if done.returncode == 0 else ""
