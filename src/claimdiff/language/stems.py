"""Word stems: the lexicon's own words from a table, all others from the Snowball stemmer for English (Porter2)."""

from collections.abc import Callable, Mapping
from functools import lru_cache


@lru_cache(maxsize=1)
def _snowball() -> Callable[[str], str]:
    # Imported only when a word outside the table comes up: the import alone costs more than reading an account.
    from snowballstemmer import stemmer

    stem: Callable[[str], str] = stemmer("english").stemWord
    return stem


@lru_cache(maxsize=65536)
def snowball(word: str) -> str:
    """Return the Snowball stem of a lower-case word."""
    return _snowball()(word)


def stemmer_with(table: Mapping[str, str]) -> Callable[[str], str]:
    """Return a function from lower-case word to stem that looks into ``table`` first."""

    def stem(word: str) -> str:
        known = table.get(word)
        return snowball(word) if known is None else known

    return stem
