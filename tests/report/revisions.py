"""Two steps of an account's history with a change of every kind."""

from claimdiff.accounts.model import Account, Assertion, Quote
from claimdiff.comparison.model import Difference
from claimdiff.comparison.revision import Edit, Field, Lone, Revision, Rewording, Stretch
from claimdiff.report.revised import Step
from claimdiff.vocabulary import Facet, Origin, Verdict

TEXT = (
    Stretch(edit=Edit.SAME, words="It lasts "),
    Stretch(edit=Edit.DROPPED, words="3"),
    Stretch(edit=Edit.ADDED, words="4"),
    Stretch(edit=Edit.SAME, words=" <days>."),
)
X, Y = Assertion(id="x", text="It lasts 3 <days>."), Assertion(id="y", text="It lasts 4 <days>.")
REVISION = Revision(
    old=Account(key="a", party="P"),
    new=Account(key="b", party="P"),
    fields=(Field(name="title", old=None, new="New"),),
    reworded=(
        Rewording(
            old=(X,),
            new=(Y,),
            text=TEXT,
            quotes=((Stretch(edit=Edit.ADDED, words="“so” (own words)"),),),
            fields=(Field(name="topic", old="t", new="u"),),
            verdict=Verdict.CONFLICT,
            judged=True,
            differences=(
                Difference(facet=Facet.QUANTITY, verdict=Verdict.CONFLICT, left=None, right=None, explanation=""),
            ),
            origin=Origin.MATCHED,
        ),
        Rewording(
            old=(X,),
            new=(X,),
            text=(),
            quotes=(),
            fields=(Field(name="note", old=None, new="n"),),
            verdict=Verdict.AGREE,
            judged=True,
            differences=(),
            origin=Origin.CURATED,
        ),
    ),
    dropped=(Lone(assertion=Assertion(id="d", text="Gone.", quotes=(Quote(source=None, quote="gone"),)), perhaps="y"),),
    added=(Lone(assertion=Assertion(id="e", text="New.")),),
    kept=7,
)
STEPS = [
    Step(name="v2", revision=REVISION),
    Step(name="v1", told="first version: 3 assertions"),
]
