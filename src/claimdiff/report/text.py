"""The report for a terminal: the story on the first screen, then everything in full."""

from collections.abc import Sequence

from rich.text import Text

from claimdiff.accounts.model import Account, Assertion
from claimdiff.comparison.model import Difference, Doubtful, Evidence, Link, Omission, Open, Possible, Report, Words
from claimdiff.report.canvas import Canvas, piece
from claimdiff.report.formats import RenderOptions
from claimdiff.report.matrix import add_matrix
from claimdiff.report.text_first_screen import FirstScreen
from claimdiff.report.text_words import (
    explained_difference,
    marked,
    sign,
)
from claimdiff.report.view import (
    OMISSION_SYMBOL,
    REVIEW_SYMBOL,
    SYMBOLS,
    Kind,
    Silence,
    how_decided,
    spans_in_text,
    view_of,
    words_in,
)
from claimdiff.vocabulary import OmissionStatus, Verdict, Voice


def render_text(report: Report, options: RenderOptions) -> str:
    """Return the report as text."""
    canvas = Canvas(width=options.width, colour=options.colour)
    heading = options.title or report.event
    if len(report.accounts) > 2:
        add_matrix(canvas, report, heading)
    for comparison in report.comparisons:
        canvas.blank()
        _Pair(canvas, view_of(report, comparison), options).add(None if len(report.accounts) > 2 else heading)
    return canvas.render()


