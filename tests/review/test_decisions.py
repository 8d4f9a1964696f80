import datetime
from dataclasses import replace

import pytest
from factories import account

from claimdiff.accounts.model import Decisions, DifferenceDecision, LinkDecision, OmissionDecision, PairDecision
from claimdiff.accounts.seal import seal_of
from claimdiff.review.decisions import Desk, InTheWay, Stamp, describe
from claimdiff.review.entries import Entry, NotThere, Section, applied
from claimdiff.vocabulary import Facet, Verdict

LEFT = account("east", "One.", "Two.", "Three.")
RIGHT = account("west", "Uno.", "Dos.", "Tres.")
NAMES = ("east", "west")
NOTHING = Decisions(accounts=NAMES)
STAMP = Stamp(by="Anna", on=datetime.date(2026, 11, 24))
DESK = Desk(left=LEFT, right=RIGHT)
BOSS = Desk(left=LEFT, right=RIGHT, overrule=True)


def seal(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    return seal_of([LEFT.assertion(i) for i in left], [RIGHT.assertion(i) for i in right])


def link(left: tuple[str, ...], right: tuple[str, ...], verdict: Verdict = Verdict.AGREE) -> LinkDecision:
    return LinkDecision(left=left, right=right, verdict=verdict, by="Anna", on=STAMP.on, seal=seal(left, right))


def pair(left: tuple[str, ...], right: tuple[str, ...]) -> PairDecision:
    return PairDecision(left=left, right=right, by="Anna", on=STAMP.on, seal=seal(left, right))


def omission(ids: tuple[str, ...], account: str = "east") -> OmissionDecision:
    sides = (ids, ()) if account == "east" else ((), ids)
    return OmissionDecision(account=account, ids=ids, by="Anna", on=STAMP.on, seal=seal(*sides))


def after(decisions: Decisions, edit: object) -> Decisions:
    return applied(decisions, edit, LEFT, RIGHT)  # type: ignore[arg-type]


def test_link__nothing_decided__entry_with_seal_and_ids_in_order() -> None:
    edit = DESK.link(
        NOTHING, ["a2", "a1"], ["a3"], Verdict.CONFLICT, replace(STAMP, note="so"), facets=[Facet.ACTOR, Facet.TIME]
    )
    wanted = replace(link(("a1", "a2"), ("a3",), Verdict.CONFLICT), note="so", facets=(Facet.TIME, Facet.ACTOR))
    assert after(NOTHING, edit) == replace(NOTHING, links=(wanted,))


def test_link__words_of_a_difference__kept() -> None:
    words = DifferenceDecision(facet=Facet.TIME, left="a day", right=None, verdict=Verdict.PARTIAL)
    edit = DESK.link(NOTHING, ["a1"], ["a1"], Verdict.PARTIAL, STAMP, differences=[words])
    assert after(NOTHING, edit).links == (replace(link(("a1",), ("a1",), Verdict.PARTIAL), differences=(words,)),)


def test_link__unknown_id__key_error() -> None:
    with pytest.raises(KeyError):
        DESK.link(NOTHING, ["a9"], ["a1"], Verdict.AGREE, STAMP)


def test_link__same_ids_otherwise__refused_or_takes_the_old_ones_place() -> None:
    before = replace(NOTHING, links=(link(("a1",), ("a1",)), link(("a2",), ("a2",))))
    with pytest.raises(InTheWay, match=r"link east:a1, west:a1 \(agree\), by Anna"):
        DESK.link(before, ["a1"], ["a1"], Verdict.PARTIAL, STAMP)
    edit = BOSS.link(before, ["a1"], ["a1"], Verdict.PARTIAL, STAMP)
    assert after(before, edit).links == (link(("a1",), ("a1",), Verdict.PARTIAL), link(("a2",), ("a2",)))


def test_link__same_ids_otherwise_after_a_text_changed__takes_the_old_ones_place() -> None:
    before = replace(NOTHING, links=(replace(link(("a1",), ("a1",)), seal="00000000"),))
    edit = DESK.link(before, ["a1"], ["a1"], Verdict.PARTIAL, STAMP)
    assert after(before, edit).links == (link(("a1",), ("a1",), Verdict.PARTIAL),)


def test_link__same_verdict_again__keeps_what_was_said_and_is_not_said_anew() -> None:
    words = DifferenceDecision(facet=Facet.TIME, left="one", right=None, verdict=Verdict.PARTIAL)
    told = replace(link(("a1",), ("a1",), Verdict.PARTIAL), note="so", facets=(Facet.SCOPE,), differences=(words,))
    before = replace(NOTHING, links=(told,))
    assert after(before, DESK.link(before, ["a1"], ["a1"], Verdict.PARTIAL, STAMP)).links == (told,)
    anew = DESK.link(before, ["a1"], ["a1"], Verdict.PARTIAL, replace(STAMP, note="thus"), facets=[Facet.ACTOR])
    assert after(before, anew).links == (replace(told, note="thus", facets=(Facet.ACTOR,), differences=()),)
    bare = BOSS.link(before, ["a1"], ["a1"], Verdict.PARTIAL, STAMP)
    assert after(before, bare).links == (link(("a1",), ("a1",), Verdict.PARTIAL),)


def test_unfounded__words_of_a_side__must_stand_on_that_side() -> None:
    there = DifferenceDecision(facet=Facet.TIME, left="One", right="Dos.", verdict=Verdict.PARTIAL)
    exchanged = DifferenceDecision(facet=Facet.TIME, left="Dos", right=None, verdict=Verdict.PARTIAL)
    part = DifferenceDecision(facet=Facet.TIME, left=None, right="Do", verdict=Verdict.PARTIAL)
    assert DESK.unfounded(["a1"], ["a2"], [there, exchanged, part]) == ["Dos", "Do"]


def test_link__more_than_before__widens_the_old_link() -> None:
    before = replace(NOTHING, links=(link(("a1",), ("a1",)),))
    edit = DESK.link(before, ["a1", "a2"], ["a1"], Verdict.AGREE, STAMP)
    assert after(before, edit).links == (link(("a1", "a2"), ("a1",)),)


def test_link__second_link_of_one_assertion__both_stand_in_order() -> None:
    before = replace(NOTHING, links=(link(("a1",), ("a2",)), link(("a3",), ("a3",))))
    edit = DESK.link(before, ["a1"], ["a1"], Verdict.AGREE, STAMP)
    assert after(before, edit).links == (link(("a1",), ("a1",)), link(("a1",), ("a2",)), link(("a3",), ("a3",)))


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(replace(NOTHING, omitted=(omission(("a1",)),)), id="omitted"),
        pytest.param(replace(NOTHING, omitted=(omission(("a1",), "west"),)), id="omitted-right"),
        pytest.param(replace(NOTHING, apart=(pair(("a1",), ("a1",)),)), id="apart"),
        pytest.param(replace(NOTHING, doubtful=(pair(("a1", "a2"), ("a1",)),)), id="doubtful"),
        pytest.param(replace(NOTHING, links=(link(("a1", "a2"), ("a1",)),)), id="wider-link"),
    ],
)
def test_link__decided_otherwise__refused_or_overruled(before: Decisions) -> None:
    with pytest.raises(InTheWay):
        DESK.link(before, ["a1"], ["a1"], Verdict.AGREE, STAMP)
    edit = BOSS.link(before, ["a1"], ["a1"], Verdict.AGREE, STAMP)
    assert after(before, edit) == replace(NOTHING, links=(link(("a1",), ("a1",)),))


