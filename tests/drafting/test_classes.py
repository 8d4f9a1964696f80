"""Who speaks, in further classes of news English: what is taken for a speaker, and what must not be."""

import pytest

from claimdiff.drafting.boilerplate import left_out
from claimdiff.drafting.sentences import sentences
from drafting.told import parties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Consumer champion Which? said prices rose.", ["Which?"], id="ends-in-a-mark"),
        pytest.param("Was it late? The Harbour Trust said no.", ["Harbour Trust"], id="a-question"),
        pytest.param("Foss & Pym said fees fell.", ["Foss & Pym"], id="ampersand"),
        pytest.param("Tarn Shipping of Bergen said fees fell.", ["Tarn Shipping"], id="company-of-a-town"),
        pytest.param("Mills and Farms, which has ten seats, said no.", ["Mills and Farms"], id="and-in-a-name"),
        pytest.param(
            "The Royal College of Nursing and Child Health said no.",
            ["Royal College of Nursing and Child Health"],
            id="college-of",
        ),
        pytest.param("The Institute of Foresters said fees fell.", ["Institute of Foresters"], id="institute-of"),
        pytest.param("Next said sales fell.", ["Next"], id="common-word-speaks"),
        pytest.param("Scientists said sales fell.", [], id="plural-speaks"),
        pytest.param("Research said sales fell.", [], id="common-noun-speaks"),
        pytest.param("Gardnet founder Ann Roe said no.", ["Gardnet"], id="founder-of"),
        pytest.param("Osk coach Ann Roe said no.", ["Ann Roe"], id="coach-of-a-place"),
        pytest.param("There was talk of a ban, thought to be dear.", [], id="there"),
        pytest.param("Western diplomats said no.", [], id="part-of-the-world"),
        pytest.param("The Western Bank said no.", ["Western Bank"], id="part-of-a-name"),
        pytest.param("THE OAK TRUST said no.", ["OAK TRUST"], id="capitals"),
        pytest.param("Ann Roe, chair of the Fisheries committee, said no.", ["Fisheries committee"], id="committee"),
        pytest.param("The Larch Vale folk festival said no.", ["Larch Vale folk festival"], id="festival"),
    ],
)
def test_attribute__names__are_whole(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The Danish foreign ministry said no to Russian skaters.", ["Denmark"], id="whose-ministry"),
        pytest.param("According to the Danish foreign ministry, Russia was late.", ["Denmark"], id="according-leads"),
        pytest.param("According to several delegates, the vote was lost by China.", [], id="according-to-nobody"),
        pytest.param(
            "Karvia's defence ministry said no. “We wait,” the ministry said.", ["Karvia"] * 2, id="ministry-again"
        ),
        pytest.param(
            "Peru said no. The Malian embassy in Lima was shut. An embassy spokesman in Lima said yes.",
            ["Peru", "Mali"],
            id="embassy",
        ),
        pytest.param("Ghana said no. The ministry in Accra said it was late.", ["Ghana"] * 2, id="ministry-in-a-seat"),
        pytest.param("Kenya said no. Nairobi's governor said yes.", ["Kenya", "Nairobi"], id="town-not-state"),
        pytest.param("Latvia, Malta and Peru denied it.", ["Latvia", "Malta", "Peru"], id="list"),
        pytest.param("In Riga, Malta and Peru denied it.", ["Malta", "Peru"], id="no-list"),
        pytest.param("Beijing, which has ties to both, said no.", ["China"], id="ends-in-ing"),
        pytest.param(
            "Norway's prime minister said no. Her Chilean counterpart said yes.", ["Norway", "Chile"], id="counterpart"
        ),
        pytest.param(
            "The Business Secretary, Al Farr, said no. His opposite number, Ida Ek, said yes.",
            ["Government", "Opposition"],
            id="opposite-number",
        ),
        pytest.param("Oman closed two roads, its army said.", ["Oman"], id="its-own"),
        pytest.param("The Oslo-based Harbour Trust said no.", ["Harbour Trust"], id="based"),
        pytest.param("The US Ninth Fleet said no.", ["United States"], id="fleet"),
        pytest.param(
            "The Home Office said no. In Lima, the foreign ministry said yes.", ["Home Office", "Peru"], id="seat-leads"
        ),
        pytest.param("Sweden voted. The Social Democrats said no.", ["Social Democrats"], id="party-not-state"),
    ],
)
def test_attribute__states__are_told_apart(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tim Orr, MP for Osk North, said no.", ["Tim Orr"], id="mp-for"),
        pytest.param("Tim Orr, the Labour MP for Osk North, said no.", ["Labour"], id="mp-of-a-party"),
        pytest.param("Conservative leader Tim Orr said no.", ["Conservative"], id="leader-of-a-party"),
        pytest.param("Greenpeace's Ann Roe said no.", ["Greenpeace"], id="of-a-body"),
        pytest.param("Ann Roe, who runs the Blue Barn club, said no.", ["Blue Barn"], id="runs-a-club"),
        pytest.param(
            "Two workers, who asked not to be named, said no. A Harbour Trust official, who asked not to be named, said yes.",
            ["Harbour Trust"],
            id="unnamed",
        ),
        pytest.param("Jo Lee, 58, said no. The Dubliner said yes.", ["Jo Lee"] * 2, id="of-a-town"),
        pytest.param("Jo Lee, 58, said no. The Speaker said yes.", ["Jo Lee"], id="office-with-a-capital"),
        pytest.param("Jo Lee, 58, said no. The fiddle player said yes.", ["Jo Lee"] * 2, id="two-words"),
        pytest.param(
            "Some disagree, among them Al Roe of the Harbour Trust. He says it was late.", ["Harbour Trust"], id="among"
        ),
        pytest.param("Ida Ek, 30, said no. Police arrested a beekeeper. He said it was late.", ["Ida Ek"], id="no-he"),
        pytest.param("Aid workers said no.", [], id="aid-workers"),
        pytest.param("Each side said no.", [], id="each-side"),
        pytest.param(
            "The Osk Inspection Bureau said no to the water board. The board said yes.",
            ["Osk Inspection Bureau", "Water board"],
            id="body-without-capitals",
        ),
        pytest.param("The quarry's owner, Moe Thabo, said no.", ["Moe Thabo"], id="owner-of-a-thing"),
        pytest.param("Acme Ltd said no. “It was late,” a manager said.", ["Acme Ltd"] * 2, id="staff"),
        pytest.param("Acme Ltd said no.\n\n“It was late,” a manager said.", ["Acme Ltd"], id="staff-later"),
        pytest.param("The Swede involved, Jo Lee, said no.", ["Jo Lee"], id="nation-and-name"),
        pytest.param("A commander calling himself Grey said no.", ["Grey"], id="calls-himself"),
        pytest.param(
            "Acme Ltd said no. A commander calling himself Grey said yes.",
            ["Acme Ltd", "Grey"],
            id="nobody-s-commander",
        ),
        pytest.param(
            "The leader of the Blue Alliance, Kat Sole, who moved it, said no.",
            ["Blue Alliance"],
            id="role-name-clause",
        ),
        pytest.param("Jo Lee, pale after two nights, said no.", ["Jo Lee"], id="describing-aside"),
        pytest.param("In Osk, pale after two nights, Jo Lee said no.", ["Jo Lee"], id="no-aside"),
        pytest.param("Old Elm must be asked. It said no.", ["Old Elm"], id="it-is-a-body"),
        pytest.param("Jo Lee was cold. He said no.", ["Jo Lee"], id="he-is-none"),
        pytest.param("The Taoiseach, Al Daly, said no. Mr Daly said yes.", ["Ireland"] * 2, id="office-of-a-state"),
    ],
)
def test_attribute__people__speak_for(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Acme Ltd would say only that it was late.", ["Acme Ltd"], id="would-say-only"),
        pytest.param("Acme Ltd would say that it was late.", [], id="would-say"),
        pytest.param("Acme Ltd spoke of “a late gift”.", ["Acme Ltd"], id="spoke-of"),
        pytest.param("Acme Ltd said it did not comment on gossip.", [], id="no-comment"),
        pytest.param("The court found that it was late.", ["Court"], id="finding"),
        pytest.param("Acme Ltd found that it was late.", [], id="no-finding"),
        pytest.param(
            "Acme Ltd offered a deal, an idea that Norlink Ltd turned down.", ["Acme Ltd", "Norlink Ltd"], id="closing"
        ),
        pytest.param("A post on the Harbour Trust's Facebook page said no.", ["Harbour Trust"], id="page"),
        pytest.param("A post on Facebook said no.", [], id="no-page"),
    ],
)
def test_attribute__what_is_said__goes_to(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


def test_sentences__amount_at_the_end__ends_it() -> None:
    found = sentences("Sales fell to €2.6bn. Ann Roe said no. It cost €2.6bn. in all.")
    assert [one.text for one in found] == ["Sales fell to €2.6bn.", "Ann Roe said no.", "It cost €2.6bn. in all."]


def test_left_out__bullets__are_headlines_only_in_news() -> None:
    text = "The plant will open.\n\n• Capacity: 60 tonnes a year"
    assert (list(left_out(text).values()), left_out(text, listed=True)) == (["headline"], {})
