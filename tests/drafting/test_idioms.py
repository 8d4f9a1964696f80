"""Ways in which English says that somebody said something, without a plain verb of speech before what was said."""

import pytest

from drafting.told import parties

ACME = (
    "Acme Ltd came out against the mine.",
    "Acme Ltd came out in support of the mine.",
    "Acme Ltd poured cold water on the idea.",
    "Acme Ltd begs to differ.",
    "Acme Ltd takes the opposite view.",
    "Acme Ltd laid the blame on the council.",
    "Acme Ltd pinned the blame on the council.",
    "Acme Ltd threw its weight behind the mine.",
    "Acme Ltd gave its backing to the mine.",
    "Acme Ltd gave warning that the mine would close.",
    "Acme Ltd raised concerns about the mine.",
    "Acme Ltd sounded the alarm over the mine.",
    "Acme Ltd passed a resolution condemning the war.",
    "Acme Ltd holds the council responsible for the fire.",
    "Acme Ltd has no objection to the mine.",
    "Acme Ltd put out word that the mine was safe.",
    "Acme Ltd now talks of “the end of the decade”.",
    "Acme Ltd tasked the council to pay.",
    "Acme Ltd attacked the ruling as “an insult”.",
    "Acme Ltd compared the ruling to theft.",
    "Acme Ltd gave the time as 22 minutes.",
    "Acme Ltd reasoned that the mine was safe.",
    "Acme Ltd would have none of it.",
    "Acme Ltd is of the opinion that the mine is safe.",
    "Acme Ltd is in favour of the mine.",
)
LEE = (
    "Jo Lee left no doubt that the mine would close.",
    "Jo Lee let it be known that the mine was safe.",
    "Jo Lee had harsh words for the council.",
    "Jo Lee spoke out against the mine.",
    "Jo Lee was in no doubt that the mine would close.",
    "Jo Lee was adamant: the mine would close.",
)


@pytest.mark.parametrize("text", ACME)
def test_attribute__turn_of_phrase__is_the_bodys(text: str) -> None:
    assert parties(text) == ["Acme Ltd"]


@pytest.mark.parametrize("text", LEE)
def test_attribute__turn_of_phrase__is_the_persons(text: str) -> None:
    assert parties(text) == ["Jo Lee"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The army attacked the town as the sun rose.", id="attack-that-is-a-blow"),
        pytest.param("Acme Ltd gave the town as much water as it could.", id="give-that-is-no-figure"),
        pytest.param("Acme Ltd laid the pipe on the sea bed.", id="lay-without-blame"),
        pytest.param("Acme Ltd raised prices.", id="raise-without-doubts"),
        pytest.param("Acme Ltd came out of the talks.", id="come-out-of"),
    ],
)
def test_attribute__same_verb_that_tells_of_no_speech__is_nobodys(text: str) -> None:
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Jo Lee went on to thank her rivals.", ["Jo Lee"], id="went-on-to"),
        pytest.param("Jo Lee was quick to blame the council.", ["Jo Lee"], id="quick-to"),
        pytest.param("Jo Lee was at pains to stress that it was safe.", ["Jo Lee"], id="at-pains-to"),
        pytest.param("Jo Lee was among the first to condemn it.", ["Jo Lee"], id="among-the-first-to"),
        pytest.param("Jo Lee took to X to denounce the council.", ["Jo Lee"], id="took-to-x"),
        pytest.param("Jo Lee used her speech to attack it as “a lie”.", ["Jo Lee"], id="used-her-speech"),
        pytest.param("Jo Lee can be heard insisting that it was safe.", ["Jo Lee"], id="heard-insisting"),
        pytest.param("Jo Lee was quoted as saying that it was safe.", ["Jo Lee"], id="quoted-as-saying"),
        pytest.param("Jo Lee is on record as saying it is safe.", ["Jo Lee"], id="on-record"),
        pytest.param("Acme Ltd has spent a decade promising that it is safe.", ["Acme Ltd"], id="spent-promising"),
        pytest.param("Jo Lee is unlikely to blame the council.", [], id="unlikely-to"),
        pytest.param("Jo Lee is due to announce it.", [], id="due-to"),
        pytest.param("Jo Lee did not go on to thank her rivals.", [], id="not"),
    ],
)
def test_attribute__verb_of_speech_that_hangs_on_another__counts_where_it_was_said(
    text: str, expected: list[str]
) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The mine is safe, in the view of Acme Ltd.", ["Acme Ltd"], id="in-the-view-of"),
        pytest.param("The mine is safe, by Acme's account.", ["Acme"], id="by-account"),
        pytest.param("The mine cost £3m, on Acme's own estimate.", ["Acme"], id="on-own-estimate"),
        pytest.param("As far as Acme Ltd is concerned, the mine is safe.", ["Acme Ltd"], id="as-far-as"),
        pytest.param("The mine is safe, if Acme Ltd is to be believed.", ["Acme Ltd"], id="if-believed"),
        pytest.param("To hear Acme Ltd tell it, the mine is safe.", ["Acme Ltd"], id="to-hear"),
        pytest.param("The mine, per Acme Ltd, is safe.", ["Acme Ltd"], id="per"),
        pytest.param("The fee is £3 per Acme share.", [], id="per-share"),
        pytest.param("The mine is safe — or so says Acme Ltd.", ["Acme Ltd"], id="so-says"),
        pytest.param("It is Acme Ltd's contention that the mine is safe.", ["Acme Ltd"], id="it-is-her-contention"),
        pytest.param("Acme Ltd's message was clear: the mine is safe.", ["Acme Ltd"], id="message-was-clear"),
    ],
)
def test_attribute__by_somebodys_account__is_theirs(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“No,” was Jo Lee's reply.", ["Jo Lee"], id="was-her-reply"),
        pytest.param("“No,” was all Jo Lee would say.", ["Jo Lee"], id="all-she-would-say"),
        pytest.param("“A lie” is how Jo Lee describes it.", ["Jo Lee"], id="how-she-describes-it"),
        pytest.param("Jo Lee's answer came by text: “No.”", ["Jo Lee"], id="answer-came"),
        pytest.param("From Acme Ltd came a blunt reply: “No.”", ["Acme Ltd"], id="from-came"),
        pytest.param("The reply from Acme Ltd was blunt: “No.”", ["Acme Ltd"], id="reply-from"),
        pytest.param("There was a warning from Jo Lee: “Pay.”", ["Jo Lee"], id="there-was"),
        pytest.param("The plan drew criticism from Acme Ltd.", ["Acme Ltd"], id="drew-criticism"),
        pytest.param("There was no immediate comment from Acme Ltd.", [], id="no-comment"),
        pytest.param("A statement from Acme Ltd said it was safe.", ["Acme Ltd"], id="statement-from"),
    ],
)
def test_attribute__speech_told_as_a_noun__is_whose_it_is(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Laura Lee shook her head: “Not in my lifetime.”", ["Laura Lee"], id="colon"),
        pytest.param("Laura Lee left at six. “I was cold.”", ["Laura Lee"], id="next-sentence"),
        pytest.param("Laura Lee left with Peter Roe. “I was cold.”", [], id="two-people"),
        pytest.param("Laura Lee left at six.\n\n“I was cold.”", [], id="next-paragraph"),
        pytest.param("Laura Lee was asked: “Is it safe?”", [], id="asked-of-her"),
        pytest.param("Laura Lee carried a placard: “No mine here.”", [], id="words-on-a-thing"),
    ],
)
def test_attribute__quote_after_what_somebody_did__is_theirs(text: str, expected: list[str]) -> None:
    assert parties(text) == expected
