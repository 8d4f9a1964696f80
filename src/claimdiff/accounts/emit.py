"""Write accounts, decisions and events as YAML in one stable layout, the one of the curated events.

What is written reads back as the same values: ``load(dump(x)) == x``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from claimdiff.accounts.model import (
    Account,
    Assertion,
    Decisions,
    DifferenceDecision,
    Event,
    LinkDecision,
    OmissionDecision,
    PairDecision,
    Quote,
    Source,
)
from claimdiff.vocabulary import Voice

# What stays plain: no indicator in front, nothing that YAML 1.1 or 1.2 would read as another type.
_PLAIN_START = re.compile(r"[^\W\d_]|\d|[(„“”‘’«»…€£/.+]")
_TYPED = re.compile(
    r"[-+]?[0-9._]+([eE][-+]?[0-9]+)?|[-+]?0[xob][0-9a-fA-F_]+|[-+]?\.(inf|nan)|[0-9]+(:[0-9.]+)+|[0-9]{4}-[0-9]{1,2}-.*"
    r"|y|n|yes|no|on|off|true|false|null|~",
    re.IGNORECASE,
)
_NEVER_PLAIN = re.compile(r": |:$| #|[\t\n]| $")
_FLOW = re.compile(r"[,\[\]{}?]|:")
_ESCAPED = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NAMED = {"\n": "\\n", "\t": "\\t"}


def dump_account(account: Account, *, schema: str | None = None) -> str:
    """Return the account's file; ``schema`` is the path of the JSON Schema to name for editors."""
    lines = [*_head(schema), f"account: {scalar(account.key)}", f"party: {scalar(account.party)}"]
    lines.append(f"role: {account.role}")
    if account.aliases:
        lines.append(f"aliases: {_flow(account.aliases)}")
    lines += _fields((("title", account.title), ("date", account.date)))
    lines.append(f"language: {scalar(account.language)}")
    lines.append(f"coverage: {account.coverage}")
    if account.sources:
        lines.append("sources:")
    for source in account.sources.values():
        lines += _source(source)
    lines.append("assertions:")
    for assertion in account.assertions:
        lines += _item(_assertion(assertion))
    return _text(lines)


def dump_decisions(decisions: Decisions, *, schema: str | None = None) -> str:
    """Return the links file of two accounts, its entries in the order given (see ``accounts.order``)."""
    names = decisions.accounts
    lines = [*_head(schema), f"accounts: {_flow(names)}"]
    groups: tuple[tuple[str, list[str]], ...] = (
        ("links", [line for link in decisions.links for line in _item(_link(link, names))]),
        ("apart", [line for pair in decisions.apart for line in _pair(pair, names)]),
        ("doubtful", [line for pair in decisions.doubtful for line in _pair(pair, names)]),
        ("omitted", [line for omission in decisions.omitted for line in _item(_omission(omission))]),
    )
    for name, entries in groups:
        if entries:
            lines += [f"{name}:", *entries]
    return _text(lines)


def dump_event(event: Event, *, schema: str | None = None) -> str:
    """Return the event's own file: its title, date, summary and expectations."""
    lines = [*_head(schema), *_fields((("title", event.title), ("date", event.date), ("summary", event.summary)))]
    if event.expectations:
        lines.append("expect:")
    for expectation in event.expectations:
        if expectation.kind == "counts":
            counts = {pair: _flow_map({k: str(v) for k, v in n.items()}) for pair, n in expectation.counts.items()}
            value = "{" + ", ".join(f"{scalar(pair, flow=True)}: {inner}" for pair, inner in counts.items()) + "}"
        else:
            value = _flow_map({name: scalar(i, flow=True) for name, i in expectation.sides.items()})
        lines.append(f"  - {expectation.kind}: {value}")
    return _text(lines)


def decision_lines(decision: LinkDecision | PairDecision | OmissionDecision, names: tuple[str, str]) -> tuple[str, ...]:
    """Return the lines of one entry of a links file, without the dash and the indentation of its list.

    ``names`` are the two accounts of the file. A pair about which nothing more is known is one line in braces.
    """
    match decision:
        case LinkDecision():
            return tuple(_link(decision, names))
        case PairDecision():
            return tuple(line[4:] for line in _pair(decision, names))
        case _:
            return tuple(_omission(decision))


def scalar(text: str, *, flow: bool = False) -> str:
    """Return a text as a YAML scalar on one line: plain where no reader could take it for anything else, else quoted.

    ``flow`` tells that it stands in brackets or braces, where less stays plain.
    """
    if _is_plain(text) and not (flow and _FLOW.search(text)):
        return text
    return _double(text) if _ESCAPED.search(text) else _single(text)


def words(text: str) -> str:
    """Return a party's words as a YAML scalar: always quoted, in double quotes unless they hold some themselves."""
    return _single(text) if '"' in text and not _ESCAPED.search(text) else _double(text)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _ESCAPED.sub(lambda match: _escape(match[0]), escaped) + '"'