class _Pair(FirstScreen):
    """One pair of accounts on the canvas."""

    def add(self, heading: str | None) -> None:
        self.header(heading)
        self.headline()
        self._details()
        self._hints()

    def _details(self) -> None:
        for verdict, kind in ((Verdict.CONFLICT, Kind.CONFLICT), (Verdict.PARTIAL, Kind.PARTIAL)):
            if self.shows(kind):
                self._links(self.view.by_verdict[verdict], verdict)
        if self.shows(Kind.OMISSION):
            for name, silence in zip(self.names, self.view.silences, strict=True):
                self._silence(name, silence)
        if self.shows(Kind.REVIEW):
            self._review()
        if self.shows(Kind.AGREE):
            self._agreement()

    def _heading(self, text: str, style: str) -> None:
        self.canvas.blank()
        self.canvas.add(piece(text, style))

    def _links(self, links: Sequence[Link], verdict: Verdict) -> None:
        if links:
            title = {"conflict": "Contradictions", "partial": "Different in detail", "agree": "Agreement"}[
                verdict.value
            ]
            self._heading(f"{SYMBOLS[verdict]} {title} ({len(links)})", verdict.value)
        for link in links:
            self._row(link, f"{SYMBOLS[link.verdict]} {link.verdict.label}", how_decided(link))
            if link.note:
                self.canvas.add(piece(link.note, "faint"), label=piece("note: ", "faint"), indent=4)

    def _row(self, link: Link | Possible, sign: str, how: str) -> None:
        self.canvas.blank()
        facets = ", ".join(dict.fromkeys(d.facet.value for d in link.differences))
        self.canvas.add(
            piece(sign, link.verdict.value), f" · {facets}" if facets else "", piece(f" · {how}", "faint"), indent=2
        )
        for n, (name, assertions) in enumerate(zip(self.names, self.view.assertions(link), strict=True)):
            for i, assertion in enumerate(assertions):
                self._assertion(name if i == 0 else "", assertion, words_in(link, assertion, n))
        self._differences(link.differences)
        if self.options.explain:
            self._evidence(link.evidence)

    def _differences(self, differences: Sequence[Difference]) -> None:
        bare = [d.facet.value for d in differences if d.left is None and d.right is None]
        for difference in differences:
            if difference.left is not None or difference.right is not None:
                self.canvas.add(*explained_difference(difference), label=piece(f"{difference.facet.value}: "), indent=4)
        if bare:
            self.canvas.add(piece("no words are named", "faint"), label=piece(f"{', '.join(bare)}: "), indent=4)

    def _assertion(self, name: str, assertion: Assertion, words: Sequence[Words]) -> None:
        label = piece(name.ljust(self.pad), "party") if self.beside else ""
        if name and not self.beside:
            self.canvas.add(piece(name, "party"), indent=4)
        self.canvas.add(
            marked(assertion.text, spans_in_text(assertion, words)),
            piece(f"  [{assertion.id}]{'' if assertion.quotes else ' (ours)'}", "faint"),
            label=label,
            indent=4 if self.beside else self.indent,
        )
        for index, quote in enumerate(assertion.quotes):
            spans = [(w.start, w.end) for w in words if w.field == "quote" and w.quote == index]
            voice = "own words" if quote.voice is Voice.DIRECT else "as reported"
            source = f", {quote.source}" if quote.source else ""
            self.canvas.add(
                "“",
                marked(quote.quote, spans),
                "”",
                piece(f" ({voice}{source})", "faint"),
                indent=self.indent,
            )
        if assertion.note:
            self.canvas.add(piece(assertion.note, "faint"), label=piece("note: ", "faint"), indent=self.indent)

    def _evidence(self, evidence: Sequence[Evidence]) -> None:
        for reason in sorted(evidence, key=lambda reason: -abs(reason.weight)):
            words = [f" {reason.left}"] if reason.left == reason.right else [f" {reason.left} / {reason.right}"]
            label = piece(f"{reason.weight:+.2f} {reason.feature}:", "faint")
            self.canvas.add(piece(words[0], "faint"), label=label, indent=6)

    def _silence(self, name: str, silence: Silence) -> None:
        if silence.omissions:
            self._heading(f"{OMISSION_SYMBOL} Only in {name} ({len(silence.omissions)})", "omission")
        for omission in silence.omissions:
            assertion = silence.account.assertion(omission.id)
            self._one(assertion, sign(omission))
            if omission.status is OmissionStatus.LIKELY:
                self._nearest(omission, silence.other)

    def _one(self, assertion: Assertion, label: Text) -> None:
        own = "" if assertion.quotes else " (ours)"
        self.canvas.add(piece(assertion.text), piece(f"  [{assertion.id}]{own}", "faint"), label=label, indent=2)
        for quote in assertion.quotes:
            voice = "own words" if quote.voice is Voice.DIRECT else "as reported"
            source = f", {quote.source}" if quote.source else ""
            self.canvas.add(
                "“", piece(quote.quote), "”", piece(f" ({voice}{source})", "faint"), indent=2 + label.cell_len
            )
        if assertion.note:
            self.canvas.add(piece(assertion.note, "faint"), label=piece("note: ", "faint"), indent=2 + label.cell_len)

    def _nearest(self, silent: Omission | Open, other: Account) -> None:
        if silent.nearest is None:
            return
        near = other.assertion(silent.nearest.id)
        label = piece(f"nearest in {other.party} ({silent.nearest.score:.2f}): ", "faint")
        self.canvas.add(piece(near.text, "faint"), piece(f"  [{near.id}]", "faint"), label=label, indent=6)

    def _review(self) -> None:
        view = self.view
        pairs = [*view.proposed, *view.possible]
        if not (pairs or view.doubtful or view.undecided or view.comparison.stale):
            return
        total = len(pairs) + len(view.doubtful)
        self._heading(
            f"{REVIEW_SYMBOL} To review ({total}): neither links nor omissions until a person decides", "review"
        )
        for link in view.proposed:
            self._row(link, f"{REVIEW_SYMBOL} proposed: {link.verdict.label}", how_decided(link))
        for possible in view.possible:
            judged = "" if possible.judged else "; not judged"
            how = f"score {possible.score:.2f}{'' if possible.chosen else ', an alternative'}{judged}"
            self._row(possible, f"{REVIEW_SYMBOL} possible: would {possible.verdict.label}", how)
        for pair in view.doubtful:
            self._doubtful(pair)
        for stale in view.comparison.stale:
            ids = f"{', '.join(stale.left)} / {', '.join(stale.right)}"
            self.canvas.add(piece(f"stale decision ({stale.kind}), its texts have changed: {ids}"), indent=2)
        self._undecided()

    def _doubtful(self, pair: Doubtful) -> None:
        self.canvas.blank()
        self.canvas.add(piece(f"{REVIEW_SYMBOL} doubtful: reasonable readers differ", "review"), indent=2)
        for name, assertions in zip(self.names, self.view.assertions(pair), strict=True):
            for i, assertion in enumerate(assertions):
                self._assertion(name if i == 0 else "", assertion, ())

    def _undecided(self) -> None:
        view = self.view
        for account, other in ((view.left, view.right), (view.right, view.left)):
            rows = [entry for entry in view.undecided if entry.account == account.key]
            if rows:
                self.canvas.blank()
                self.canvas.add(piece(f"In {account.party}, no partner found and not decided ({len(rows)}):"), indent=2)
            for entry in rows:
                self._one(account.assertion(entry.id), piece("· "))
                self._nearest(entry, other)

    def _agreement(self) -> None:
        links = self.view.by_verdict[Verdict.AGREE]
        if self.options.unfold:
            self._links(links, Verdict.AGREE)
        elif links:
            self._heading(f"{SYMBOLS[Verdict.AGREE]} Agreement: {len(links)} (--all shows them)", "agree")

    def _hints(self) -> None:
        view = self.view
        for account, other in ((view.right, view.left), (view.left, view.right)):
            rows = [entry for entry in view.not_in_excerpt if entry.missing_from == account.key]
            if not rows:
                continue
            ids = ", ".join(entry.id for entry in rows)
            self.canvas.blank()
            self.canvas.add(
                piece(
                    f"Not in the text we have of {account.party} ({len(rows)} of {other.party}, no omissions): {ids}",
                )
            )
            self.canvas.add(
                piece(
                    f"To count what {account.party} leaves out, give its whole statement and set coverage: full in "
                    f"{account.key}.yaml, or add --complete {account.key}.",
                    "faint",
                )
            )
