"""Read a text once: everything that matching and judging need to know of it."""

import datetime

from claimdiff.language.commitment import find_commitments
from claimdiff.language.concepts import find_concepts
from claimdiff.language.cues import find_cues
from claimdiff.language.lexicon import Lexicon
from claimdiff.language.names import find_actors, find_places
from claimdiff.language.polarity import find_negations
from claimdiff.language.quantities import find_quantities
from claimdiff.language.reading import Reading
from claimdiff.language.scope import find_scopes
from claimdiff.language.times import find_times
from claimdiff.language.tokens import tokenize


def read(text: str, *, lexicon: Lexicon, date: datetime.date | None = None, language: str = "en") -> Reading:
    """Read a text; relative dates count from ``date``. A text in a language the lexicon lacks is read but not known."""
    tokens = tokenize(text, lexicon.function, lexicon.stem)
    actors = find_actors(tokens, lexicon)
    quantities, times = find_quantities(tokens, lexicon), find_times(tokens, date, lexicon)
    bounds = {k for quantity in quantities for k in range(quantity.first, quantity.last)}
    # The "not" of a limit ("not more than 15%") negates nothing, and the month of May makes nothing possible.
    negations = tuple(n for n in find_negations(tokens, lexicon) if n.kind != "not" or n.cue_first not in bounds)
    dated = {k for time in times for k in range(time.first, time.last)}
    commitments = find_commitments(tokens, actors, negations, lexicon)
    stems: dict[str, tuple[int, ...]] = {}
    for i, token in enumerate(tokens):
        if token.content:
            stems[token.stem] = (*stems.get(token.stem, ()), i)
    return Reading(
        text=text,
        date=date,
        known=lexicon.knows(language),
        tokens=tokens,
        concepts=find_concepts(tokens, lexicon),
        actors=actors,
        places=find_places(tokens, lexicon),
        quantities=quantities,
        times=times,
        negations=negations,
        commitments=tuple(step for step in commitments if step.first not in dated),
        scopes=find_scopes(tokens, lexicon),
        cues=find_cues(tokens, lexicon),
        stems=stems,
    )
