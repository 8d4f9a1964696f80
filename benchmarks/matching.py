"""Time and memory of matching two accounts of generated assertions, beside rapidfuzz's full matrix on the same texts.

    python benchmarks/matching.py [--sizes 40,500,1000,2000,5000] [--no-matrix]

Each size runs in a process of its own, so that its memory is its own. "growth" is the time against that of half the size,
scaled where the sizes are not exactly double.
"""

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import time

ACTORS = (
    "Russia",
    "Ukraine",
    "the United States",
    "China",
    "Japan",
    "the ministry",
    "the company",
    "the union",
    "Boeing",
)
VERBS = (
    "said",
    "agreed",
    "denied",
    "offered",
    "proposed",
    "announced",
    "demanded",
    "confirmed",
    "rejected",
    "welcomed",
)
MATTERS = (
    "a ceasefire", "the exchange of prisoners", "tariffs on steel", "the strike at the plant", "an investigation", "a truce",
    "the talks in March", "safe shipping", "an increase in wages", "the evacuation", "the power lines", "a court order",
    "the return of children", "energy facilities", "the export of grain", "a new contract", "the loss of life", "aid",
)  # fmt: skip
LINKS = ("because of", "after", "in spite of", "together with", "before", "despite", "for the sake of")


def texts(count: int, seed: int) -> list[str]:
    """Return so many assertions: words that all share, and names of their own, of which longer accounts have more."""
    draw = random.Random(seed)
    names = _names(10 + int(4 * count**0.8))
    made = []
    for _ in range(count):
        first, second, third = (draw.choice(names) for _ in range(3))
        made.append(
            f"{draw.choice(ACTORS)} {draw.choice(VERBS)} {draw.choice(MATTERS)} near {first} {draw.choice(LINKS)} "
            f"{draw.choice(MATTERS)}, and {second} {draw.choice(VERBS)} {draw.choice(MATTERS)} of {third}.",
        )
    return made


def _names(count: int) -> list[str]:
    draw = random.Random(7)
    parts = ("ka", "lo", "mir", "ten", "va", "ros", "bel", "dun", "esh", "gor", "hal", "is", "jov", "nar", "pol", "sul")
    return ["".join(draw.choice(parts) for _ in range(3)).capitalize() + draw.choice(parts) for _ in range(count)]


def measure(size: int, *, matrix: bool) -> dict[str, float | None]:
    """Return seconds of reading and matching, and of the full matrix, and the peak of memory in MB before the matrix."""
    from claimdiff.alignment.align import align
    from claimdiff.alignment.weights import load_weights
    from claimdiff.language.lexicon import load_lexicon
    from claimdiff.language.read import read

    lexicon, weights = load_lexicon(), load_weights()
    left, right = texts(size, 1), texts(size, 2)
    align([read("Start.", lexicon=lexicon)], [read("Begin.", lexicon=lexicon)], lexicon=lexicon, weights=weights)
    begun = time.perf_counter()
    ours, theirs = [read(t, lexicon=lexicon) for t in left], [read(t, lexicon=lexicon) for t in right]
    have_read = time.perf_counter()
    align(ours, theirs, lexicon=lexicon, weights=weights)
    done = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = None
    if matrix:
        from rapidfuzz import fuzz

        begun_matrix = time.perf_counter()
        for text in left:
            for other in right:
                fuzz.token_set_ratio(text, other)
        seconds = time.perf_counter() - begun_matrix
    return {"reading": have_read - begun, "matching": done - have_read, "memory": memory, "matrix": seconds}


def main() -> None:
    """Run every size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="40,500,1000,2000,5000")
    parser.add_argument("--no-matrix", action="store_true")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        json.dump(measure(options.one, matrix=not options.no_matrix), sys.stdout)
        return
    print("assertions    reading   matching   growth   memory   token_set_ratio matrix")  # noqa: T201
    before: tuple[int, float] | None = None
    for size in (int(part) for part in options.sizes.split(",")):
        command = [sys.executable, __file__, "--one", str(size), *(["--no-matrix"] if options.no_matrix else [])]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        growth = "–"
        if before is not None:
            steps = math.log2(size / before[0])
            growth = f"{(found['matching'] / before[1]) ** (1 / steps):.2f}"
        before = size, found["matching"]
        matrix = "–" if found["matrix"] is None else f"{found['matrix']:.2f} s"
        print(  # noqa: T201
            f"{size:>5} × {size:<5} {found['reading']:7.3f} s {found['matching']:8.3f} s {growth:>7} "
            f"{found['memory']:6.0f} MB   {matrix}",
        )


if __name__ == "__main__":
    main()
