"""``claimdiff link``, ``apart``, ``doubt``, ``omit`` and ``undecide``: decisions without a dialogue."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli.errors import CannotGoOn
from claimdiff.cli.options import EventOption, choices, listed
from claimdiff.cli.output import emit
from claimdiff.cli.stamp import ByOption, NoteOption, OnOption, stamp
from claimdiff.display import quoted, safe
from claimdiff.vocabulary import Facet, Verdict

if TYPE_CHECKING:
    from claimdiff.accounts.model import Account, Decisions, DifferenceDecision
    from claimdiff.cli.selection import Selection
    from claimdiff.review.decisions import Desk
    from claimdiff.review.entries import Edit

Address = Annotated[str, typer.Argument(metavar="ACCOUNT:ID[,ID]", help="Assertions, such as kremlin:hockey.")]
SameFor = Annotated[
    str | None,
    typer.Option(
        metavar="NAMES",
        help="Decide the same for these accounts, by what they say the same as the second one, or ACCOUNT:ID.",
    ),
]
Overrule = Annotated[bool, typer.Option("--overrule", help="Take back earlier decisions that say otherwise.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (link, apart, doubt, omit, undecide):
        app.command()(command)


def link(
    left: Address,
    right: Address,
    verdict: Annotated[Verdict, typer.Option(help="How they stand to each other.")],
    facets: Annotated[
        str | None, typer.Option(metavar="FACETS", help="In what they differ, such as scope,time.")
    ] = None,
    difference: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FACET=WORDS|WORDS[|VERDICT]", help="A facet with the words of LEFT and of RIGHT; may be repeated."
        ),
    ] = None,
    note: NoteOption = None,
    by: ByOption = None,
    on: OnOption = None,
    same_for: SameFor = None,
    overrule: Overrule = False,
    event: EventOption = None,
) -> None:
    """Decide that assertions are versions of the same statement."""
    named = choices(facets, Facet, "--facets")
    differences = [_difference(text, verdict) for text in difference or ()]
    told = stamp(by, on, note)

    def edit(desk: "Desk", decisions: "Decisions", pair: _Pair) -> "Edit":
        words = [_turned(d) if pair.turned else d for d in differences]
        if lost := desk.unfounded(*pair.sides, words):
            message = (
                f"--difference: {quoted(lost[0])} stands in no text and no quote of its side; give words that are there"
            )
            raise CannotGoOn(message)
        return desk.link(decisions, *pair.sides, verdict, told, facets=[*named], differences=words)

    _decide(left, right, event, edit, same_for=same_for, overrule=overrule)


def apart(
    left: Address,
    right: Address,
    note: NoteOption = None,
    by: ByOption = None,
    on: OnOption = None,
    same_for: SameFor = None,
    overrule: Overrule = False,
    event: EventOption = None,
) -> None:
    """Decide that assertions look alike and are not versions of each other."""
    told = stamp(by, on, note)
    _decide(left, right, event, lambda desk, d, pair: desk.apart(d, *pair.sides, told), same_for, overrule=overrule)


def doubt(
    left: Address,
    right: Address,
    note: NoteOption = None,
    by: ByOption = None,
    on: OnOption = None,
    same_for: SameFor = None,
    overrule: Overrule = False,
    event: EventOption = None,
) -> None:
    """Decide that reasonable readers differ on whether assertions are versions of each other."""
    told = stamp(by, on, note)
    _decide(left, right, event, lambda desk, d, pair: desk.doubt(d, *pair.sides, told), same_for, overrule=overrule)


def omit(
    left: Address,
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="The account that does not have them.")],
    note: NoteOption = None,
    by: ByOption = None,
    on: OnOption = None,
    same_for: Annotated[
        str | None, typer.Option(metavar="NAMES", help="These accounts do not have them either.")
    ] = None,
    overrule: Overrule = False,
    event: EventOption = None,
) -> None:
    """Decide that assertions were looked for in another account and are not there."""
    told = stamp(by, on, note)
    ours, ids = _parts(left)
    for other in (account, *sorted(listed(same_for))):
        pair = _pair(ours, other, event, ids, ())
        _write(pair, lambda desk, d, pair=pair: desk.omit(d, pair.ours.key, ids, told), overrule=overrule)  # type: ignore[misc]
        from claimdiff.vocabulary import Coverage

        if pair.theirs.coverage is Coverage.EXCERPT:
            key = pair.theirs.key
            emit(f"{safe(key)} is an excerpt, so this counts as an omission only once it has coverage: full\n")


def undecide(
    left: Address,
    right: Annotated[
        str, typer.Argument(metavar="ACCOUNT[:ID,ID]", help="The other account: all that is decided, or only these.")
    ],
    event: EventOption = None,
) -> None:
    """Take back what is decided on assertions with another account, or with some of its assertions."""
    ours, ids = _parts(left)
    theirs, others = _parts(right) if ":" in right else (right, ())
    pair = _pair(ours, theirs, event, ids, others)
    _write(pair, lambda desk, d: desk.undecide(d, *pair.sides), overrule=False)


# -- parts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """Two accounts of an event as they were named, and assertions of each."""

    selection: "Selection"
    ours: "Account"
    theirs: "Account"
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def turned(self) -> bool:
        """Tell whether the links file has the accounts the other way round."""
        return self.ours.key > self.theirs.key

    @property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids in the order of the links file."""
        return (self.right, self.left) if self.turned else (self.left, self.right)


