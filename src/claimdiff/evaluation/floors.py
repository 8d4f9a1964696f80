"""The figures by name, and the least that is asked of them (``--fail-under links=0.50,sure=0.9``)."""

from collections.abc import Callable, Mapping

from claimdiff.evaluation.evaluate import Evaluation

FIGURES: Mapping[str, tuple[str, Callable[[Evaluation], float | None]]] = {
    "links": ("links F1", lambda e: e.total.matcher.links.f1),
    "sure": ("precision of sure links", lambda e: e.total.matcher.sure.precision),
    "sure-recall": ("recall of sure links", lambda e: e.total.matcher.sure.recall),
    "conflicts": ("precision of conflicts among sure links", lambda e: e.total.matcher.sure_conflicts.precision),
    "omissions": ("omissions F1", lambda e: e.total.matcher.omissions.f1),
    "likely": ("precision of likely omissions", lambda e: e.total.matcher.likely.precision),
    "likely-share": ("share of true omissions called likely", lambda e: e.total.matcher.likely.recall),
    "top1": ("true partner first", lambda e: e.total.matcher.top(1)),
    "top3": ("true partner among the first 3", lambda e: e.total.matcher.top(3)),
    "top5": ("true partner among the first 5", lambda e: e.total.matcher.top(5)),
    "verdicts": ("verdict accuracy, links given", lambda e: e.total.given.accuracy),
    "facets": ("facets F1, links given", lambda e: e.total.given.facets.f1),
    "end-to-end": ("verdict macro-F1, end to end", lambda e: e.total.matcher.macro_f1),
}
"""What can be asked for, by the name that is written; every figure is over all events."""

JUDGED = frozenset({"conflicts", "verdicts", "facets", "end-to-end"})
"""The figures that rest on the judge, whose weights have a data file of their own."""


def parse_floors(text: str) -> dict[str, float]:
    """Read ``name=value,name=value``; raise ValueError that says what is wrong and what would be right."""
    floors = {}
    for part in text.split(","):
        name, equals, value = part.strip().partition("=")
        if name not in FIGURES:
            message = f'unknown figure "{name}"; the figures are {", ".join(FIGURES)}'
            raise ValueError(message)
        try:
            floors[name] = float(value) if equals else -1.0
        except ValueError:
            floors[name] = -1.0
        if not 0.0 <= floors[name] <= 1.0:
            message = f'"{part.strip()}" gives {name} no number from 0 to 1; write, say, {name}=0.5'
            raise ValueError(message)
    return floors


def below(evaluation: Evaluation, floors: Mapping[str, float]) -> tuple[str, ...]:
    """Return a sentence for every figure that is below what is asked of it, or that could not be measured."""
    found = []
    for name, floor in floors.items():
        label, of = FIGURES[name]
        value = of(evaluation)
        if value is None:
            found.append(f"{label} could not be measured, {floor:.3f} is asked")
        elif value < floor:
            found.append(f"{label} is {value:.3f}, {floor:.3f} is asked")
    return tuple(found)
