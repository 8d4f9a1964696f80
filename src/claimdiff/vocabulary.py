"""The field's own words as types: every other module uses these and no synonyms.

An enum's value is the word that data and JSON carry; ``label`` is the phrase that a reader sees.
"""

from enum import StrEnum


class Role(StrEnum):
    """What an account's party is to the event."""

    PRINCIPAL = "principal"
    REACTION = "reaction"
    REPORTER = "reporter"


class Coverage(StrEnum):
    """Whether an account is known to hold every assertion of its party's statement."""

    FULL = "full"
    EXCERPT = "excerpt"


class Voice(StrEnum):
    """Whether a quote is the party's own words or a reporter's rendering of them."""

    DIRECT = "direct"
    REPORTED = "reported"


class Verdict(StrEnum):
    """How two linked assertions stand to each other."""

    AGREE = "agree"
    PARTIAL = "partial"
    CONFLICT = "conflict"

    @property
    def label(self) -> str:
        """Return the phrase that readers see."""
        return {"agree": "agree", "partial": "differ in detail", "conflict": "contradict"}[self.value]

    @property
    def gravity(self) -> int:
        """Return 0 for agree, 1 for partial, 2 for conflict."""
        return {"agree": 0, "partial": 1, "conflict": 2}[self.value]


class Facet(StrEnum):
    """In what two linked assertions differ."""

    QUANTITY = "quantity"
    TIME = "time"
    PLACE = "place"
    SCOPE = "scope"
    COMMITMENT = "commitment"
    ACTOR = "actor"
    POLARITY = "polarity"
    FRAMING = "framing"


class Origin(StrEnum):
    """Who made a link: a person's decision, the matcher, or a model's proposal."""

    CURATED = "curated"
    MATCHED = "matched"
    PROPOSED = "proposed"


class OmissionStatus(StrEnum):
    """How an omission is known."""

    CONFIRMED = "confirmed"
    LIKELY = "likely"


class Undecided(StrEnum):
    """Why an assertion is neither linked to nor omitted from another account."""

    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"
    EXCERPT = "excerpt"
    UNDECIDED = "undecided"


def gravest(verdicts: "list[Verdict] | tuple[Verdict, ...]") -> Verdict:
    """Return the gravest of the verdicts; AGREE when there is none."""
    return max(verdicts, key=lambda verdict: verdict.gravity, default=Verdict.AGREE)
