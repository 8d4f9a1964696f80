"""The files' schema: what keys there are, what each holds, and which are needed.

The models take in what the files say; ``accounts.build`` turns them into the values that the rest of the program sees, and
``accounts.faults`` turns what does not fit into diagnostics. The JSON Schema for editors comes from them too.
"""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimdiff.accounts.fields import (
    AccountName,
    Count,
    CoverageName,
    Day,
    FacetName,
    Flag,
    Id,
    Language,
    Pair,
    RoleName,
    Seal,
    SeverityName,
    Sha256,
    Text,
    VerdictName,
    VoiceName,
    Words,
)
from claimdiff.accounts.sides import LEFT, RIGHT
from claimdiff.vocabulary import Coverage, Role, Voice

Kind = Literal["event", "account", "links", "config"]


class _Model(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, arbitrary_types_allowed=False, hide_input_in_errors=True
    )


def _optional(description: str, **more: Any) -> Any:
    return Field(default=None, description=description, **more)


def _needed(description: str, **more: Any) -> Any:
    return Field(description=description, **more)


class SourceModel(_Model):
    """Where words of a party were read."""

    publisher: Text | None = _optional("Who published it.")
    title: Text | None = _optional("Its title.")
    url: Text | None = _optional("Its live address, where known.")
    archive_url: Text | None = _optional("A web archive's copy, where known.")
    published: Day | None = _optional("The day it was published, as YYYY-MM-DD.")
    retrieved: Day | None = _optional("The day it was read, as YYYY-MM-DD.")
    language: Language | None = _optional("Its language, as a tag such as en or pt-BR.")
    file: Text | None = _optional("The archived text: a path from the project's folder, such as seeds/report.txt.")
    sha256: Sha256 | None = _optional("The SHA-256 digest of the archived text, in lower case.")


class QuoteModel(_Model):
    """Verbatim words of one source, or with no quote a source that bears the assertion out in other words."""

    model_config: ClassVar[ConfigDict] = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["quote"]}, {"required": ["source"]}]}
    )

    source: Id | None = _optional("The source's name among this account's sources.")
    quote: Text | None = _optional(
        "The words exactly as the source has them; an ellipsis (…) marks what is left out. Without them, the source has it."
    )
    voice: VoiceName = Field(
        default=Voice.REPORTED, description="direct: the party's own words; reported: a reporter's rendering of them."
    )
    prefix: Text | None = _optional("Words right before the quote, where it occurs several times in the source.")
    suffix: Text | None = _optional("Words right after the quote, where it occurs several times in the source.")


class AssertionModel(_Model):
    """One proposition that another account could confirm, contradict or leave out."""

    id: Id = _needed("Its name, unique in the file: lower-case letters, digits, hyphens.")
    text: Text = _needed("The proposition in one sentence that can be understood alone.")
    source: Id | None = _optional("The source of its one quote; with several quotes, use quotes.")
    quote: Text | None = _optional("The verbatim words of that source.")
    voice: VoiceName | None = _optional(
        "direct: the party's own words; reported (the default): a reporter's rendering."
    )
    quotes: tuple[QuoteModel, ...] | None = _optional("Its quotes, where there are several.", min_length=1)
    said: Day | None = _optional("The day it was said, where that is not the account's date.")
    attributed_to: Text | None = _optional("Who says it within the account.")
    topic: Text | None = _optional("What it is about, in a word or two.")
    lead: Flag = Field(default=False, description="true: newsworthy; comes first among its kind.")
    note: Text | None = _optional("A remark for other curators.")


class AccountModel(_Model):
    """One party's version of an event."""

    account: AccountName = _needed("The account's name; the same as the file's, without .yaml.")
    party: Text = _needed("Whose account it is, as readers see it.")
    role: RoleName = Field(
        default=Role.PRINCIPAL,
        description="principal: a party to the event; reaction: answers it; reporter: states things itself.",
    )
    aliases: tuple[Text, ...] = Field(default=(), min_length=1, description="Other names of the party in texts.")
    title: Text | None = _optional("What the account is, such as: Kremlin readout of the call.")
    date: Day | None = _optional("The day of the statement, as YYYY-MM-DD.")
    language: Language = Field(default="en", description="The language of the assertions' texts, as a tag such as en.")
    coverage: CoverageName = Field(
        default=Coverage.EXCERPT,
        description="full: every assertion of the party's statement is here; excerpt: not known to be.",
    )
    sources: dict[Id, SourceModel] | None = _optional("The sources of its quotes, by name.")
    assertions: tuple[AssertionModel, ...] = _needed("What the party says, one proposition each.", min_length=1)


_Ids = Annotated[tuple[Id, ...], Field(min_length=1)]
_LEFT: Any = Field(alias=LEFT, description="Ids of this account's assertions.")
_RIGHT: Any = Field(alias=RIGHT, description="Ids of this account's assertions.")


class DecisionModel(_Model):
    """What can be said of every decision."""

    note: Text | None = _optional("Why it was decided so.")
    by: Text | None = _optional("Who decided; model:<name> makes it a proposal until a person confirms it.")
    on: Day | None = _optional("The day of the decision, as YYYY-MM-DD.")
    seal: Seal | None = _optional("A digest of the texts decided on; when a text changes, the decision is stale.")


