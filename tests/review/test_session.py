"""The dialogue as pure logic: a state and keys."""

import datetime
from dataclasses import replace
from functools import partial

import pytest
from factories import account

from claimdiff.accounts.model import (
    Account,
    Decisions,
    DifferenceDecision,
    LinkDecision,
    OmissionDecision,
    PairDecision,
)
from claimdiff.alignment.align import align
from claimdiff.alignment.weights import load_weights
from claimdiff.comparison.sides import Side
from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.review.decisions import Stamp
from claimdiff.review.entries import Edit, applied
from claimdiff.review.flow import reread
from claimdiff.review.marks import Part, parts
from claimdiff.review.matter import RANKED, Matter, matter
from claimdiff.review.offers import candidates
from claimdiff.review.queue import Kind, pairs_in_order, progress, questions
from claimdiff.review.screen import Look, screen
from claimdiff.review.session import press, start
from claimdiff.review.stages import Ask, Done, Help, More, Note, Search, Weigh, Words
from claimdiff.review.state import Action, Session
from claimdiff.vocabulary import Coverage, Facet, Role, Verdict

LEXICON = load_lexicon()
NAMES = ("east", "west")
NOTHING = Decisions(accounts=NAMES)
STAMP = Stamp(by="Anna", on=datetime.date(2026, 11, 24))
LEFT = account(
    "east",
    "East agreed to stop strikes on power plants for 30 days.",
    "Both sides will exchange 175 prisoners on 6 January.",
    "Ice hockey matches between professional players were proposed.",
)
RIGHT = account(
    "west",
    "East agreed to stop all strikes on power plants and ports for 30 days.",
    "Both sides will exchange 175 prisoners on 6 January.",
    "The two presidents spoke about tariffs on steel.",
)


def of(left: Account = LEFT, right: Account = RIGHT) -> Matter:
    sides = [
        Side(account=a, readings=[read(x.text, lexicon=LEXICON, language=a.language) for x in a.assertions])
        for a in (left, right)
    ]
    return matter(sides[0], sides[1], partial(align, lexicon=LEXICON, weights=load_weights(), top=RANKED))


MATTER = of()


def typed(session: Session, *keys: str) -> Session:
    """Press keys; every edit has to be what turns the decisions before into those after."""
    for key in keys:
        outcome = press(session, key)
        before, after = session.decisions, outcome.session.decisions
        edit = outcome.edit or Edit()
        assert applied(before, edit, session.matter.left, session.matter.right) == after
        session = outcome.session
    return session


def begun(decisions: Decisions = NOTHING, of_: Matter = MATTER) -> Session:
    return start(of_, decisions, STAMP)


def shown(session: Session, width: int | None = 80) -> str:
    return screen(session, Look(width=width))


def test_start__nothing_decided__links_first_then_omissions() -> None:
    found = [(q.kind in (Kind.CONFLICT, Kind.POSSIBLE), q.focus) for q in questions(MATTER, NOTHING)]
    assert found[:2] in ([(True, (0, "a1")), (True, (0, "a2"))], [(True, (0, "a2")), (True, (0, "a1"))])
    assert {focus for link, focus in found[2:]} == {(0, "a3"), (1, "a3")}


def at_weigh() -> Session:
    """Return the state at which a1 and a1 are weighed."""
    session = begun()
    while isinstance(session.stage, Ask) and session.stage.question.focus != (0, "a1"):
        session = typed(session, "s")
    return typed(session, "1")


@pytest.mark.parametrize(("key", "verdict"), [("a", Verdict.AGREE), ("p", Verdict.PARTIAL), ("c", Verdict.CONFLICT)])
def test_weigh__verdict__link_with_stamp_and_seal(key: str, verdict: Verdict) -> None:
    session = typed(at_weigh(), key)
    (link,) = session.decisions.links
    assert (link.left, link.right, link.verdict, link.by, link.on) == (("a1",), ("a1",), verdict, "Anna", STAMP.on)
    assert link.seal is not None
    assert (link.facets == ()) is (verdict is Verdict.AGREE)


