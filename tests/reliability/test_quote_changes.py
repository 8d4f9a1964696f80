"""Changes to true quotes: harmful ones never pass for the source's words, harmless ones keep their tier."""

import random
import re
from collections.abc import Callable, Iterator
from unicodedata import normalize

import pytest
from factories import ROOT

from claimdiff.accounts.quotes import SourceText, Tier

SEED = (ROOT / "seeds" / "000_775401348d42a178.txt").read_text(encoding="utf-8")
SENTENCES = [line.strip() for line in SEED.splitlines() if len(line.split()) >= 10]
SOURCE = SourceText(SEED)
NAMES = ("Putin", "Trump", "Zelenskyy", "Russia", "Ukraine", "Kremlin", "White House", "Moscow")
LOOKALIKE = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "i": "і"}
NOT = re.compile(r" (?:not|never|no)\b|n’t\b")

Change = Callable[[str, random.Random], str | None]


def without_negation(words: str, rng: random.Random) -> str | None:
    del rng
    return NOT.sub("", words, count=1) if NOT.search(words) else None


def with_negation(words: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r"\b(?:is|was|are|were|will|would|has|have|had|can|could|should|must)\b", words))
    if not found:
        return None
    at = rng.choice(found).end()
    return f"{words[:at]} not{words[at:]}"


def other_digit(words: str, rng: random.Random) -> str | None:
    digits = [match.start() for match in re.finditer(r"\d", words)]
    if not digits:
        return None
    at = rng.choice(digits)
    return words[:at] + rng.choice([digit for digit in "0123456789" if digit != words[at]]) + words[at + 1 :]


def other_name(words: str, rng: random.Random) -> str | None:
    there = [name for name in NAMES if re.search(rf"\b{name}\b", words)]
    if not there:
        return None
    old = rng.choice(there)
    return re.sub(rf"\b{old}\b", rng.choice([name for name in NAMES if name != old]), words, count=1)


def spliced(words: str, rng: random.Random) -> str | None:
    other = rng.choice([sentence for sentence in SENTENCES if sentence != words])
    return f"{' '.join(words.split()[:7])} {' '.join(other.split()[-7:])}"


def reordered(words: str, rng: random.Random) -> str | None:
    parts = words.split()
    at = rng.randrange(len(parts) - 1)
    if parts[at] == parts[at + 1]:
        return None
    parts[at : at + 2] = parts[at + 1], parts[at]
    return " ".join(parts)


def lookalike(words: str, rng: random.Random) -> str | None:
    places = [n for n, letter in enumerate(words) if letter in LOOKALIKE]
    at = rng.choice(places)
    return words[:at] + LOOKALIKE[words[at]] + words[at + 1 :]


def other_case(words: str, rng: random.Random) -> str | None:
    found = list(re.finditer(r"\b[a-z]{4,}\b", words))
    match = rng.choice(found)
    return words[: match.start()] + match[0].capitalize() + words[match.end() :]


HARMFUL: dict[str, tuple[Change, int]] = {
    "negation-dropped": (without_negation, 15),
    "negation-put-in": (with_negation, 25),
    "digit": (other_digit, 30),
    "name": (other_name, 40),
    "spliced": (spliced, 30),
    "reordered": (reordered, 30),
    "look-alike": (lookalike, 30),
    "case": (other_case, 10),
}


def typed(words: str) -> str:
    return words.translate(str.maketrans("’‘“”", "''\"\""))


def hyphened(words: str) -> str:
    return re.sub(r"(\w{4})(\w{4})", "\\1\u00ad\\2", words, count=2)


def ligatured(words: str) -> str:
    return words.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")


def wrapped(words: str) -> str:
    return re.sub(r"(.{30}\S*) ", "\\1\n", words)


HARMLESS: dict[str, Callable[[str], str]] = {
    "straight-marks": typed,
    "soft-hyphens": hyphened,
    "ligatures": ligatured,
    "line-wraps": wrapped,
    "double-blanks": lambda words: words.replace(" ", "  ", 3),
    "no-break-blanks": lambda words: words.replace(" ", "\u00a0", 2),
    "thin-blanks": lambda words: words.replace(" ", "\u2009", 1),
    "dashes": lambda words: words.replace(" – ", "—").replace("-", "\u2011"),
    "all": lambda words: wrapped(ligatured(typed(words))).replace(" ", "\u00a0", 1),
    "decomposed": lambda words: normalize("NFD", words),
}


def harmful() -> Iterator[tuple[str, str]]:
    rng = random.Random(20250318)
    for kind, (change, wanted) in HARMFUL.items():
        seen: set[str] = set()
        for _ in range(wanted * 60):
            changed = change(rng.choice(SENTENCES), rng)
            if changed is not None and changed not in seen:
                seen.add(changed)
                yield kind, changed
            if len(seen) == wanted:
                break


def harmless() -> Iterator[tuple[str, str, Tier]]:
    for kind, change in HARMLESS.items():
        changed = [(words, change(words)) for words in SENTENCES if len(words) < 400]
        different = (
            [new for words, new in changed if new != words] if kind != "decomposed" else [new for _, new in changed]
        )
        for new in different[:12]:
            yield kind, new, Tier.EXACT if kind == "decomposed" else Tier.TYPOGRAPHIC


HARMFUL_CASES = list(dict.fromkeys(harmful()))
HARMLESS_CASES = list(dict.fromkeys(harmless()))


def test_corpora__size__as_promised() -> None:
    assert len(HARMFUL_CASES) >= 200
    assert len(HARMLESS_CASES) >= 100
    assert all(SOURCE.find(words).tier is Tier.EXACT for words in SENTENCES)


@pytest.mark.parametrize(("kind", "changed"), HARMFUL_CASES)
def test_find__harmful_change__neither_exact_nor_typographic(kind: str, changed: str) -> None:
    assert SOURCE.find(changed).tier in (Tier.NOT_FOUND, Tier.ELIDED), kind


def test_find__harmless_variants__right_tier_in_99_of_100() -> None:
    wrong = [(kind, changed) for kind, changed, tier in HARMLESS_CASES if SOURCE.find(changed).tier is not tier]
    assert len(wrong) * 100 <= len(HARMLESS_CASES), wrong
