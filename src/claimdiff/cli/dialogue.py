"""The dialogue on two accounts at a terminal: show, read a key, write the decision, show the next."""

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from claimdiff.accounts.model import Assertion, Source
from claimdiff.cli.history import texts_before
from claimdiff.cli.keys import Keys
from claimdiff.cli.output import columns
from claimdiff.display import safe
from claimdiff.review.decisions import Stamp, describe
from claimdiff.review.entries import Edit, Entry, NotThere, entries, refs_of
from claimdiff.review.flow import reread
from claimdiff.review.matter import Matter
from claimdiff.review.screen import Look, screen
from claimdiff.review.session import press, start
from claimdiff.review.stages import Ask, Done, Note, Search, Weigh, Words
from claimdiff.review.state import Action, Outcome, Session
from claimdiff.review.store import FileChanged, LinksFile, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Where the dialogue is shown. A terminal that can is wiped before each question; elsewhere text just follows."""

    colour: bool

    def show(self, text: str) -> None:
        """Show the state of the dialogue."""
        wipes = sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        sys.stdout.write(("\x1b[2J\x1b[3J\x1b[H" if wipes else "\n") + text)
        sys.stdout.flush()

    def tell(self, text: str) -> None:
        """Write text below what is shown."""
        sys.stdout.write(text)
        sys.stdout.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """A review of two accounts of the event in ``folder``."""

    matter: Matter
    folder: Path
    stamp: Stamp
    keys: Keys
    screen: Screen

    def run(self) -> bool:
        """Ask until nothing is left; False where the person has had enough. Every decision is on the disk at once."""
        file = LinksFile(folder=self.folder, left=self.matter.left, right=self.matter.right)
        state = file.read()
        session = start(self.matter, state.decisions, self.stamp)
        before = texts_before(self.folder, file.left, file.right, state.decisions)
        while True:
            look = Look(width=columns(sys.stdout) or 80, colour=self.screen.colour, before=before)
            self.screen.show(screen(session, look))
            key = self.keys.read(typing=isinstance(session.stage, Search | Note | Words) and not _picks(session))
            if isinstance(session.stage, Done) and key == "enter":
                return True
            outcome = press(session, key)
            if outcome.action is Action.QUIT:
                return False
            if outcome.action is Action.SOURCE:
                self._sources(session)
            if outcome.edit is None:
                session = outcome.session
            else:
                session, state = _written(file, state, session, outcome, outcome.edit)

    def _sources(self, session: Session) -> None:
        """Show the sources of the assertions in question, open the first that has an address, and wait for a key."""
        shown = list(_in_question(session))
        lines = [line for side, assertion in shown for line in self._source_lines(side, assertion)]
        self.screen.tell("\n".join(["", *(lines or ["no source is named"]), "any key: back", ""]))
        self.keys.read(typing=False)

    def _source_lines(self, side: int, assertion: Assertion) -> list[str]:
        account = self.matter.account(side)
        lines = [f"{account.key}:{assertion.id}"]
        named = dict.fromkeys([*(quote.source for quote in assertion.quotes), *assertion.sources])
        for name in named:
            source = account.sources.get(name) if name is not None else None
            lines += [f"  {part}" for part in _about(source)] if source is not None else []
            address = (source.archive_url or source.url) if source is not None else None
            if address is not None:
                _open(address)
        return [safe(line) for line in lines] if len(lines) > 1 else []


def _about(source: Source) -> list[str]:
    parts = (source.publisher, source.title, source.url, source.archive_url, source.file)
    return [part for part in parts if part]


def _open(address: str) -> None:
    """Open a web address in the browser of a desktop; over ssh, or without one, showing it is enough."""
    if not address.startswith(("http://", "https://")) or os.environ.get("SSH_CONNECTION"):
        return
    if os.environ.get("BROWSER") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        import webbrowser

        webbrowser.open(address)


def _picks(session: Session) -> bool:
    """Tell whether single keys are wanted although words are typed: a digit chooses."""
    stage = session.stage
    return (isinstance(stage, Search) and stage.picking) or (isinstance(stage, Words) and stage.facet is None)


def _in_question(session: Session) -> list[tuple[int, Assertion]]:
    match session.stage:
        case Ask(question=question):
            refs = [question.focus]
        case Weigh(left=left, right=right):
            refs = [*((0, i) for i in left), *((1, i) for i in right)]
        case _:
            refs = []
    return [(side, session.matter.account(side).assertion(i)) for side, i in refs]


def _written(file: LinksFile, state: State, before: Session, outcome: Outcome, edit: Edit) -> tuple[Session, State]:
    """Write an edit; where somebody has changed the file meanwhile, read again and add it, unless the same is decided."""
    name = file.path.name
    told = outcome.session.told
    while True:
        try:
            new = file.write(state, edit)
        except FileChanged as changed:
            theirs = _between(state, changed.state)
            state = changed.state
            touching = [entry for entry in theirs if _touches(entry, edit, state.decisions.accounts)]
            if touching:
                names = state.decisions.accounts
                found = "; ".join(describe(entry, names) for entry in touching)
                told = f"somebody has changed {name} meanwhile, also on this point: {found}. Yours is not written; read again"
                return reread(before, state.decisions, told), state
            told = f"somebody has changed {name} meanwhile: read again, and your decision added"
        except NotThere:
            told = f"somebody has changed {name} meanwhile: nothing is written; read again"
            return reread(before, state.decisions, told), state
        else:
            if told == outcome.session.told:
                return replace(outcome.session, decisions=new.decisions), new
            return reread(outcome.session, new.decisions, told), new


def _between(old: State, new: State) -> list[Entry]:
    """Return the entries that are in one state only."""
    before, after = list(entries(old.decisions)), list(entries(new.decisions))
    return [e for e in after if e not in before] + [e for e in before if e not in after]


def _touches(entry: Entry, edit: Edit, names: tuple[str, str]) -> bool:
    """Tell whether an entry is on an assertion that an edit is on."""
    return bool(refs_of(entry, names) & {ref for other in (*edit.add, *edit.remove) for ref in refs_of(other, names)})
