from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.accounts.model import Account, Assertion, Quote
from claimdiff.cli.revising import revise
from claimdiff.cli.selection import NO_EVENT
from claimdiff.comparison.revision import Edit, Field, Lone, Revision, Stretch, same_assertions, stretches
from claimdiff.vocabulary import Facet, Verdict, Voice


def version(key: str, **texts: str) -> Account:
    return Account(key=key, party="P", assertions=tuple(Assertion(id=name, text=text) for name, text in texts.items()))


def changed(old: Account, new: Account) -> Revision:
    return revise(NO_EVENT, old, new, None)


def marked(found: Sequence[Stretch]) -> str:
    signs = {Edit.SAME: "{}", Edit.DROPPED: "[-{}-]", Edit.ADDED: "{{+{}+}}"}
    return "".join(signs[one.edit].format(one.words) for one in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It stops for 30 days.", "It stops for 20 days.", "It stops for [-30-]{+20+} days."),
        ("It stops.", "It stops now.", "It stops{+ now+}."),
        ("It stops now.", "It stops.", "It stops[- now-]."),
        ("The old big house stands.", "The new tall house stands.", "The [-old big-]{+new tall+} house stands."),
        ("All cats sleep.", "Nobody knows this today", "[-All cats sleep.-]{+Nobody knows this today+}"),
        ("", "New.", "{+New.+}"),
        ("Same.", "Same.", "Same."),
    ],
)
def test_stretches__case__marks_the_words(old: str, new: str, expected: str) -> None:
    assert marked(stretches(old, new)) == expected


@given(st.text("ab .,", max_size=30), st.text("ab .,", max_size=30))
def test_stretches__any__hold_both_texts_but_for_blanks(old: str, new: str) -> None:
    found = stretches(old, new)
    ours = "".join(one.words for one in found if one.edit is not Edit.ADDED)
    theirs = "".join(one.words for one in found if one.edit is not Edit.DROPPED)
    assert "".join(ours.split()) == "".join(old.split())
    assert "".join(theirs.split()) == "".join(new.split())


def test_revise__same_file__nothing_changed() -> None:
    old = version("a", x="The bridge is closed.", y="Taxes rise.")
    found = changed(old, replace(old, key="b"))
    assert (found.changes, found.kept) == (0, 2)


def test_revise__number_changed__reworded_with_what_it_means() -> None:
    old, new = version("a", x="500 people were hurt.", y="Taxes rise."), version("b", x="50 people were hurt.")
    found = changed(old, new)
    assert [marked(one.text) for one in found.reworded] == ["[-500-]{+50+} people were hurt."]
    assert found.reworded[0].verdict is Verdict.CONFLICT
    assert [difference.facet for difference in found.reworded[0].differences] == [Facet.QUANTITY]
    assert (found.dropped, found.added, found.kept) == ((Lone(assertion=old.assertions[1]),), (), 0)


def test_revise__added_and_dropped__are_told_apart_from_reworded() -> None:
    old, new = version("a", x="The bridge is closed."), version("b", z="Ice hockey was praised.")
    found = changed(old, new)
    assert (found.dropped, found.added) == (
        (Lone(assertion=old.assertions[0]),),
        (Lone(assertion=new.assertions[0]),),
    )


def test_revise__renamed_id__same_text_is_no_change() -> None:
    found = changed(version("a", x="Taxes rise."), version("b", other="Taxes rise."))
    assert (found.changes, found.kept) == (0, 1)


def test_revise__order_of_the_sides_keys__does_not_matter() -> None:
    one, other = version("z", x="It lasts 3 days."), version("a", x="It lasts 4 days.")
    assert [marked(r.text) for r in changed(one, other).reworded] == ["It lasts [-3-]{+4+} days."]
    assert same_assertions(one, other).accounts == ("a", "z")


def test_revise__quotes_and_other_fields__are_told() -> None:
    quotes = (
        Quote(source="s", quote="we will stop for 30 days"),
        Quote(source="s", quote="never again"),
        Quote(source=None, quote="kept"),
    )
    newer = (
        Quote(source="s", quote="we will stop for 20 days", voice=Voice.DIRECT),
        Quote(source=None, quote="kept"),
        Quote(source=None, quote="this one is quite another"),
    )
    old = Account(
        key="a", party="P", assertions=(Assertion(id="x", text="T.", quotes=quotes, topic="t", sources=("s",)),)
    )
    new = Account(key="b", party="Q", assertions=(Assertion(id="x", text="T.", quotes=newer, lead=True),))
    found = changed(old, new)
    (one,) = found.reworded
    assert found.fields == (Field(name="party", old="P", new="Q"),)
    assert one.text == ()
    assert [marked(quote) for quote in one.quotes] == [
        "“we will stop for [-30-]{+20+} days” ([-as reported-]{+own words+}, s)",
        "[-“never again” (as reported, s)-]",
        "{+“this one is quite another” (as reported)+}",
    ]
    assert one.fields == (
        Field(name="topic", old="t", new=None),
        Field(name="lead", old="no", new="yes"),
        Field(name="source", old="s", new=None),
    )