def test_link__one_of_several_omitted__the_others_stay_with_a_new_seal() -> None:
    before = replace(NOTHING, omitted=(omission(("a1", "a2", "a3")),))
    edit = BOSS.link(before, ["a2"], ["a1"], Verdict.AGREE, STAMP)
    assert after(before, edit) == replace(NOTHING, links=(link(("a2",), ("a1",)),), omitted=(omission(("a1", "a3")),))


def test_link__stale_omission_shrinks__stays_stale() -> None:
    before = replace(NOTHING, omitted=(replace(omission(("a1", "a2")), seal="00000000"),))
    edit = BOSS.link(before, ["a2"], ["a1"], Verdict.AGREE, STAMP)
    assert after(before, edit).omitted == (replace(omission(("a1",)), seal="00000000"),)


def test_link__omission_names_a_lost_id__its_seal_stays() -> None:
    before = replace(NOTHING, omitted=(replace(omission(("a1", "a2")), ids=("gone", "a2"), seal="00000000"),))
    edit = BOSS.link(before, ["a2"], ["a1"], Verdict.AGREE, STAMP)
    assert after(before, edit).omitted == (replace(omission(("a1",)), ids=("gone",), seal="00000000"),)


def test_link__a_models_proposal_otherwise__gives_way() -> None:
    proposal = replace(link(("a1", "a2"), ("a1",)), by="model:small")
    before = replace(NOTHING, links=(proposal,))
    edit = DESK.link(before, ["a1"], ["a1"], Verdict.AGREE, STAMP)
    assert after(before, edit).links == (link(("a1",), ("a1",)),)


