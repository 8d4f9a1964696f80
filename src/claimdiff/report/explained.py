"""One pair of assertions explained, as text."""

from claimdiff.comparison.explain import Explanation
from claimdiff.report.canvas import Canvas, piece
from claimdiff.report.text_words import explained_difference

BANDS = {
    "sure": "sure: the matcher links them",
    "possible": "possible: a candidate to review, no link",
    "none": "none: nothing near enough to review",
}


def render_explanation(found: Explanation, *, width: int | None, colour: bool) -> str:
    """Return the pair, what was decided, every reason for the score with its weight and words, and every facet."""
    canvas = Canvas(width=width, colour=colour)
    names = (found.left.party, found.right.party)
    pad = max(len(name) for name in names) + 2
    for name, assertion in zip(names, (found.ours, found.theirs), strict=True):
        canvas.add(piece(assertion.text), piece(f"  [{assertion.id}]", "faint"), label=piece(name.ljust(pad), "party"))
    canvas.blank()
    canvas.add(piece(found.decision or "nothing decided"), label="decision: ")
    canvas.add(piece(BANDS[found.band]), label="band: ")
    canvas.add(
        f"{found.score:.4f} (sure from {found.cut_sure:.2f}, to review from {found.cut_possible:.2f})", label="score: "
    )
    _rivals(canvas, found)
    canvas.blank()
    canvas.add(piece("why this score (log-odds; + speaks for a link)", "heading"))
    for reason in found.evidence:
        words = reason.left if reason.left == reason.right else f"{reason.left} / {reason.right}"
        canvas.add(piece(words, "faint"), label=f"{reason.weight:+7.2f}  {reason.feature}  ", indent=2)
    if not found.evidence:
        canvas.add("they share no word, concept or actor that weighs anything", indent=2)
    canvas.blank()
    said = f"{found.verdict.label}{'' if found.judged else ' (not judged: no rule can tell)'}"
    canvas.add(piece(said, found.verdict.value), label=piece("if they are versions of the same statement: ", "heading"))
    for difference in found.differences:
        label = piece(f"{difference.facet.value} ({difference.verdict.label}): ")
        canvas.add(*explained_difference(difference), label=label, indent=2)
    if not found.differences:
        canvas.add("no facet in which they differ", indent=2)
    return canvas.render()


def _rivals(canvas: Canvas, found: Explanation) -> None:
    for assertion, rank, best in (
        (found.ours, found.rank_for_left, found.best_for_left),
        (found.theirs, found.rank_for_right, found.best_for_right),
    ):
        nearer = "" if rank == 1 else f"; nearest: {best[0].id} ({best[1]:.4f})"
        canvas.add(piece(f"for {assertion.id} this is partner number {rank}{nearer}"), label="rank: ")
