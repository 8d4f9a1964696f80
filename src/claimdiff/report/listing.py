"""What a project holds, and an account in full, as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from claimdiff.accounts.model import Account, Event, Quote, Source
from claimdiff.comparison.decided import decided_on, is_reviewed
from claimdiff.report.canvas import Canvas, piece
from claimdiff.vocabulary import Role, Verdict, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """What ``list`` says of an event. ``fault``: why it could not be read; the numbers are 0 then."""

    key: str
    title: str | None = None
    date: str | None = None
    accounts: tuple[Account, ...] = ()
    links: int = 0
    conflicts: int = 0
    reviewed: int = 0
    pairs: int = 0
    fault: str | None = None


def event_line(event: Event) -> EventLine:
    """Count what people have decided about an event; pairs are those of its principals."""
    principals = [account for account in event.accounts if account.role is Role.PRINCIPAL]
    pairs = list(combinations(principals, 2))
    decided = [decided_on(left, right, event.decided(left.key, right.key)) for left, right in pairs]
    links = [link for pair in event.decisions for link in pair.links if not link.proposed]
    return EventLine(
        key=event.key,
        title=event.title,
        date=event.date.isoformat() if event.date else None,
        accounts=event.accounts,
        links=len(links),
        conflicts=sum(link.verdict is Verdict.CONFLICT for link in links),
        reviewed=sum(is_reviewed(left, right, found) for (left, right), found in zip(pairs, decided, strict=True)),
        pairs=len(pairs),
    )


def render_list(events: Sequence[EventLine], *, default: str | None, width: int | None, colour: bool) -> str:
    """Return the events with their accounts, a paragraph each."""
    canvas = Canvas(width=width, colour=colour)
    for line in events:
        mark = " (default)" if line.key == default else ""
        date = f" · {line.date}" if line.date else ""
        canvas.add(piece(line.title or ""), date, mark, label=piece(f"{line.key}  ", "heading"))
        if line.fault is not None:
            canvas.add(piece(line.fault, "conflict"), indent=2)
            continue
        state = f"{line.reviewed} of {line.pairs} pairs of principals reviewed"
        canvas.add(piece(f"{line.links} links, {line.conflicts} contradictions decided; {state}", "faint"), indent=2)
        for account in line.accounts:
            facts = f"{len(account.assertions)} assertions, {account.role.value}, {account.coverage.value}"
            canvas.add(piece(account.party), piece(f"  {facts}", "faint"), label=f"{account.key}  ", indent=2)
    if not events:
        canvas.add("no events")
    return canvas.render()


def render_account(account: Account, *, event: str | None, width: int | None, colour: bool) -> str:
    """Return an account in full: its head, its sources, every assertion with its quotes."""
    canvas = Canvas(width=width, colour=colour)
    canvas.add(
        piece(f" · {event}/{account.key}" if event else f" · {account.key}"), label=piece(account.party, "heading")
    )
    facts = [account.role.value, f"coverage {account.coverage.value}", account.language]
    facts += [account.date.isoformat()] if account.date else []
    canvas.add(piece(" · ".join(facts), "faint"))
    if account.title:
        canvas.add(piece(account.title))
    if account.aliases:
        canvas.add(piece(", ".join(account.aliases)), label="also called: ")
    for source in account.sources.values():
        _source(canvas, source)
    for assertion in account.assertions:
        canvas.blank()
        own = "" if assertion.quotes else " (ours)"
        lead = "★ " if assertion.lead else ""
        canvas.add(piece(assertion.text), piece(own, "faint"), label=piece(f"{lead}{assertion.id}  ", "heading"))
        for quote in assertion.quotes:
            _quote(canvas, quote)
        about = {
            "source": ", ".join(assertion.sources),
            "said": assertion.said.isoformat() if assertion.said else "",
            "attributed to": assertion.attributed_to or "",
            "topic": assertion.topic or "",
            "note": assertion.note or "",
        }
        for name, value in about.items():
            if value:
                canvas.add(piece(value, "faint"), label=piece(f"{name}: ", "faint"), indent=4)
    return canvas.render()


def _source(canvas: Canvas, source: Source) -> None:
    facts = [source.publisher, source.title, source.published.isoformat() if source.published else None]
    canvas.add(piece(", ".join(fact for fact in facts if fact)), label=piece(f"source {source.key}: "))
    for address in (source.url, source.archive_url, source.file):
        if address:
            canvas.add(piece(address, "faint"), indent=4)


def _quote(canvas: Canvas, quote: Quote) -> None:
    voice = "own words" if quote.voice is Voice.DIRECT else "as reported"
    source = f", {quote.source}" if quote.source else ""
    canvas.add("“", piece(quote.quote), "”", piece(f" ({voice}{source})", "faint"), indent=4)