class DifferenceModel(_Model):
    """The words on each side that make a difference; a side that has none is left out."""

    facet: FacetName = _needed("In what they differ.")
    left: Words | None = Field(default=None, alias=LEFT, description="The words of this account.")
    right: Words | None = Field(default=None, alias=RIGHT, description="The words of this account.")
    verdict: VerdictName | None = _optional("How grave it is; the link's verdict where it is not given.")


class LinkModel(DecisionModel):
    """Assertions of the two accounts that are versions of the same statement."""

    left: _Ids = _LEFT
    right: _Ids = _RIGHT
    verdict: VerdictName = _needed("agree, partial (compatible, one says more), or conflict.")
    facets: tuple[FacetName, ...] = Field(default=(), min_length=1, description="In what they differ, without words.")
    differences: tuple[DifferenceModel, ...] = Field(
        default=(), min_length=1, description="In what they differ, with the words of each side."
    )


class PairModel(DecisionModel):
    """Assertions of the two accounts that were looked at together."""

    left: _Ids = _LEFT
    right: _Ids = _RIGHT


class OmissionModel(DecisionModel):
    """Assertions of one account that were looked for in the other and are not there."""

    left: _Ids | None = Field(default=None, alias=LEFT, description="Ids of this account's assertions.")
    right: _Ids | None = Field(default=None, alias=RIGHT, description="Ids of this account's assertions.")


class LinksModel(_Model):
    """What people have decided about two accounts of an event."""

    accounts: tuple[AccountName, ...] = _needed(
        "The two accounts, in alphabetical order, as in the file's name.", min_length=2, max_length=2
    )
    links: tuple[LinkModel, ...] = Field(default=(), description="Versions of the same statement.")
    apart: tuple[PairModel, ...] = Field(default=(), description="Look alike, are not versions of each other.")
    doubtful: tuple[PairModel, ...] = Field(
        default=(), description="Reasonable readers differ: shown to review, counted neither way."
    )
    omitted: tuple[OmissionModel, ...] = Field(default=(), description="Looked for and not there.")


_Both = Annotated[dict[AccountName, Id], Field(min_length=2, max_length=2)]
_One = Annotated[dict[AccountName, Id], Field(min_length=1, max_length=1)]


class ExpectationModel(_Model):
    """One thing that must hold of the event's comparison; exactly one of the keys."""

    model_config: ClassVar[ConfigDict] = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    only: _One | None = _optional("An assertion that only this account has, such as {kremlin: hockey}.")
    agree: _Both | None = _optional("Two assertions that are linked and agree.")
    partial: _Both | None = _optional("Two assertions that are linked and differ in detail.")
    conflict: _Both | None = _optional("Two assertions that are linked and contradict.")
    link: _Both | None = _optional("Two assertions that are linked.")
    counts: Annotated[dict[Pair, dict[Text, Count]], Field(min_length=1)] | None = _optional(
        "How many there are between two accounts, such as {kremlin/whitehouse: {conflict: 2}}."
    )


class EventModel(_Model):
    """One event."""

    title: Text | None = _optional("What the event is called.")
    date: Day | None = _optional("The day of the event, as YYYY-MM-DD.")
    summary: Text | None = _optional("What happened, in a few sentences.")
    expect: tuple[ExpectationModel, ...] = Field(default=(), description="What must hold of the event's comparison.")


class ConfigModel(_Model):
    """The project's settings: claimdiff.toml, or [tool.claimdiff] in pyproject.toml."""

    data: Text = Field(default="data", description="The folder that holds the events, from the project's folder.")
    event: Text | None = _optional("The event that is meant where none is named.")
    lexicon: tuple[Text, ...] = Field(default=(), description="Further lexicon files, from the project's folder.")
    severity: dict[Text, SeverityName] | None = _optional("The severity of diagnostics, by code.")
    ignore: tuple[Text, ...] = Field(default=(), description="Codes of diagnostics that are not wanted.")
    baseline: Text | None = _optional("The file of diagnostics that are known and not told again.")


MODELS: dict[str, type[_Model]] = {
    "event": EventModel,
    "account": AccountModel,
    "links": LinksModel,
    "config": ConfigModel,
}

# Which model stands where; "*" is any key or index. Needed to tell which keys would be right.
PLACES: dict[str, dict[tuple[str, ...], type[_Model]]] = {
    "event": {(): EventModel, ("expect", "*"): ExpectationModel},
    "account": {
        (): AccountModel,
        ("sources", "*"): SourceModel,
        ("assertions", "*"): AssertionModel,
        ("assertions", "*", "quotes", "*"): QuoteModel,
    },
    "links": {
        (): LinksModel,
        ("links", "*"): LinkModel,
        ("links", "*", "differences", "*"): DifferenceModel,
        ("apart", "*"): PairModel,
        ("doubtful", "*"): PairModel,
        ("omitted", "*"): OmissionModel,
    },
    "config": {(): ConfigModel},
}
