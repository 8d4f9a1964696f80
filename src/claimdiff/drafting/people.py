"""Tell which nouns mean people: by the lists, else by how they end."""

from claimdiff.drafting import words as w

_KNOWN = w.OCCUPATIONS | w.PRIVATE | w.FAMILY | w.PLAYERS | w.GROUP_PEOPLE | w.OF_A_PLACE
_ENDINGS = (
    "ologist", "ician", "iatrist", "ist", "arian", "grapher", "master", "mistress", "keeper", "holder", "worker", "goer",
    "man", "woman", "men", "women", "eer", "farmer", "teacher", "trainer", "grower", "monger",
)  # fmt: skip
_NO_PEOPLE = frozenset(
    "list mist twist exist consist assist insist resist persist fist gist beer deer peer career".split()
)


def human(noun: str) -> bool:
    """Tell whether a noun means a person, or with -s people: by the lists, else by how it ends."""
    one = noun.removesuffix("s")
    if noun in w.VAGUE or one in _NO_PEOPLE:
        return False
    return bool({noun, one} & _KNOWN) or (len(one) > 5 and one.endswith(_ENDINGS))


def trade(noun: str) -> bool:
    """Tell whether a noun is surely a trade by its ending: before a name, with a capital only from the sentence."""
    return len(noun) > 7 and noun not in w.VAGUE and noun.endswith(_ENDINGS[:9])