_Edit = Callable[["Desk", "Decisions", _Pair], "Edit"]


def _decide(
    left: str, right: str, event: str | None, edit: _Edit, same_for: str | None = None, *, overrule: bool
) -> None:
    """Make one decision on two accounts, and the same for further ones in place of the second."""
    (ours, first), (theirs, second) = _parts(left), _parts(right)
    pairs = [_pair(ours, theirs, event, first, second)]
    for name in sorted(listed(same_for)):
        pairs.append(_same(pairs[0], name, event))
    for pair in pairs:
        _write(pair, lambda desk, d, pair=pair: edit(desk, d, pair), overrule=overrule)  # type: ignore[misc]


def _same(pair: _Pair, name: str, event: str | None) -> _Pair:
    """Return the pair with a further account in place of the second one."""
    from claimdiff.cli.selection import load_named_event
    from claimdiff.review.same import same_in

    account, ids = _parts(name) if ":" in name else (name, ())
    found = _pair(pair.ours.key, account, event or pair.selection.event.key, pair.left, ids)
    if ids:
        return found
    assert pair.selection.project is not None  # a pair is always of an event of a project
    whole = load_named_event(pair.selection.project, pair.selection.event.key)
    same = same_in(whole, pair.theirs, pair.right, found.theirs)
    if not same:
        message = (
            f"--same-for: nothing in {account} is decided to agree with {pair.theirs.key}:{','.join(pair.right)}; "
            f"name it, as in --same-for {account}:ID"
        )
        raise CannotGoOn(message)
    return _pair(pair.ours.key, account, event or pair.selection.event.key, pair.left, same)


def _pair(ours: str, theirs: str, event: str | None, left: Sequence[str], right: Sequence[str]) -> _Pair:
    from claimdiff.accounts.names import unknown_name
    from claimdiff.cli.selection import select

    selection = select([ours, theirs], event=event)
    if not selection.event.key:
        message = "decisions are kept with an event of the project; name two accounts of one event"
        raise CannotGoOn(message)
    mine, other = selection.accounts
    if mine.key == other.key or other.key not in {account.key for account in selection.event.accounts}:
        message = f"both sides are {mine.key}; a decision is on two accounts"
        raise CannotGoOn(message)
    for account, ids in ((mine, left), (other, right)):
        for i in ids:
            if i not in {assertion.id for assertion in account.assertions}:
                known = [assertion.id for assertion in account.assertions]
                raise unknown_name("assertion", i, known, place=f"account {account.key}")
    return _Pair(selection=selection, ours=mine, theirs=other, left=tuple(left), right=tuple(right))


def _write(pair: _Pair, edit: "Callable[[Desk, Decisions], Edit]", *, overrule: bool) -> None:
    from claimdiff.cli.links import links_file
    from claimdiff.review.decisions import Desk, InTheWay, describe
    from claimdiff.review.store import FileChanged

    file = links_file(pair.selection, pair.ours, pair.theirs)
    desk = Desk(left=file.left, right=file.right, overrule=overrule)
    state = file.read()
    while True:
        try:
            todo = edit(desk, state.decisions)
            if todo.add or todo.remove:
                file.write(state, todo)
            break
        except FileChanged as changed:  # somebody else wrote at the same moment: decide on what is there now
            state = changed.state
        except InTheWay as error:
            message = f"{error}; take that back with claimdiff undecide, or add --overrule"
            raise CannotGoOn(message) from None
    shown = pair.selection.project.shown(file.path) if pair.selection.project else str(file.path)
    lines = [f"- {describe(entry, file.names)}" for entry in todo.remove]
    lines += [f"+ {describe(entry, file.names)}" for entry in todo.add]
    emit("".join(safe(line) + "\n" for line in (shown, *(lines or ["  nothing to do"]))))


def _parts(address: str) -> tuple[str, tuple[str, ...]]:
    """Return the account and the ids of ``ACCOUNT:ID,ID``."""
    from claimdiff.cli.explain import parts

    account, ids = parts(address)
    return account, tuple(part.strip() for part in ids.split(",") if part.strip())


def _difference(text: str, verdict: Verdict) -> "DifferenceDecision":
    from claimdiff.accounts.model import DifferenceDecision

    name, equals, words = text.partition("=")
    sides = [part.strip() for part in words.split("|")]
    facet = name.strip()
    own = sides.pop() if len(sides) == 3 else verdict.value
    right = equals and len(sides) == 2 and any(sides) and facet in [*Facet] and own in [*Verdict]
    if not right:
        message = (
            f"--difference {text!r}: write it as FACET=WORDS|WORDS, such as 'scope=energy infrastructure|all energy'; one "
            f"side may be empty; a facet is one of {', '.join(Facet)}; a third part can be its own verdict"
        )
        raise CannotGoOn(message)
    return DifferenceDecision(facet=Facet(facet), left=sides[0] or None, right=sides[1] or None, verdict=Verdict(own))


def _turned(difference: "DifferenceDecision") -> "DifferenceDecision":
    from claimdiff.comparison.decided import mirrored_difference

    return mirrored_difference(difference)