def test_weigh__facets_switched__those_are_decided() -> None:
    session = at_weigh()
    assert isinstance(session.stage, Weigh)
    suggested = session.stage.suggestion.facets
    off = [str([*Facet].index(facet) + 1) for facet in suggested]
    (link,) = typed(session, *off, "1", "8", "p").decisions.links
    assert link.facets == (Facet.QUANTITY, Facet.FRAMING)


def test_weigh__words_typed__a_difference_that_is_no_graver_than_the_link() -> None:
    session = at_weigh()
    assert isinstance(session.stage, Weigh)
    off = [str([*Facet].index(facet) + 1) for facet in session.stage.suggestion.facets]
    session = typed(session, *off, "w", "x", "4", *"power plants | ports", "enter", "p")
    (link,) = session.decisions.links
    assert link.differences == (
        DifferenceDecision(facet=Facet.SCOPE, left="power plants", right="ports", verdict=link.verdict),
    )
    assert link.facets == ()


def test_weigh__words_without_a_bar__told_and_still_there() -> None:
    session = typed(at_weigh(), "w", "4", *"plants", "enter")
    assert isinstance(session.stage, Words)
    assert session.told == "write the words of both sides with a bar between them"
    assert "plants" in shown(session)
    assert isinstance(typed(session, "esc").stage, Weigh)


def test_weigh__words_that_no_side_has__told_and_still_there() -> None:
    session = typed(at_weigh(), "w", "4", *"hockey | ports", "enter")
    assert isinstance(session.stage, Words)
    assert session.told == '"hockey" stands in no text and no quote of its side'


def test_weigh__facet_switched_off__its_words_go() -> None:
    session = typed(at_weigh(), "w", "2", *"power|ports", "enter")
    assert isinstance(session.stage, Weigh)
    assert [difference.left for difference in session.stage.words] == ["power"]
    session = typed(session, "2")
    assert isinstance(session.stage, Weigh)
    assert session.stage.words == ()


def test_weigh__doubtful_and_apart__in_their_lists() -> None:
    assert typed(at_weigh(), "d").decisions.doubtful[0].left == ("a1",)
    session = typed(at_weigh(), "x")
    assert session.decisions.apart[0].right == ("a1",)
    assert all(question.suggested != (("a1",), ("a1",)) for question in questions(MATTER, session.decisions))


def test_weigh__another_member__link_of_three() -> None:
    session = typed(at_weigh(), "m")
    assert isinstance(session.stage, More)
    assert "A further assertion of the link:" in shown(session)
    session = typed(session, "/", *"tariff", "enter", "p")
    assert [(link.left, link.right) for link in session.decisions.links] == [(("a1",), ("a1", "a3"))]


def test_weigh__another_member_by_digit_or_none__chosen_or_back() -> None:
    session = typed(at_weigh(), "m", "1")
    assert isinstance(session.stage, Weigh)
    assert len(session.stage.left) + len(session.stage.right) == 3
    assert isinstance(typed(at_weigh(), "m", "z").stage, Weigh)


@pytest.mark.parametrize("key", ["esc", "back", "u"])
def test_weigh__back__at_the_question_again(key: str) -> None:
    assert isinstance(typed(at_weigh(), key).stage, Ask)


def test_note__typed_and_given_up__kept_with_the_decision() -> None:
    session = typed(at_weigh(), "n", *"so it ix", "back", *"s", "enter", "n", *"xx", "esc", "p")
    assert session.decisions.links[0].note == "so it is"
    session = typed(begun(), "n", *"not there", "enter", "o")
    assert session.decisions.omitted[0].note == "not there"
    assert isinstance(typed(begun(), "n").stage, Note)
    assert "Note: x_" in shown(typed(begun(), "n", "x"))


def test_ask__enter__takes_the_suggestion_or_says_that_there_is_none() -> None:
    assert isinstance(typed(begun(), "enter").stage, Weigh)
    session = typed(begun(of_=replace(MATTER, links=(), likely=frozenset())), "enter")
    assert session.told == "nothing is suggested here: a digit for a candidate, o for none"


