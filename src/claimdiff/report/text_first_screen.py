"""The first screen of the terminal report: the story in a few lines."""

from rich.text import Text

from claimdiff.comparison.model import Link
from claimdiff.report.canvas import Canvas, joined, piece
from claimdiff.report.formats import RenderOptions
from claimdiff.report.text_words import (
    around_mark,
    cut,
    in_words,
    sign,
    telling,
    telling_assertion,
    verb,
)
from claimdiff.report.view import (
    OMISSION_SYMBOL,
    REVIEW_SYMBOL,
    SYMBOLS,
    Kind,
    Silence,
    View,
    completeness,
    words_in,
)
from claimdiff.vocabulary import Verdict

HEADLINE_ROWS = 4
"""How many conflicts, and how many omissions of each side, the first screen names when nothing is marked as leading."""


class FirstScreen:
    """What the first screen tells of a pair of accounts; ``report.text`` goes on with everything in full."""

    def __init__(self, canvas: Canvas, view: View, options: RenderOptions) -> None:
        self.canvas, self.view, self.options = canvas, view, options
        parties = (view.left.party, view.right.party)
        self.names = parties if parties[0] != parties[1] else (view.left.key, view.right.key)
        longest = max(len(name) for name in self.names)
        most = longest if canvas.width is None else min(longest, canvas.width // 3)
        self.pad = most + 2
        self.beside = longest == most and (canvas.width is None or self.pad + 4 <= canvas.width // 3)
        """Whether words stand beside the party's name; on a narrow screen, or after a long name, they stand below it."""
        self.indent = 4 + self.pad if self.beside else 6

    def shows(self, kind: Kind) -> bool:
        """Tell whether a kind of finding is wanted."""
        return kind in self.options.only

    def header(self, heading: str | None) -> None:
        """Add who is compared, how sure that is, and the counts."""
        view, add = self.view, self.canvas.add
        names: list[Text | str] = [piece(self.names[0], "heading"), " against ", piece(self.names[1], "heading")]
        about: list[Text | str] = [" · ", piece(heading)] if heading else []
        add(*names, *about)
        reviewed = "reviewed by people" if view.comparison.reviewed else "not fully reviewed"
        add(piece(f"{completeness(view.left, view.right, self.options.complete)} · {reviewed}", "faint"))
        add(*self._counts())
        add(piece("“ ” verbatim · ‹ › (ours) our wording · _ _ what differs", "faint"))

    def _counts(self) -> list[Text | str]:
        view = self.view
        parts: list[Text | str] = []
        for verdict in (Verdict.CONFLICT, Verdict.PARTIAL, Verdict.AGREE):
            number = len(view.by_verdict[verdict])
            parts += [piece(f"{SYMBOLS[verdict]} {number} {verb(verdict, number)}", verdict.value), " · "]
        for name, silence in zip(self.names, view.silences, strict=True):
            parts += [piece(f"{OMISSION_SYMBOL} {len(silence.omissions)} only in {name}", "omission"), " · "]
        to_review = len(view.possible) + len(view.proposed) + len(view.doubtful)
        parts.append(piece(f"{REVIEW_SYMBOL} {to_review} to review", "review"))
        return parts

    def headline(self) -> None:
        """Add the gravest contradictions and what only one side says."""
        conflicts = self.view.by_verdict[Verdict.CONFLICT]
        if self.shows(Kind.CONFLICT) and conflicts:
            self.canvas.blank()
            for link in conflicts[:HEADLINE_ROWS]:
                self._headline_conflict(link)
            self._more(len(conflicts) - HEADLINE_ROWS, "more contradictions below")
        if self.shows(Kind.OMISSION):
            for name, silence in zip(self.names, self.view.silences, strict=True):
                self._headline_silence(name, silence)

    def _more(self, number: int, what: str) -> None:
        if number > 0:
            self.canvas.add_cut(piece(f"… {number} {what}", "faint"), indent=2)

    def _headline_conflict(self, link: Link) -> None:
        difference = telling(link.differences)
        facets = ", ".join(dict.fromkeys(d.facet.value for d in link.differences)) or "no facet named"
        sign = f"{SYMBOLS[Verdict.CONFLICT]} contradict"
        words = in_words(difference) if difference else []
        ids = f"{', '.join(link.left)} / {', '.join(link.right)}"
        tail: list[Text | str] = [": ", *words] if words else [": ", piece(ids)]
        self.canvas.add_cut(*tail, label=joined([piece(sign, "conflict"), f" ({facets})"]))
        for n, (name, assertions) in enumerate(zip(self.names, self.view.assertions(link), strict=True)):
            assertion = telling_assertion(link, assertions, n)
            self.canvas.add_cut(
                around_mark(assertion, words_in(link, assertion, n), self._room()),
                label=piece(cut(name, self.pad - 2).ljust(self.pad), "party"),
                indent=2,
            )

    def _room(self) -> int | None:
        return None if self.canvas.width is None else max(self.canvas.width - self.pad - 2, 20)

    def _headline_silence(self, name: str, silence: Silence) -> None:
        if not silence.omissions:
            return
        self.canvas.blank()
        self.silence_heading(name, silence)
        shown = silence.leads or silence.omissions[: HEADLINE_ROWS - 1]
        for omission in shown[:6]:
            assertion = silence.account.assertion(omission.id)
            name_it = joined([sign(omission), piece(assertion.id, "faint"), "  "])
            self.canvas.add_cut(piece(assertion.text), label=name_it, indent=2)
        self._more(len(silence.omissions) - len(shown[:6]), "more below")

    def silence_heading(self, name: str, silence: Silence) -> None:
        """Add the heading of what only one side says."""
        confirmed, all_ = len(silence.confirmed), len(silence.omissions)
        if confirmed == all_:
            sure = "confirmed"
        elif confirmed == 0:
            sure = "likely; not checked by a person"
        else:
            sure = f"{confirmed} confirmed, {all_ - confirmed} likely"
        label = piece(f"{OMISSION_SYMBOL} Only in {name}", "omission")
        self.canvas.add(f" ({all_}, {sure})", label=label)
