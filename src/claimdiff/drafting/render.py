"""Show a draft: accounts as YAML with comments for the curator, what was not placed, and where every sentence went."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from claimdiff.accounts.emit import dump_account, scalar, words
from claimdiff.display import safe
from claimdiff.drafting.draft import Draft, DraftedAccount
from claimdiff.drafting.statements import Placement, Where

_HEAD = (
    "# Drafted by claimdiff from {source}. Before it is used:",
    "# - read every text against its quote, correct it, join what says the same, and drop what no other party could answer;",
    "# - settle every note that begins with Check, then remove it;",
    "# - role: principal (a party to the event), reaction (answers it) or reporter;",
    "# - coverage: full, once every assertion of the party's whole statement is here.",
)

_ROOM = 40
"""How many columns must be left for the words of a sentence to stand beside where it went."""


def account_yaml(drafted: DraftedAccount, *, source: str, schema: str | None = None) -> str:
    """Return the account's file; ``source`` is what the drafted text is called."""
    lines = dump_account(drafted.account, schema=schema).splitlines()
    at = 1 if schema else 0
    lines[at:at] = [line.format(source=safe(source)) for line in _HEAD]
    return "\n".join(_with_places(lines, drafted)) + "\n"


def assertion_yaml(drafted: DraftedAccount) -> str:
    """Return the lines of the account's assertions alone, each with its place, as they stand below ``assertions:``."""
    lines = dump_account(drafted.account).splitlines()
    first = lines.index("assertions:") + 1
    return "\n".join(_with_places(lines[first:], drafted)) + "\n"


def source_yaml(drafted: DraftedAccount) -> str:
    """Return the lines of the account's sources alone, as they stand below ``sources:``."""
    lines = dump_account(drafted.account).splitlines()
    return "\n".join(lines[lines.index("sources:") + 1 : lines.index("assertions:")]) + "\n"


def _with_places(lines: Sequence[str], drafted: DraftedAccount) -> Iterator[str]:
    names = {a.id: a.quotes[0].source for a in drafted.account.assertions if a.id in drafted.places and a.quotes}
    comments = {
        f"  - id: {scalar(name)}": f"  # {source}, line {drafted.places[name][0]}" for name, source in names.items()
    }
    for line in lines:
        if line in comments:
            yield comments[line]
        yield line


def unplaced_yaml(draft: Draft, *, source: str) -> str:
    """Return what was drafted for nobody, with places and reasons; a file for reading, not an account."""
    lines = [
        f"# What claimdiff drafted for nobody from {safe(source)}. It is for reading and is not read as an account.",
        f"source: {scalar(source)}",
    ]
    for name, where in (("unassigned", Where.UNASSIGNED), ("notes", Where.NOTE), ("left_out", Where.LEFT_OUT)):
        found = [placement for placement in draft.placements if placement.where is where]
        lines.append(f"{name}:" if found else f"{name}: []")
        for placement in found:
            sentence = placement.sentence
            lines.append(f"  - line: {sentence.line}")
            lines.append(f"    column: {sentence.column}")
            lines.append(f"    sentence: {words(safe(sentence.text, keep=chr(10) + chr(9)))}")
            lines.append(f"    why: {scalar(placement.why)}")
    return "\n".join(lines) + "\n"


def draft_yaml(draft: Draft, *, source: str) -> str:
    """Return the whole draft as a stream of YAML documents: one for each account, then what is unassigned."""
    parts = [account_yaml(drafted, source=source) for drafted in draft.accounts]
    return "---\n".join([*parts, unplaced_yaml(draft, source=source)])


def coverage_text(draft: Draft, *, width: int | None = None) -> str:
    """Return one line for every sentence of the source: its place, where it went, its words; then the numbers.

    Where ``width`` leaves too little room for the words, they go to a line of their own.
    """
    rows = [(_at(placement), _went(placement), placement.sentence.text) for placement in draft.placements]
    left = max((len(at) for at, _, _ in rows), default=0)
    middle = min(40, max((len(went) for _, went, _ in rows), default=0))
    beside = width is None or width - left - middle >= _ROOM
    lines = []
    for at, went, text in rows:
        sentence = safe(" ".join(text.split()))
        if beside:
            lines.append(f"{at:>{left}}  {went:<{middle}}  {sentence}")
        else:
            lines += [f"{at:>{left}}  {went}", f"{'':>{left}}  {sentence}"]
    lines = [line if width is None or len(line) <= width else line[: width - 1] + "…" for line in lines]
    return "\n".join([*lines, coverage_line(draft)]) + "\n"


def coverage_line(draft: Draft) -> str:
    """Return the numbers: sentences, and where they went."""
    counts = Counter(placement.where for placement in draft.placements)
    parts = ", ".join(f"{counts[where]} {where.value}" for where in Where if counts[where])
    total = len(draft.placements)
    return f"{total} sentence{'s' if total != 1 else ''}: {parts}" if total else "no sentence"


def coverage_json(draft: Draft) -> str:
    """Return where every sentence went, as JSON."""
    sentences = [
        {
            "line": placement.sentence.line,
            "column": placement.sentence.column,
            "sentence": placement.sentence.text,
            "went": placement.where.value,
            "accounts": list(placement.parties),
            "why": placement.why,
        }
        for placement in draft.placements
    ]
    counts = Counter(placement.where.value for placement in draft.placements)
    data = {"sentences": sentences, "counts": {where.value: counts[where.value] for where in Where}}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _at(placement: Placement) -> str:
    return f"{placement.sentence.line}:{placement.sentence.column}"


def _went(placement: Placement) -> str:
    if placement.where is Where.DRAFTED:
        return ", ".join(placement.parties)
    return f"{placement.where.value}: {placement.why}"
