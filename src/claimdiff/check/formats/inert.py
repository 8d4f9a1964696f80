"""Keep text from being taken for a command by what reads the log of a build."""

from claimdiff.display import safe, safe_json


def inert(line: str, *, command: bool = False) -> str:
    r"""Return a line that no build runner takes for a workflow command, with controls as visible escapes.

    GitHub's and Azure's runners obey ``##[command]`` anywhere in a line, and ``::command::`` at its beginning; the former is
    broken up as ``#\u0023[``, the latter gets ``./`` before it unless it is our own ``command``.
    """
    shown = safe(line).replace("##[", r"#\u0023[").replace("##vso[", r"#\u0023vso[")
    return f"./{shown}" if not command and shown.lstrip().startswith("::") else shown


def inert_json(text: str) -> str:
    r"""Return JSON that means the same and holds neither controls nor ``##[`` as they are."""
    return safe_json(text).replace("##", r"#\u0023")


def inert_xml(text: str) -> str:
    """Return escaped XML that means the same without ``##[`` as it is."""
    return text.replace("##", "#&#35;")
