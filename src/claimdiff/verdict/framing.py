"""Compare framing: the same matter in loaded, opposed or softened words."""

from collections.abc import Iterator

from claimdiff.language.reading import Cue
from claimdiff.verdict.contraries import SILENT
from claimdiff.verdict.contrast import Contrast, Side
from claimdiff.verdict.evidence import Evidence
from claimdiff.vocabulary import Facet, Verdict

VALUES = frozenset({"praise", "blame"})
OPPOSED = frozenset({"favourable", "soft"})


def tones(side: Side) -> list[tuple[int, Cue]]:
    """Return the words of a side that colour what they name."""
    return [(i, cue) for i, r in enumerate(side.readings) for cue in r.cues if cue.kind == "tone"]


def compare_framing(c: Contrast) -> Iterator[Evidence]:
    """Yield a hostile name of the left side for what the right side names otherwise, and blame against praise."""
    left = [(i, cue) for i, cue in tones(c.left) if cue.other == "hostile" and _own(c, i, cue)]
    right = [(i, cue) for i, cue in tones(c.right) if _own(c.mirrored(), i, cue)]
    for i, cue in left:
        for j, other in right:
            if other.value == cue.value and other.other != "hostile":
                yield _framed(c, (i, cue), (j, other), "named-otherwise", other.other in OPPOSED)
                return
    left = [entry for entry in left if not _ended(c, *entry)]
    praise = [(j, cue) for j, cue in right if cue.other == "favourable"]
    if left and praise and not any(cue.other == "hostile" for _, cue in right):
        yield _framed(c, left[0], praise[0], "blame-against-praise", True)


def both_praise(c: Contrast) -> bool:
    """Tell whether both sides colour the matter favourably and neither in a hostile way or with a denial."""
    for side in (c.left, c.right):
        found = {cue.other for _, cue in tones(side)}
        if (
            "favourable" not in found
            or "hostile" in found
            or any(n.kind not in SILENT for r in side.readings for n in r.negations)
        ):
            return False
    return True


def _ended(c: Contrast, index: int, cue: Cue) -> bool:
    """Tell whether a hostile word names what is to stop ("wants the killing stopped"), which blames nobody."""
    return any(n.kind == "halt" and n.first <= cue.first < n.last for n in c.left.readings[index].negations)


def _own(c: Contrast, index: int, cue: Cue) -> bool:
    return not any((index, k) in c.pairs for k in range(cue.first, cue.last))


def _framed(c: Contrast, left: tuple[int, Cue], right: tuple[int, Cue], rule: str, grave: bool) -> Evidence:
    (i, cue), (j, other) = left, right
    return Evidence(
        rule,
        Facet.FRAMING,
        Verdict.CONFLICT if grave else Verdict.PARTIAL,
        c.left.place(i, cue.first, cue.last),
        c.right.place(j, other.first, other.last),
        f"One side's word is {cue.other}, the other's {other.other}.",
    )
