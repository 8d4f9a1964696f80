"""Write a large collection to measure with: ``python tests/reliability/collection.py FOLDER [EVENTS]``."""

import random
import sys
from pathlib import Path

ACCOUNTS = ("ankara", "brussels", "geneva", "oslo", "vienna")
PEOPLE = ("Minister Aydin", "Commissioner Peeters", "Secretary Rossi", "Premier Hagen", "Chancellor Gruber")
STEPS = ("agreed to", "proposed", "rejected", "discussed", "ordered", "welcomed", "demanded", "offered")
MATTERS = (
    "a pause in strikes on energy infrastructure", "an exchange of prisoners", "a ceasefire in the Black Sea",
    "tariffs on steel and aluminium", "an inspection of the plant", "the return of the children",
    "a meeting of expert groups", "a corridor for grain ships", "the reopening of the border crossing",
    "a loan for the reconstruction of schools", "limits on long-range missiles", "the release of the crew",
)  # fmt: skip
WHERE = (
    "in Riyadh",
    "in Istanbul",
    "in Geneva",
    "near Kherson",
    "in Doha",
    "in Helsinki",
    "at the airport",
    "by phone",
)
WHEN = ("on 12 March 2025", "within 30 days", "next week", "by the end of June", "on Tuesday", "before the summit")
FILLER = "The correspondent described the mood in the room as sober, and officials declined to go into any detail. "


def sentence(rng: random.Random, person: str) -> str:
    number = rng.randrange(2, 9000)
    parts = (person, rng.choice(STEPS), rng.choice(MATTERS), rng.choice(WHERE), rng.choice(WHEN))
    return f"{' '.join(parts)}, with {number} people concerned."


def wording(rng: random.Random, words: str) -> str:
    """Return a curator's wording of words: shorter, and in one case of four with another verb."""
    short = words.partition(", with ")[0] + "."
    if rng.random() < 0.25:
        short = short.replace("agreed to", "accepted").replace("proposed", "put forward").replace("ordered", "had")
    return short


def write(folder: Path, events: int, *, assertions: int = 20, source_size: int = 20_000) -> None:
    """Write a project with so many events; the same call always writes the same bytes."""
    rng = random.Random(20250318)
    (folder / "seeds").mkdir(parents=True, exist_ok=True)
    (folder / "claimdiff.toml").write_text('data = "data"\n', encoding="utf-8")
    for n in range(events):
        event = folder / "data" / f"event-{n:04}"
        (event / "links").mkdir(parents=True, exist_ok=True)
        texts = {
            name: [sentence(rng, who) for _ in range(assertions)] for name, who in zip(ACCOUNTS, PEOPLE, strict=True)
        }
        lines = [line for said in texts.values() for line in said]
        rng.shuffle(lines)
        body = "\n".join(f"{line} {FILLER}" for line in lines)
        body += "\n" + FILLER * max(0, (source_size - len(body)) // len(FILLER))
        (folder / "seeds" / f"report-{n:04}.txt").write_text(body, encoding="utf-8")
        (event / "event.yaml").write_text(f"title: Event {n}\ndate: 2025-03-10\n", encoding="utf-8")
        for name, said in texts.items():
            (event / f"{name}.yaml").write_text(
                account(name, n, [(line, wording(rng, line)) for line in said]), encoding="utf-8"
            )
        (event / "links" / "ankara--brussels.yaml").write_text(
            "accounts: [ankara, brussels]\nlinks:\n"
            "  - {ankara: [a0], brussels: [a0], verdict: partial, facets: [actor]}\nomitted:\n  - ankara: [a1, a2]\n",
            encoding="utf-8",
        )


def account(name: str, event: int, said: list[tuple[str, str]]) -> str:
    head = (
        f"account: {name}\nparty: {name.capitalize()}\ndate: 2025-03-10\ncoverage: full\nsources:\n  report:\n"
        f"    publisher: A newspaper\n    url: https://news.example/{event}\n    file: seeds/report-{event:04}.txt\n"
    )
    items = "".join(
        f'  - id: a{i}\n    text: {text}\n    source: report\n    quote: "{quote}"\n'
        for i, (quote, text) in enumerate(said)
    )
    return f"{head}assertions:\n{items}"


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
