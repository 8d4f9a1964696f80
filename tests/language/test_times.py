"""What is read as a time, and how."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.language.calendar import nearest_year, part_of, season_span, shift, week_span, year_span
from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.reading import TimeExpression
from claimdiff.language.times import find_times, relation_before
from claimdiff.language.times_deictic import weekday_span
from claimdiff.language.tokens import tokenize

LEXICON = load_lexicon()
TUESDAY = date(2025, 3, 18)


def times(text: str, today: date | None = TUESDAY) -> tuple[TimeExpression, ...]:
    return find_times(tokenize(text, LEXICON.function, LEXICON.stem), today, LEXICON)


def brief(text: str, today: date | None = TUESDAY) -> list[str]:
    """Return each time as "kind relation what [words]"; what is its days, length in days or minutes."""
    found = []
    for t in times(text, today):
        span = f"{t.earliest or ''}..{t.latest or ''}" if t.earliest != t.latest else str(t.earliest or "")
        length = "" if t.days is None else f"{float(t.days):g}d"
        clock = "" if t.minutes is None else f"{t.minutes}min"
        parts = [
            t.kind,
            t.relation,
            span,
            length,
            clock,
            "~" if t.approximate else "",
            "year?" if t.unknown_year else "",
        ]
        found.append(" ".join(filter(None, [*parts, f"[{text[t.start : t.end]}]"])))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 18 March 2025", "date 2025-03-18 [18 March 2025]"),
        ("March 18, 2025", "date 2025-03-18 [March 18, 2025]"),
        ("March 18th", "date 2025-03-18 [March 18th]"),
        ("the 18th of March", "date 2025-03-18 [18th of March]"),
        ("the fourth of July", "date 2025-07-04 [fourth of July]"),
        ("Sept. 27", "date 2024-09-27 [Sept. 27]"),
        ("March the 5th", "date 2025-03-05 [March the 5th]"),
        ("18/03/2025", "date 2025-03-18 [18/03/2025]"),
        ("03/18/2025", "date 2025-03-18 [03/18/2025]"),
        ("03/04/2025", "date 2025-03-04..2025-04-03 ~ [03/04/2025]"),
        ("18.03.2025", "date 2025-03-18 [18.03.2025]"),
        ("2025-03-18", "date 2025-03-18 [2025-03-18]"),
        ("18-20 March", "date 2025-03-18..2025-03-20 [18-20 March]"),
        ("March 18-20, 2025", "date 2025-03-18..2025-03-20 [March 18-20, 2025]"),
        ("between 18 and 20 March", "date 2025-03-18..2025-03-20 [18 and 20 March]"),
        ("in March 2025", "date 2025-03-01..2025-03-31 [March 2025]"),
        ("in May", "date 2025-05-01..2025-05-31 [May]"),
        ("in March of this year", "date 2025-03-01..2025-03-31 [March of this year]"),
        ("in 2025", "date 2025-01-01..2025-12-31 [2025]"),
        ("from 1216 until his death", "date from 1216-01-01..1216-12-31 [1216]"),
        ("in 1447", "date 1447-01-01..1447-12-31 [1447]"),
        ("the 1990s", "date 1990-01-01..1999-12-31 [1990s]"),
        ("the 1900s", "date 1900-01-01..1999-12-31 [1900s]"),
        ("2014-16", "date 2014-01-01..2016-12-31 [2014-16]"),
        ("from 2014 to 2016", "date from 2014-01-01..2016-12-31 [2014 to 2016]"),
        ("the 2014 protests", "date 2014-01-01..2014-12-31 [2014]"),
        ("around 1900", "date 1900-01-01..1900-12-31 [1900]"),
        ("spring 2025", "date 2025-03-01..2025-06-23 ~ [spring 2025]"),
        ("in the autumn", "date 2024-09-01..2024-12-23 ~ [autumn]"),
        ("in the winter of 2024", "date 2024-12-01..2025-03-20 ~ [winter of 2024]"),
        ("in Q3", "date 2025-07-01..2025-09-30 [Q3]"),
        ("the third quarter of 2025", "date 2025-07-01..2025-09-30 [third quarter of 2025]"),
        ("the first half of the year", "date 2025-01-01..2025-06-30 [first half of the year]"),
        ("H2 2024", "date 2024-07-01..2024-12-31 [H2 2024]"),
        ("the 19th century", "date 1801-01-01..1900-12-31 [19th century]"),
        ("mid-March", "date 2025-03-09..2025-03-23 ~ [mid-March]"),
        ("early 2025", "date 2025-01-01..2025-05-02 ~ [early 2025]"),
        ("the end of the year", "date 2025-09-01..2025-12-31 ~ [end of the year]"),
        ("late last month", "date 2025-02-19..2025-02-28 ~ [late last month]"),
        ("at year-end", "date 2025-09-01..2025-12-31 ~ [year-end]"),
        ("Friday, 27 September", "date 2024-09-27 [Friday, 27 September]"),
        ("next Wednesday, March 19", "date 2025-03-19 [next Wednesday, March 19]"),
        ("Wednesday morning, 19 March", "date 2025-03-19 [Wednesday morning, 19 March]"),
        ("2024-24", "date 2024-01-01..2024-12-31 [2024]"),
        ("the start of the 2030s", "date 2030-01-01..2033-05-02 ~ [start of the 2030s]"),
        ("the close of this quarter", "date 2025-03-02..2025-03-31 ~ [close of this quarter]"),
        ("early autumn 2025", "date 2025-09-01..2025-10-08 ~ [early autumn 2025]"),
        ("the end of the third quarter of 2025", "date 2025-08-31..2025-09-30 ~ [end of the third quarter of 2025]"),
        ("in the spring", "date 2025-03-01..2025-06-23 ~ [spring]"),
        ("2025-03", "date 2025-01-01..2025-12-31 [2025]"),
        ("next century", "date 2100-01-01..2199-12-31 [next century]"),
        ("Wed. 19 March", "date 2025-03-19 [Wed. 19 March]"),
    ],
)
def test_find_times__dates__days_meant(text: str, expected: str) -> None:
    assert brief(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "date 2025-03-18 [today]"),
        ("tomorrow morning", "date 2025-03-19 [tomorrow morning]"),
        ("yesterday", "date 2025-03-17 [yesterday]"),
        ("last night", "date 2025-03-17 [last night]"),
        ("this morning", "date 2025-03-18 [this morning]"),
        ("on Wednesday", "date 2025-03-12..2025-03-19 [Wednesday]"),
        ("on Tuesday", "date 2025-03-18 [Tuesday]"),
        ("next Wednesday", "date 2025-03-19..2025-03-26 [next Wednesday]"),
        ("next Tuesday", "date 2025-03-25 [next Tuesday]"),
        ("last Monday", "date 2025-03-10..2025-03-17 [last Monday]"),
        ("this Wednesday", "date 2025-03-12..2025-03-19 [this Wednesday]"),
        ("last week", "date 2025-03-10..2025-03-16 [last week]"),
        ("this weekend", "date 2025-03-22..2025-03-23 [this weekend]"),
        ("this month", "date 2025-03-01..2025-03-31 [this month]"),
        ("next quarter", "date 2025-04-01..2025-06-30 [next quarter]"),
        ("this year", "date 2025-01-01..2025-12-31 [this year]"),
        ("next year", "date 2026-01-01..2026-12-31 [next year]"),
        ("this decade", "date 2020-01-01..2029-12-31 [this decade]"),
        ("the following day", "date 2025-03-19 [following day]"),
        ("next March", "date 2026-03-01..2026-03-31 [next March]"),
        ("last May", "date 2024-05-01..2024-05-31 [last May]"),
        ("this June", "date 2025-06-01..2025-06-30 [this June]"),
        ("this autumn", "date 2025-09-01..2025-12-23 ~ [this autumn]"),
        ("next spring", "date 2026-03-01..2026-06-23 ~ [next spring]"),
        ("last spring", "date 2024-03-01..2024-06-23 ~ [last spring]"),
        ("this winter", "date 2024-12-01..2025-03-20 ~ [this winter]"),
        ("earlier this month", "date 2025-03-01..2025-03-18 [earlier this month]"),
        ("later this year", "date 2025-03-18..2025-12-31 [later this year]"),
        ("earlier today", "date 2025-03-18 [earlier today]"),
        ("later next year", "date 2026-01-01..2026-12-31 [later next year]"),
        ("in the coming days", "date 2025-03-18..2025-03-28 ~ [coming days]"),
        ("in the next few weeks", "date 2025-03-18..2025-05-27 ~ [few weeks]"),
        ("three months ago", "date 2024-12-09..2024-12-27 90d ~ [three months ago]"),
        ("a day ago", "date 2025-03-17 1d ~ [a day ago]"),
    ],
)
def test_find_times__relative_to_the_date__days_meant(text: str, expected: str) -> None:
    assert brief(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by 27 September", "deadline by ..2025-09-27 [27 September]"),
        ("no later than March 15", "deadline by ..2025-03-15 [March 15]"),
        ("by the end of February", "deadline by ..2025-02-28 ~ [end of February]"),
        ("before March", "deadline before ..2025-02-28 [March]"),
        ("before the end of March", "deadline before ..2025-03-31 ~ [end of March]"),
        ("before December ends", "deadline before ..2025-12-31 ~ [December ends]"),
        ("ahead of May 5", "deadline before ..2025-05-04 [May 5]"),
        ("until 1 May", "date until 2025-05-01 [1 May]"),
        ("up to 1 May", "date until 2025-05-01 [1 May]"),
        ("since 2014", "date since 2014-01-01..2014-12-31 [2014]"),
        ("as of 1 May", "date 2025-05-01 [1 May]"),
        ("as from 1 May", "date from 2025-05-01 [1 May]"),
        ("not before 2026", "date from 2026-01-01..2026-12-31 [2026]"),
        ("from 2027", "date from 2027-01-01..2027-12-31 [2027]"),
        ("after October 15", "date after 2024-10-16.. [October 15]"),
        ("during 2026", "date 2026-01-01..2026-12-31 [2026]"),
    ],
)
def test_find_times__relations__bounds_moved(text: str, expected: str) -> None:
    assert brief(text) == [expected]


def test_find_times__date_after_a_clock__has_its_limit() -> None:
    until, since = times("until 7 am on 1 May"), times("at 7 am on 1 May")
    assert [time.relation for time in until] == ["until", "until"]
    assert "until" not in [time.relation for time in since]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for 30 days", "duration for 30d [30 days]"),
        ("a 30-day truce", "duration 30d [30-day]"),
        ("within 72 hours of it", "duration within 3d [72 hours]"),
        ("in two weeks", "duration within 14d [two weeks]"),
        ("the first three days", "duration 3d [three days]"),
        ("for three months", "duration for 90d ~ [three months]"),
        ("two and a half years", "duration 912.5d ~ [two and a half years]"),
        ("two hours and 28 minutes", "duration 0.102778d [two hours and 28 minutes]"),
        ("one year and two months", "duration 425d ~ [one year and two months]"),
        ("two days, then", "duration 2d [two days]"),
        ("half an hour", "duration 0.0208333d [half an hour]"),
        ("a half-year plan", "duration 182.5d ~ [half-year]"),
        ("for a year and a half", "duration for 547.5d ~ [a year and a half]"),
        ("a month-long pause", "duration 30d ~ [a month-long]"),
        ("month-long talks", "duration 30d ~ [month-long]"),
        ("yearlong talks", "duration 365d ~ [yearlong]"),
        ("within a year", "duration within 365d ~ [a year]"),
        ("a week later", "duration after 7d [a week later]"),
        ("5-7 days", "duration 6d ~ [5-7 days]"),
        ("dozens of hours", None),
        ("three consecutive days", "duration 3d [three consecutive days]"),
        ("9 min", "duration 0.00625d [9 min]"),
        ("in the past six years", "duration for 2190d ~ [six years]"),
        ("a hundred days", "duration 100d [a hundred days]"),
        ("over two decades", "duration 7300d ~ [two decades]"),
        ("two centuries", None),
        ("ten min", None),
        ("3 more days", "duration 3d [3 more days]"),
        ("3 more long extra full days", None),
        ("three nights", "duration 3d [three nights]"),
        ("daily", "frequency 1d [daily]"),
        ("every day", "frequency 1d [every day]"),
        ("every other day", "frequency 2d [every other day]"),
        ("every two weeks", "frequency 14d [every two weeks]"),
        ("40 dollars per year", "frequency 365d ~ [per year]"),
        ("40 dollars a year", "frequency 365d ~ [a year]"),
        ("twice a week", "frequency 3.5d [twice a week]"),
        ("three times per week", "frequency 2.33333d [three times per week]"),
        ("many times a day", "frequency 1d [a day]"),
        ("at 11:40 a.m.", "clock 700min [11:40 a.m.]"),
        ("12:03 p.m.", "clock 723min [12:03 p.m.]"),
        ("by 3pm", "clock by 900min [3pm]"),
        ("3pm", "clock 900min [3pm]"),
        ("5 o'clock", "clock 300min [5 o'clock]"),
        ("at noon", "clock 720min [noon]"),
        ("14:30 Moscow time", "clock 870min [14:30 Moscow time]"),
        ("14:30 GMT", "clock 870min [14:30 GMT]"),
    ],
)
def test_find_times__lengths_and_clocks__measured(text: str, expected: str | None) -> None:
    assert brief(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "2000 people",
        "the 1800-strong force",
        "$1950",
        "exceeding 1950",
        "from 1216 soldiers",
        "the end of the talks",
        "5/6/7",
        "2/3 /",
        "more than 1800 ships",
        "Resolution 1701",
        "it may happen",
        "they march on",
        "May I ask",
        "a spring in the garden",
        "a 17-year-old boy",
        "17 years old",
        "17 years of age",
        "older than 7 years",
        "4 Minutes is a song",
        "Entertainment Weekly wrote",
        "their daily lives",
        "a second time",
        "a minute detail",
        "this minute",
        "last days",
        "99/99/2025",
        "25:10",
        "11:4",
        "the end of it",
        "the second half",
        "late again",
        "Sun and rain",
        "a day in the sun",
        "per side",
        "every few",
        "an old year-old",
        "the age of a year old",
        "half a quarter",
        "three quarters",
        "a first month-old",
    ],
)
def test_find_times__no_time__nothing(text: str) -> None:
    assert [t for t in brief(text) if not t.startswith("date 2025-01-01..2025-12-31")] == []


def test_find_times__without_a_date__open_or_unknown_year() -> None:
    assert brief("today, on Friday, next week, in the coming days, three days ago", None) == [
        "date [today]",
        "date [Friday]",
        "date [next week]",
        "date ~ [coming days]",
        "duration before 3d ~ [three days ago]",
    ]
    assert brief("on 19 March, in May, next June, in the autumn, this winter, in Q3, in March of this year", None) == [
        "date 2000-03-19 year? [19 March]",
        "date 2000-05-01..2000-05-31 year? [May]",
        "date 2000-06-01..2000-06-30 year? [next June]",
        "date 2000-09-01..2000-12-23 ~ year? [autumn]",
        "date 2000-12-01..2001-03-20 ~ year? [this winter]",
        "date 2000-07-01..2000-09-30 year? [Q3]",
        "date 2000-03-01..2000-03-31 year? [March of this year]",
    ]
    assert brief("by Friday, before next week, by the end of the year", None) == [
        "deadline by [Friday]",
        "deadline before [next week]",
        "deadline by ~ [end of the year]",
    ]


def test_find_times__several__in_order() -> None:
    assert brief("At 20:00 on September 14, a day after the vote, it held for two days.") == [
        "clock 1200min [20:00]",
        "date 2025-09-14 [September 14]",
        "duration 1d [a day]",
        "duration for 2d [two days]",
    ]


def test_find_times__no_such_day_or_larger_unit__read_apart() -> None:
    assert brief("31 February 2025") == ["date 2025-02-01..2025-02-28 [February 2025]"]
    assert brief("two days and three weeks") == ["duration 2d [two days]", "duration 21d [three weeks]"]


def test_relation_before__start_of_text__none() -> None:
    assert relation_before(tokenize("the next 30 days", LEXICON.function, LEXICON.stem), 2) == ""


def test_calendar__edges__handled() -> None:
    assert brief("next century", date(9980, 1, 1)) == ["date [next century]"]
    assert shift(date(9999, 12, 1), 1, "month") is None
    assert shift(date(2024, 2, 29), 1, "year") == date(2025, 2, 28)
    assert shift(TUESDAY, -1, "week") == date(2025, 3, 11)
    assert nearest_year(date(2025, 12, 31), 1, 1) == 2026
    assert nearest_year(date(2025, 3, 18), 2, 29) == 2025
    assert nearest_year(date(2025, 12, 31), 2, 1, ahead=True) == 2026
    assert season_span(9999, "winter")[1] == date(9999, 3, 20)
    assert part_of(year_span(2025), "mid") == (date(2025, 4, 2), date(2025, 10, 1))
    assert week_span(TUESDAY) == (date(2025, 3, 17), date(2025, 3, 23))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_weekday_span__any_day__holds_that_weekday(today: date, weekday: int) -> None:
    for offset in (None, 0, 1, -1):
        earliest, latest = weekday_span(today, weekday, offset)
        assert earliest.weekday() == latest.weekday() == weekday
        assert 0 <= (latest - earliest).days <= 7
    assert weekday_span(today, weekday, 1)[0] > today > weekday_span(today, weekday, -1)[1]


@given(st.dates(date(1800, 1, 1), date(2100, 1, 1)))
def test_find_times__any_form_of_a_day__same_day(day: date) -> None:
    month = day.strftime("%B")
    forms = [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"the {day.day}th of {month} {day.year}",
    ]
    for text in [*forms, day.isoformat()]:
        assert [(t.earliest, t.latest) for t in times(f"on {text}")] == [(day, day)]


WORDS = (
    "on by next last this end of early March May 18 2025 Monday week days two a half every per year until 11:40 - / , ."
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12), st.sampled_from([TUESDAY, date.min, date.max, None]))
def test_find_times__any_words_any_date__spans_in_order(words: list[str], today: date | None) -> None:
    found = times(" ".join(words), today)
    assert all(t.first < t.last for t in found)
    assert all(a.last <= b.first for a, b in pairwise(found))
    assert all(t.earliest is None or t.latest is None or t.earliest <= t.latest for t in found)
