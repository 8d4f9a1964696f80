import json

import pytest

from claimdiff.accounts.model import Account, Assertion, Quote
from claimdiff.comparison.model import Difference
from claimdiff.comparison.revision import Edit, Field, Lone, Revision, Rewording, Stretch
from claimdiff.report.formats import RenderOptions
from claimdiff.report.revised import REVISION_FORMATS, Step
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


def test_revision_text__every_kind__with_marks_that_show_without_colour() -> None:
    assert REVISION_FORMATS["text"](STEPS, RenderOptions()) == (
        "v2\n"
        "1 reworded, 1 with other details, 1 dropped, 1 added, 7 unchanged\n"
        "  title: {+New+}\n"
        "\n"
        "  ~ reworded [x → y] the versions contradict (quantity); versions of each other according to the matcher\n"
        "    It lasts [-3-]{+4+} <days>.\n"
        "    quote: {+“so” (own words)+}\n"
        "    topic: [-t-]{+u+}\n"
        "\n"
        "  ~ details changed [x]\n"
        "    note: {+n+}\n"
        "\n"
        "  − dropped [d] perhaps a version of y: for a person to decide\n"
        "    Gone.\n"
        "    “gone”\n"
        "\n"
        "  + added [e]\n"
        "    New.\n"
        "\n"
        "v1\n"
        "first version: 3 assertions\n"
    )


def test_revision_markdown__every_kind__escaped() -> None:
    assert REVISION_FORMATS["markdown"](STEPS, RenderOptions()) == (
        "# v2\n"
        "\n"
        "1 reworded, 1 with other details, 1 dropped, 1 added, 7 unchanged.\n"
        "\n"
        "- title: <ins>New</ins>\n"
        "- ≈ reworded, x → y (the versions contradict (quantity); versions of each other according to the matcher): "
        "It lasts <del>3</del><ins>4</ins> &lt;days&gt;.\n"
        "    - quote: <ins>“so” (own words)</ins>\n"
        "    - topic: <del>t</del><ins>u</ins>\n"
        "- ≈ details changed, x\n"
        "    - note: <ins>n</ins>\n"
        "- − dropped, d (perhaps a version of y: for a person to decide): Gone. “gone”\n"
        "- \\+ added, e: New.\n"
        "\n"
        "# v1\n"
        "\n"
        "first version: 3 assertions\n"
    )


def test_revision_json__every_kind__as_values() -> None:
    first, second = json.loads(REVISION_FORMATS["json"](STEPS, RenderOptions()))["steps"]
    assert second == {"name": "v1", "told": "first version: 3 assertions", "revision": None}
    assert (first["name"], first["told"], sorted(first["revision"])) == (
        "v2",
        None,
        ["added", "dropped", "fields", "kept", "new", "old", "reworded"],
    )
    assert first["revision"]["reworded"][0]["text"] == [{"edit": one.edit.value, "words": one.words} for one in TEXT]
    assert first["revision"]["dropped"] == [{"id": "d", "text": "Gone.", "quotes": ["gone"], "perhaps": "y"}]


@pytest.mark.parametrize("name", REVISION_FORMATS)
def test_revision__nothing_changed__says_so(name: str) -> None:
    account = Account(key="a", party="P")
    same = Revision(old=account, new=account, fields=(), reworded=(), dropped=(), added=(), kept=3)
    text = REVISION_FORMATS[name]([Step(name="v", revision=same)], RenderOptions())
    assert ("nothing changed in 3 assertions" in text) == (name != "json")
