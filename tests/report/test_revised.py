import json
import re
from dataclasses import replace

import pytest

from claimdiff.accounts.model import Account, Assertion, Quote
from claimdiff.comparison.revision import Edit, Field, Lone, Revision, Stretch
from claimdiff.report.formats import RenderOptions
from claimdiff.report.revised import REVISION_FORMATS, Step
from report.payloads import PAYLOADS
from report.revisions import REVISION, STEPS, TEXT


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


def test_revision_html__every_kind__before_and_after_with_the_changed_words() -> None:
    html = REVISION_FORMATS["html"](STEPS, RenderOptions(title="call/north"))
    body = html[html.index("<h1") : html.index("<footer")]
    shown = " ".join(re.sub(r"<(?!/?(?:del|ins|h1|h2)\b)[^>]*>", " ", body).split())
    assert re.sub(r' id="[^"]*"', "", shown) == (
        "<h1>call/north</h1> <h2>v2</h2> 1 reworded, 1 with other details, 1 dropped, 1 added, 7 unchanged "
        "What changed, one row a change Change Before After What it means "
        "~ account changed Before nothing After title: <ins>New</ins> "
        "~ reworded x → y Before It lasts <del>3</del> &lt;days&gt;. topic: <del>t</del> "
        "After It lasts <ins>4</ins> &lt;days&gt;. quote: <ins>“so” (own words)</ins> topic: <ins>u</ins> "
        "the versions contradict (quantity); versions of each other according to the matcher "
        "~ details changed x Before nothing After note: <ins>n</ins> "
        "− dropped d Before <del>Gone.</del> as reported: <del>“gone”</del> After no longer there "
        "perhaps a version of y: for a person to decide "
        "+ added e Before not there yet After <ins>New.</ins> "
        "<h2>v1</h2> first version: 3 assertions"
    )


def test_revision_html__one_step_without_title__is_called_by_its_name() -> None:
    html = REVISION_FORMATS["html"](STEPS[:1], RenderOptions())
    assert html.count("<h1") == 1
    assert "<h1>v2</h1>" in html
    assert '<h2 id="v-1" class="cd-vh">v2</h2>' in html
    assert "<h1>What was edited</h1>" in REVISION_FORMATS["html"](STEPS, RenderOptions())


def test_revision_html__payload_in_every_field__same_elements_as_harmless_text() -> None:
    def outline(text: str) -> list[str]:
        lone = Lone(assertion=Assertion(id="d", text=text, quotes=(Quote(source=None, quote=text),)), perhaps="y")
        one = replace(
            REVISION.reworded[0],
            text=tuple(Stretch(edit=edit, words=text) for edit in Edit),
            quotes=((Stretch(edit=Edit.SAME, words=text),),),
            fields=(Field(name="note", old=text, new=text),),
        )
        found = replace(REVISION, reworded=(one,), dropped=(lone,), added=(lone,))
        html = REVISION_FORMATS["html"]([Step(name=text, revision=found, told=text)], RenderOptions(title=text))
        return re.findall(r"</?[a-z][^\s>]*", html)

    for payload in PAYLOADS:
        assert outline(payload) == outline("plain"), payload


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