def _is_plain(text: str) -> bool:
    return bool(
        text
        and _PLAIN_START.match(text)
        and not _TYPED.fullmatch(text)
        and not _NEVER_PLAIN.search(text)
        and not _ESCAPED.search(text)
    )


def _escape(character: str) -> str:
    return _NAMED.get(character, f"\\u{ord(character):04x}")


def _head(schema: str | None) -> list[str]:
    return [f"# yaml-language-server: $schema={schema}"] if schema else []


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


def _item(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a mapping as an item of a list that is indented by two."""
    for index, line in enumerate(lines):
        yield ("    " if index else "  - ") + line


def _fields(fields: Sequence[tuple[str, str | date | None]]) -> list[str]:
    lines = []
    for key, value in fields:
        if isinstance(value, date):
            lines.append(f"{key}: {value.isoformat()}")
        elif value is not None:
            lines.append(f"{key}: {scalar(value)}")
    return lines


def _flow(items: Sequence[str]) -> str:
    return "[" + ", ".join(scalar(item, flow=True) for item in items) + "]"


def _flow_map(fields: Mapping[str, str]) -> str:
    """Return a mapping in braces; its values are scalars already."""
    return "{" + ", ".join(f"{scalar(key, flow=True)}: {value}" for key, value in fields.items()) + "}"


def _source(source: Source) -> Iterator[str]:
    fields = _fields(
        (
            ("publisher", source.publisher),
            ("title", source.title),
            ("url", source.url),
            ("archive_url", source.archive_url),
            ("published", source.published),
            ("retrieved", source.retrieved),
            ("language", source.language),
            ("file", source.file),
            ("sha256", source.sha256),
        )
    )
    yield f"  {scalar(source.key)}:" + ("" if fields else " {}")
    for field in fields:
        yield f"    {field}"


def _assertion(assertion: Assertion) -> list[str]:
    lines = [f"id: {scalar(assertion.id)}", f"text: {scalar(assertion.text)}"]
    first = assertion.quotes[0] if assertion.quotes else None
    several = len(assertion.quotes) + len(assertion.sources) > 1
    if several or (first is not None and (first.prefix is not None or first.suffix is not None)):
        lines.append("quotes:")
        for quote in assertion.quotes:
            lines += _item(_quote(quote))
        for source in assertion.sources:
            lines += _item([f"source: {scalar(source)}"])
    elif first is not None:
        lines += _quote(first)
    else:
        lines += [f"source: {scalar(source)}" for source in assertion.sources]
    lines += _fields((("said", assertion.said), ("attributed_to", assertion.attributed_to), ("topic", assertion.topic)))
    if assertion.lead:
        lines.append("lead: true")
    return lines + _fields((("note", assertion.note),))


def _quote(quote: Quote) -> list[str]:
    lines = _fields((("source", quote.source),))
    lines.append(f"quote: {words(quote.quote)}")
    if quote.voice is not Voice.REPORTED:
        lines.append(f"voice: {quote.voice}")
    return lines + _fields((("prefix", quote.prefix), ("suffix", quote.suffix)))


def _link(link: LinkDecision, names: tuple[str, str]) -> list[str]:
    lines = [f"{scalar(names[0])}: {_flow(link.left)}", f"{scalar(names[1])}: {_flow(link.right)}"]
    lines.append(f"verdict: {link.verdict}")
    if link.facets:
        lines.append(f"facets: {_flow(link.facets)}")
    if link.differences:
        lines.append("differences:")
        lines += [f"  - {_difference(difference, names)}" for difference in link.differences]
    return lines + _about(link)


def _difference(difference: DifferenceDecision, names: tuple[str, str]) -> str:
    fields = {"facet": str(difference.facet)}
    for name, said in zip(names, (difference.left, difference.right), strict=True):
        if said is not None:
            fields[name] = scalar(said, flow=True)
    fields["verdict"] = str(difference.verdict)
    return _flow_map(fields)


def _pair(pair: PairDecision, names: tuple[str, str]) -> Iterator[str]:
    about = _about(pair)
    if about:
        yield from _item(
            [f"{scalar(names[0])}: {_flow(pair.left)}", f"{scalar(names[1])}: {_flow(pair.right)}", *about]
        )
    else:
        yield f"  - {_flow_map({names[0]: _flow(pair.left), names[1]: _flow(pair.right)})}"


def _omission(omission: OmissionDecision) -> list[str]:
    return [f"{scalar(omission.account)}: {_flow(omission.ids)}", *_about(omission)]


def _about(decision: LinkDecision | PairDecision | OmissionDecision) -> list[str]:
    return _fields((("note", decision.note), ("by", decision.by), ("on", decision.on), ("seal", decision.seal)))
