"""Build small projects on disk to check."""

from collections.abc import Mapping
from pathlib import Path

from claimdiff.accounts.diagnostic import Diagnostic
from claimdiff.accounts.project import Project
from claimdiff.alignment.weights import load_weights
from claimdiff.check.model import Checked
from claimdiff.check.run import Choice, Target, check, usual_codes
from claimdiff.check.subject import Tools
from claimdiff.language.lexicon import load_lexicon

TEXT = (
    "Vladimir Putin has agreed to an immediate 30-day pause in strikes on energy infrastructure.\n\n"
    "Mr Putin welcomed Mr Trump’s calls for the maritime ceasefire, and agreed to begin\nnegotiations. "
    "He said that Russia would not strike. The Kremlin said that Russia and Ukraine will exchange 175 prisoners each.\n"
)


def tools() -> Tools:
    return Tools(lexicon=load_lexicon(), weights=load_weights())


def project(root: Path, files: Mapping[str, str]) -> Project:
    """Write files below the root (those of events under data/) and return the project."""
    for name, text in {"seeds/report.txt": TEXT, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return Project(root=root)


def run(root: Path, files: Mapping[str, str], *codes: str, drift: bool = False) -> Checked:
    """Write one event's files to data/call/ and check it with these codes (the usual ones when none)."""
    named = {f"data/call/{name}" if "/" not in name.removeprefix("links/") else name: t for name, t in files.items()}
    at = project(root, named)
    choice = Choice(codes=frozenset(codes) or usual_codes(drift=drift))
    return check([Target(path=at.data / "call", project=at)], choice, tools=tools())


def brief(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """Return the diagnostics as ``file:line:column code``, the file without its folder."""
    return [f"{d.path.removeprefix('data/call/')}:{d.line}:{d.column} {d.code}" for d in diagnostics]


def account(name: str = "kremlin", *, head: str = "coverage: full\n", sources: str = "", assertions: str = "") -> str:
    body = assertions or "  - {id: pause, text: Putin agreed to a pause in strikes on energy infrastructure.}\n"
    lead = f"sources:\n{sources}" if sources else ""
    return f"account: {name}\nparty: {name.capitalize()}\ndate: 2025-03-18\n{head}{lead}assertions:\n{body}"