def test_apart__and_doubt__stand_in_their_lists() -> None:
    first = after(NOTHING, DESK.apart(NOTHING, ["a1"], ["a2"], STAMP))
    assert after(first, DESK.doubt(first, ["a1"], ["a3"], STAMP)) == replace(
        NOTHING, apart=(pair(("a1",), ("a2",)),), doubtful=(pair(("a1",), ("a3",)),)
    )


def test_apart__same_pair_doubtful__refused() -> None:
    before = replace(NOTHING, doubtful=(pair(("a1",), ("a1",)),))
    with pytest.raises(InTheWay, match="decided otherwise before: doubtful east:a1, west:a1, by Anna"):
        DESK.apart(before, ["a1"], ["a1"], STAMP)


def test_apart__one_omitted__both_hold() -> None:
    before = replace(NOTHING, omitted=(omission(("a1",)),))
    edit = DESK.apart(before, ["a1"], ["a1"], STAMP)
    assert after(before, edit) == replace(before, apart=(pair(("a1",), ("a1",)),))


def test_omit__already_omitted_with_others__nothing_to_do() -> None:
    before = replace(NOTHING, omitted=(omission(("a1", "a2")),))
    assert after(before, DESK.omit(before, "east", ["a1"], STAMP)) == before


def test_omit__some_omitted_before__go_over_to_the_new_entry() -> None:
    before = replace(NOTHING, omitted=(omission(("a1", "a2")),))
    edit = DESK.omit(before, "east", ["a2", "a3"], STAMP)
    assert after(before, edit).omitted == (omission(("a1",)), omission(("a2", "a3")))


def test_omit__right_side__named_by_its_account() -> None:
    before = replace(NOTHING, omitted=(omission(("a3",)),))
    edit = DESK.omit(before, "west", ["a2"], STAMP)
    assert after(before, edit).omitted == (omission(("a3",)), omission(("a2",), "west"))


def test_omit__same_again__stamped_anew() -> None:
    old = replace(omission(("a1",)), by="Bert", seal="00000000")
    before = replace(NOTHING, omitted=(old,))
    assert after(before, DESK.omit(before, "east", ["a1"], STAMP)).omitted == (omission(("a1",)),)


def test_omit__linked__refused() -> None:
    before = replace(NOTHING, links=(link(("a1",), ("a1",), Verdict.CONFLICT),))
    with pytest.raises(InTheWay, match=r"link east:a1, west:a1 \(contradict\), by Anna"):
        DESK.omit(before, "west", ["a1"], STAMP)


FULL = Decisions(
    accounts=NAMES,
    links=(link(("a1",), ("a1",)), link(("a1",), ("a2",))),
    doubtful=(pair(("a2",), ("a1",)),),
    omitted=(omission(("a3",)), omission(("a3",), "west")),
)


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        pytest.param(["a1"], ["a1"], replace(FULL, links=FULL.links[1:]), id="pair"),
        pytest.param(["a1"], [], replace(FULL, links=()), id="all-links"),
        pytest.param([], ["a1"], replace(FULL, links=FULL.links[1:], doubtful=()), id="right-side"),
        pytest.param(["a3"], [], replace(FULL, omitted=FULL.omitted[1:]), id="omission"),
        pytest.param(["a3"], ["a3"], FULL, id="no-such-pair"),
    ],
)
def test_undecide__takes_back_what_is_meant(left: list[str], right: list[str], wanted: Decisions) -> None:
    assert after(FULL, DESK.undecide(FULL, left, right)) == wanted


def test_undecide__one_of_several_omitted__the_others_stay() -> None:
    before = replace(NOTHING, omitted=(omission(("a1", "a2")),))
    assert after(before, DESK.undecide(before, ["a1"], [])).omitted == (omission(("a2",)),)


def test_undecide__unknown_id__key_error() -> None:
    with pytest.raises(KeyError):
        DESK.undecide(FULL, ["a9"], [])


def test_inverse__of_every_kind_of_edit__brings_the_old_state_back() -> None:
    for edit in (
        BOSS.link(FULL, ["a3"], ["a3"], Verdict.AGREE, STAMP),
        BOSS.omit(FULL, "east", ["a1"], STAMP),
        DESK.undecide(FULL, ["a1"], []),
    ):
        assert after(after(FULL, edit), edit.inverse) == FULL


def test_applied__entry_is_gone__not_there() -> None:
    edit = DESK.undecide(FULL, ["a1"], ["a1"])
    with pytest.raises(NotThere, match="an entry of links is not there any more"):
        after(NOTHING, edit)


def test_describe__omission_of_nobody__no_name() -> None:
    entry = Entry(section=Section.OMITTED, decision=replace(omission(("a1", "a2")), by=None))
    assert describe(entry, NAMES) == "omitted east:a1,a2"