def test_ask__likely_omission__enter_confirms_it() -> None:
    likely = replace(MATTER, links=(), likely=frozenset({(0, "a3")}))
    found = questions(likely, NOTHING)
    assert (found[-1].kind, found[-1].focus) == (Kind.OMISSION, (0, "a3"))
    others = [q.focus for q in found if q.kind is not Kind.OMISSION]
    session = replace(begun(of_=likely), skipped=frozenset(others))
    session = typed(replace(session, stage=Ask(question=found[-1])), "v", "enter")
    assert session.decisions.omitted[0].ids == ("a3",)
    assert "Suggested: not in west. The nearest:" in shown(replace(session, stage=Ask(question=found[-1])))


def test_ask__no_such_candidate_or_key__nothing_happens() -> None:
    session = typed(begun(), "9")
    assert session.told == "there is no candidate 9"
    assert typed(begun(), "0", "z", "r").stage == begun().stage
    assert typed(at_weigh(), "9", "0", "r").stage == at_weigh().stage


def test_search__words__found_chosen_or_given_up() -> None:
    session = typed(begun(), "/", *"zz", "enter")
    assert session.told == "no assertion has these words"
    assert "Nothing found yet." in shown(session)
    session = typed(session, "back", "back", *"both", "enter")
    assert isinstance(session.stage, Weigh)
    several = typed(begun(), "/", *"p", "enter")
    assert isinstance(several.stage, Search)
    assert several.stage.picking
    assert "1-9 choose" in shown(several)
    for key in ("1", "enter"):
        assert isinstance(typed(several, key).stage, Weigh)
    assert isinstance(typed(several, "esc").stage, Ask)
    assert isinstance(typed(several, "r").stage, Search)


def test_skip_and_undo__to_the_very_beginning() -> None:
    session = begun()
    later = typed(session, "s", "1", "p", "o", "o")
    back = typed(later, "u", "u", "u")
    assert back.decisions == NOTHING
    assert typed(back, "u").skipped == frozenset()
    assert typed(back, "u", "u").told == "nothing to undo"


def test_undo__at_the_end__the_last_question_again() -> None:
    session = typed(begun(), *"ssssss")
    assert isinstance(session.stage, Done)
    assert "Nothing is left but what was skipped: 6." in shown(session)
    assert isinstance(typed(session, "u").stage, Ask)
    assert isinstance(typed(session, "v", "?", "n").stage, Done)


def test_undo__somebody_has_changed_it__stays_and_is_told() -> None:
    session = typed(begun(), "o")
    other = reread(session, NOTHING, "read again")
    assert other.told == "read again"
    assert typed(other, "u").told == "somebody has changed that decision since, so it stays as it is"


def test_again__assertion_or_its_partner__for_another_link() -> None:
    session = typed(at_weigh(), "p")
    assert session.last == ((0, "a1"), (1, "a1"))
    again = typed(session, "b")
    assert isinstance(again.stage, Ask)
    assert again.stage.question.focus == (0, "a1")
    partner = typed(session, "B")
    assert isinstance(partner.stage, Ask)
    assert partner.stage.question.focus == (1, "a1")
    assert typed(begun(), "b").told == "nothing is decided yet"


def test_quit_help_and_source__told_to_the_terminal() -> None:
    assert press(begun(), "q").action is Action.QUIT
    assert press(typed(begun(), "/"), "eof").action is Action.QUIT
    assert press(begun(), "v").action is Action.SOURCE
    asked = typed(begun(), "?")
    assert isinstance(asked.stage, Help)
    assert "Everywhere" in shown(asked)
    assert isinstance(typed(asked, "x").stage, Ask)


PROPOSED = LinkDecision(
    left=("a3",), right=("a3",), verdict=Verdict.CONFLICT, facets=(Facet.ACTOR,), by="model:x", note="hm"
)


