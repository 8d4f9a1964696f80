"""A report with a row of every kind, made by hand, and a way to put a text into every field of it."""

import datetime

from claimdiff.accounts.model import Account, Assertion, Quote, Source
from claimdiff.comparison.model import (
    Candidate,
    Comparison,
    Difference,
    Doubtful,
    Evidence,
    Link,
    Nearest,
    Omission,
    Open,
    Possible,
    Report,
    Stale,
    Words,
)
from claimdiff.comparison.totals import counts, statements
from claimdiff.vocabulary import Coverage, Facet, OmissionStatus, Origin, Role, Undecided, Verdict, Voice

DAY = datetime.date(2025, 3, 18)


def source(key: str, text: str = "", **values: str) -> Source:
    given: dict[str, str] = {"publisher": f"Daily {key}", "title": f"What {key} saw", **values}
    return Source(
        key=key,
        publisher=given["publisher"] + text,
        title=given["title"] + text,
        url=given.get("url"),
        archive_url=given.get("archive_url"),
        published=DAY,
        retrieved=DAY,
        language="en",
        file=f"seeds/{key}.txt",
    )


def accounts(text: str = "") -> tuple[Account, Account]:
    """Return two accounts; ``text`` is added to every field that may hold any."""
    left = Account(
        key="north",
        party="North" + text,
        aliases=("The North" + text,),
        title="What the North says" + text,
        date=DAY,
        coverage=Coverage.FULL,
        sources={
            "paper": source("paper", text, url="https://news.example/a?b=c&d", archive_url="https://archive.example/1"),
            "odd": source("odd", text, url="javascript:alert(1)", archive_url="data:text/html,x"),
        },
        assertions=(
            Assertion(
                id="strikes",
                text="Strikes on power plants stop for 30 days." + text,
                quotes=(
                    Quote(source="paper", quote="strikes on power plants stop" + text, prefix="said ", suffix=" and"),
                    Quote(source="odd", quote="we stop" + text, voice=Voice.DIRECT),
                ),
                said=DAY,
                attributed_to="The president" + text,
                topic="energy" + text,
                lead=True,
                note="A note." + text,
            ),
            Assertion(id="talks", text="Talks go on." + text, sources=("paper",), topic="talks" + text),
            Assertion(id="hockey", text="There will be hockey." + text, lead=True, topic="sport" + text),
            Assertion(id="wheat", text="Wheat was discussed." + text),
            Assertion(id="maybe", text="Ports may open." + text),
            Assertion(id="rail", text="Railways were named." + text),
            Assertion(id="open", text="Something nobody looked at." + text),
        ),
    )
    right = Account(
        key="south",
        party="South" + text,
        coverage=Coverage.EXCERPT,
        language="de",
        role=Role.REACTION,
        sources={"wire": source("wire", text)},
        assertions=(
            Assertion(
                id="ceasefire",
                text="All strikes stop." + text,
                quotes=(Quote(source="wire", quote="all strikes" + text),),
            ),
            Assertion(id="speaking", text="Talks go on." + text),
            Assertion(
                id="iran", text="Iran was named." + text, quotes=(Quote(source=None, quote="about Iran" + text),)
            ),
            Assertion(id="ports", text="Ports will open." + text),
            Assertion(id="trains", text="Trains run." + text),
        ),
    )
    return left, right


def comparison(text: str = "") -> Comparison:
    """Return the comparison of the two accounts, with a row of every kind."""
    difference = Difference(
        facet=Facet.SCOPE,
        verdict=Verdict.CONFLICT,
        left=Words(id="strikes", field="quote", quote=0, start=11, end=23, words="power plants"),
        right=Words(id="ceasefire", field="text", start=0, end=11, words="All strikes"),
        explanation="power plants only against everything" + text,
    )
    one_sided = Difference(
        facet=Facet.TIME,
        verdict=Verdict.PARTIAL,
        left=Words(id="strikes", field="decision", start=0, end=0, words="30 days" + text),
        right=None,
        explanation="",
    )
    bare = Difference(facet=Facet.FRAMING, verdict=Verdict.PARTIAL, left=None, right=None, explanation="no words")
    evidence = (Evidence(feature="words", weight=1.25, left="talks" + text, right="talks"),)
    return Comparison(
        left="north",
        right="south",
        reviewed=False,
        links=(
            Link(
                left=("strikes",),
                right=("ceasefire",),
                verdict=Verdict.CONFLICT,
                judged=True,
                origin=Origin.CURATED,
                differences=(difference, one_sided, bare),
                score=0.8123456,
                by="Ada" + text,
                note="Why." + text,
            ),
            Link(
                left=("talks",),
                right=("speaking",),
                verdict=Verdict.AGREE,
                judged=False,
                origin=Origin.MATCHED,
                evidence=evidence,
                score=0.9,
            ),
        ),
        possible=(
            Possible(
                left=("maybe",),
                right=("ports",),
                chosen=True,
                score=0.4,
                verdict=Verdict.PARTIAL,
                judged=False,
                differences=(bare,),
                evidence=evidence,
            ),
        ),
        proposed=(
            Link(
                left=("rail",),
                right=("trains",),
                verdict=Verdict.CONFLICT,
                judged=True,
                origin=Origin.PROPOSED,
                by="model:parrot" + text,
            ),
        ),
        doubtful=(Doubtful(left=("rail",), right=("iran",), note="Hm." + text),),
        omissions=(
            Omission(
                account="south",
                id="iran",
                missing_from="north",
                status=OmissionStatus.LIKELY,
                nearest=Nearest(id="wheat", score=0.1),
            ),
            Omission(account="south", id="trains", missing_from="north", status=OmissionStatus.CONFIRMED, nearest=None),
        ),
        undecided=(
            Open(
                account="north",
                id="hockey",
                missing_from="south",
                why=Undecided.EXCERPT,
                nearest=Nearest(id="iran", score=0.05),
            ),
            Open(account="north", id="open", missing_from="south", why=Undecided.UNDECIDED, nearest=None),
            Open(account="north", id="wheat", missing_from="south", why=Undecided.EXCERPT, nearest=None),
            Open(account="north", id="maybe", missing_from="south", why=Undecided.POSSIBLE, nearest=None),
        ),
        candidates=(Candidate(left="maybe", right="ports", score=0.4),),
        stale=(Stale(kind="link", left=("wheat",), right=()),),
    )


def report(text: str = "") -> Report:
    """Return the report on the two accounts."""
    both, found = accounts(text), comparison(text)
    return Report(
        event="a-call",
        accounts=both,
        comparisons=(found,),
        statements=tuple(statements(both, [found])),
        counts={"north/south": counts(found)},
    )