def test_proposal__first_and_weighed_at_once__confirmed_by_enter() -> None:
    session = begun(replace(NOTHING, links=(PROPOSED,)))
    assert isinstance(session.stage, Weigh)
    assert "Proposed by model:x: contradict" in shown(session)
    session = typed(session, "enter")
    (link,) = session.decisions.links
    assert (link.by, link.verdict, link.facets, link.note) == ("Anna", Verdict.CONFLICT, (Facet.ACTOR,), "hm")
    assert session.told == ""


def test_proposal__rejected_skipped_or_undone__as_before() -> None:
    before = begun(replace(NOTHING, links=(PROPOSED,)))
    rejected = typed(before, "r")
    assert rejected.decisions == NOTHING
    assert typed(rejected, "u").decisions == before.decisions
    skipped = typed(before, "s")
    assert skipped.decisions == before.decisions
    assert isinstance(skipped.stage, Ask)
    assert isinstance(typed(before, "esc").stage, Ask)
    assert typed(before, "u").told == "nothing to undo"


def test_decision__earlier_one_says_otherwise__given_up_and_told() -> None:
    omitted = OmissionDecision(account="west", ids=("a1",), by="Bert")
    session = start(MATTER, replace(NOTHING, omitted=(omitted,)), STAMP)
    while isinstance(session.stage, Ask) and session.stage.question.focus != (0, "a1"):
        session = typed(session, "s")
    session = typed(session, "/", *"ports", "enter", "p")
    assert session.decisions.omitted == ()
    assert session.told == "took back: omitted west:a1, by Bert"
    assert "took back" in shown(session)


def test_candidates__decided_ones__not_offered() -> None:
    decisions = replace(
        NOTHING,
        apart=(PairDecision(left=("a3",), right=("a1",)),),
        doubtful=(PairDecision(left=("a2",), right=("a2",)),),
        omitted=(OmissionDecision(account="west", ids=("a3",)),),
    )
    question = next(q for q in questions(MATTER, decisions) if q.focus == (0, "a3"))
    assert candidates(begun(decisions), question) == ("a2",)


def test_progress__an_excerpt__only_its_own_assertions_are_asked_for() -> None:
    excerpt = replace(RIGHT, coverage=Coverage.EXCERPT)
    assert progress(LEFT, excerpt, None).total == 3
    assert progress(LEFT, RIGHT, None).total == 6
    assert progress(replace(LEFT, coverage=Coverage.EXCERPT), excerpt, None).total == 6
    assert {q.focus[0] for q in questions(of(LEFT, excerpt), NOTHING) if q.suggested is None} <= {1}


def test_pairs_in_order__principals_before_the_others() -> None:
    from claimdiff.accounts.model import Event

    third = replace(account("a-reporter", "x"), role=Role.REPORTER)
    found = pairs_in_order(Event(key="x", accounts=(third, LEFT, RIGHT)))
    assert [(a.key, b.key) for a, b in found] == [("east", "west"), ("a-reporter", "east"), ("a-reporter", "west")]


def test_parts__shared_and_differing__without_a_gap() -> None:
    one, other = read("Power plants, and ports burn.", lexicon=LEXICON), read("The power plant burns", lexicon=LEXICON)
    found = parts(one, [other])
    assert "".join(part.text for part in found) == one.text
    assert found[0] == Part("Power plants", True)
    assert Part("ports", False) in found
    assert parts(read("the", lexicon=LEXICON), [other]) == (Part("the", None),)


def test_screen__control_characters_in_texts__visible_and_harmless() -> None:
    bad = account("east", "A truce\x1b[2J was \u202eagreed.", quotes=["truce\x07"])
    session = begun(of_=of(bad, account("west", "A truce\x9b was agreed.")))
    for state in (session, typed(session, "1")):
        for width in (None, 40):
            text = screen(state, Look(width=width))
            assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)


@pytest.mark.parametrize("width", [24, 80, 200])
def test_screen__any_width__no_line_is_wider(width: int) -> None:
    for state in (begun(), at_weigh(), typed(at_weigh(), "m"), typed(begun(), "/", "p")):
        assert all(len(line) <= width for line in shown(state, width).splitlines())
