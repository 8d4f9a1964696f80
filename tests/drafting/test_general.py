"""Who speaks, by general grammar: names, asides, roles without a name, what belongs to whom, two parties in a sentence."""

import pytest

from claimdiff.drafting.people import human
from drafting.told import parties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The union, Metal and General, said no. Metal and General won.", ["Metal and General"], id="union"
        ),
        pytest.param("Hope and Order, the biggest party, said no.", ["Hope and Order"], id="party-that-begins"),
        pytest.param("Peru and Mali said no.", ["Peru", "Mali"], id="two-states"),
        pytest.param(
            "A committee, Never Again, said no. Never Again said yes.", ["Never Again"] * 2, id="grammar-in-a-name"
        ),
        pytest.param("The Five Elms Movement said no.", ["Five Elms Movement"], id="number-in-a-name"),
        pytest.param("C&S said no.", ["C&S"], id="ampersand-without-spaces"),
        pytest.param("Izzat al-Risheq, 60, said no.", ["Izzat al-Risheq"], id="particle-and-hyphen"),
        pytest.param("Jamaat-e-Islami said no.", ["Jamaat-e-Islami"], id="small-word-between-hyphens"),
        pytest.param("Parents' body Save Our Kids said no.", ["Save Our Kids"], id="body-of-a-group"),
        pytest.param("Choi Byung-hoon, a former pilot, said no.", ["Choi Byung-hoon"], id="hyphen-and-small-letter"),
        pytest.param("The Iran-backed militia Blue Dawn said no.", ["Blue Dawn"], id="nation-that-only-describes"),
        pytest.param(
            "The Centre for Democracy and Human Rights said no.",
            ["Centre for Democracy and Human Rights"],
            id="centre-for",
        ),
        pytest.param(
            "The Ministry of Land, Roads and Water said no. The ministry said yes.",
            ["Ministry of Land, Roads and Water"] * 2,
            id="comma-in-a-ministry",
        ),
        pytest.param("Harbourmaster Tiago Nunes said no.", ["Tiago Nunes"], id="trade-before-a-name"),
        pytest.param("The Constitutional Court met. Constitutional lawyer Ida Ek said no.", ["Ida Ek"], id="adjective"),
        pytest.param("Ida Ek, 30, wrote on Telegram: “No.”", ["Ida Ek"], id="outlet"),
    ],
)
def test_attribute__names__are_whole(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A court in Osk ordered Acme Ltd to stop.", ["Court"], id="court-in-a-town"),
        pytest.param("The prosecutor in Osk, Carla Monti, said no.", ["Prosecution"], id="prosecutor-in-a-town"),
        pytest.param(
            "Families of the dead, who camped outside the parliament in Osk, said no.",
            ["Families"],
            id="place-in-a-clause",
        ),
        pytest.param("The maker of the rope, Austria's Seilwerk Tirol, said no.", ["Seilwerk Tirol"], id="nation-owns"),
        pytest.param(
            "Sources knew. Because, says the office of Ida Ek, Acme Ltd has gone.", ["Ida Ek"], id="clause-after"
        ),
        pytest.param(
            "The leader, according to the head of the rescue centre, Luis Abreu, was late.",
            ["Rescue centre"],
            id="head-of",
        ),
        pytest.param("A group of relatives said no.", ["Group of relatives"], id="group-of-people"),
        pytest.param("Villagers near Osk said no.", ["Villagers"], id="people"),
        pytest.param(
            "An MEP for the Harbour Movement, Gaia Ferri, said no.", ["Harbour Movement"], id="mep-for-a-body"
        ),
        pytest.param("Council member Bo Hutchins said no.", ["Bo Hutchins"], id="member"),
        pytest.param("One driver at Osk, who has a child, said no.", [], id="one-without-a-name"),
        pytest.param("A driver, who gave her name only as Jo Ek, said no.", ["Jo Ek"], id="name-given-so"),
        pytest.param("The priests' lawyers said no.", ["Priests"], id="lawyers-of-a-group"),
        pytest.param("Osk Refinery is shut. The refinery said no.", ["Osk Refinery"], id="noun-of-the-name"),
        pytest.param("The firm that laid it in 2019, Foss Bros, doubts that.", ["Foss Bros"], id="name-after-a-clause"),
        pytest.param("Ms Vane's plumber, Lou Hart, said no.", ["Lou Hart"], id="somebody-s-plumber"),
        pytest.param("Ousted Prime Minister Ida Ek said no.", ["Ida Ek"], id="ousted"),
        pytest.param("India voted. Congress leader Ida Ek said no.", ["Ida Ek"], id="congress-of-no-state-named"),
        pytest.param(
            "Ghana's largest teachers' union is late. It said no.",
            ["Ghana's largest teachers' union"],
            id="not-the-state",
        ),
        pytest.param(
            "The Harbour Trust said no. “Yes,” president Ann Roe said.", ["Harbour Trust"] * 2, id="president"
        ),
        pytest.param(
            "Acme Ltd said no. Lawyers acting for the families said yes.", ["Acme Ltd", "Families"], id="acting-for"
        ),
        pytest.param(
            "Acme Ltd said no. The chamber of crafts said yes.", ["Acme Ltd", "Chamber of crafts"], id="chamber-of"
        ),
        pytest.param("Union inspector Nik Orr said no.", ["Nik Orr"], id="no-police-inspector"),
        pytest.param(
            "Foss Ltd said no. Then the company said Acme Ltd broke it.", ["Foss Ltd"] * 2, id="another-company"
        ),
        pytest.param("Jo Ek, who heads the island's fishing club, said no.", ["Fishing club"], id="who-heads"),
        pytest.param("Brazil's Cenipa has a plan, its head said.", ["Cenipa"], id="its-owned-body"),
        pytest.param("Lake Turkana fell. The governor of Turkana said no.", ["Turkana"], id="lake-is-no-county"),
        pytest.param(
            "Peru and Mali met. The Federal Aviation Administration said no.",
            ["Federal Aviation Administration"],
            id="regulator",
        ),
        pytest.param("Peru and Mali met. The Pentagon said no.", ["United States"], id="arm-of-a-state"),
        pytest.param("The chief inspector of prisons said no.", ["Chief inspector of prisons"], id="inspector-of"),
        pytest.param(
            "Ola Ek, 30, said no. Lord Roe took one: he would not, he said, go.", ["Ola Ek", "Roe"], id="he-there"
        ),
        pytest.param("Green MEP Thomas Waitz said no.", ["Green"], id="mep-of-a-party"),
        pytest.param("The regional governor said no.", ["Regional governor"], id="public-office"),
        pytest.param("The coastguard said no.", ["Coastguard"], id="body-known-by-its-noun"),
        pytest.param(
            "Acme Ltd said no. The food safety authority said yes.", ["Acme Ltd", "Food safety authority"], id="own"
        ),
        pytest.param(
            "The Reform Union said no. One of its deputies, Sanna Moe, said yes.", ["Reform Union"] * 2, id="one-of"
        ),
        pytest.param("The Conservative group on the council said no.", ["Conservative"], id="group-of-a-party"),
        pytest.param("The opposition leader, Ida Ek, said no.", ["Opposition"], id="opposition-leader"),
        pytest.param("Neither army said that it would.", [], id="neither"),
        pytest.param("Peru's army said no. Lt Col Nadav Orr said yes.", ["Peru"] * 2, id="rank"),
        pytest.param("Peru's army said no. Army spokesman Nadav Orr said yes.", ["Peru"] * 2, id="army-spokesman"),
        pytest.param("Peru's border guards said no.", ["Peru"], id="guards"),
        pytest.param("Peru closed two roads, but its interior ministry said no.", ["Peru"], id="its-after-but"),
        pytest.param("Ida Ek, 30, said no. “Yes,” the expert said.", ["Ida Ek"] * 2, id="the-expert"),
        pytest.param("Ola Ek, 30, said no. According to him, it was late.", ["Ola Ek"] * 2, id="to-him"),
        pytest.param("Peru and Mali blamed each other. Both denied striking farms.", ["Peru", "Mali"] * 2, id="both"),
        pytest.param(
            "Acme Ltd and Foss Ltd fell. Acme Ltd rose. Both companies deny it.", ["Acme Ltd", "Foss Ltd"], id="two"
        ),
        pytest.param("The judge said no. The ruling rejects that.", ["Court"] * 2, id="ruling"),
    ],
)
def test_attribute__without_a_name__speaks_for(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Acme Ltd said prices rose, a claim Foss Ltd called false.", ["Acme Ltd", "Foss Ltd"], id="bare"),
        pytest.param("The Harbour Trust shut it, a step it said had been hard.", ["Harbour Trust"], id="bare-and-it"),
        pytest.param(
            "It was late, Acme Ltd said, an offer that Foss Ltd turned down.", ["Acme Ltd", "Foss Ltd"], id="late"
        ),
        pytest.param("There was shouting as Acme Ltd defended its plan.", ["Acme Ltd"], id="as"),
        pytest.param("Families of the dead stopped it, saying they had been lied to.", ["Families"], id="doing"),
        pytest.param("That drew an answer from Acme Ltd, which said no.", ["Acme Ltd"], id="which-said"),
        pytest.param("Acme Ltd is seeking damages.", ["Acme Ltd"], id="is-seeking"),
        pytest.param("Acme Ltd was seeking damages.", [], id="was-seeking"),
        pytest.param("Acme Ltd issued a stern warning.", ["Acme Ltd"], id="issued-a-warning"),
        pytest.param("Acme Ltd made steel.", [], id="made-steel"),
        pytest.param("Industry veterans, however, fear that users will move.", ["Veterans"], id="plural-and-aside"),
        pytest.param("LAGOS: The Harbour Trust said no.", ["Harbour Trust"], id="town-and-colon"),
        pytest.param("Ida Ek, 30, is not: she wants a ban.", ["Ida Ek"], id="she-in-the-same-sentence"),
        pytest.param("Peru said it would wait, as did Mali's economy ministry.", ["Peru", "Mali"], id="as-did"),
        pytest.param(
            "Acme Ltd put it at €2m, a figure the Harbour Trust disputes.", ["Acme Ltd", "Harbour Trust"], id="present"
        ),
        pytest.param("Peru said no. So did Mali.", ["Peru", "Mali"], id="so-did"),
        pytest.param("Ida Ek handed copies to the police, who confirmed it.", ["Police"], id="who-is-not-the-first"),
        pytest.param("Acme Ltd did likewise.", ["Acme Ltd"], id="did-likewise"),
        pytest.param("Acme Ltd sees a breach of contract.", ["Acme Ltd"], id="sees"),
        pytest.param("Acme Ltd regretted the decision.", ["Acme Ltd"], id="regretted"),
        pytest.param("Beijing, for its part, urged both sides to wait.", ["China"], id="no-participle"),
        pytest.param("Peru is late: a government spokesperson said no.", ["Peru"], id="government-after-a-colon"),
        pytest.param("Acme Ltd said no; the Harbour Trust said yes.", ["Acme Ltd", "Harbour Trust"], id="semicolon"),
        pytest.param(
            "Peru and Mali are at odds, with Lima saying it was late and Bamako answering that it was not.",
            ["Peru", "Mali"],
            id="with-saying",
        ),
        pytest.param("Acme Ltd had hoped to open in May.", [], id="had-hoped"),
        pytest.param("Acme Ltd wants the port to pay.", ["Acme Ltd"], id="wants"),
        pytest.param("Acme Ltd undertook to pay.", ["Acme Ltd"], id="undertook"),
        pytest.param("Acme Ltd reminded members of the fee.", ["Acme Ltd"], id="reminded"),
    ],
)
def test_attribute__what_is_said__has_its_speakers(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        pytest.param("villagers", True, id="list"),
        pytest.param("paediatrician", True, id="ending"),
        pytest.param("paediatricians", True, id="plural"),
        pytest.param("list", False, id="no-ending"),
        pytest.param("analysts", False, id="vague"),
    ],
)
def test_human__noun__is_known(noun: str, expected: bool) -> None:
    assert human(noun) is expected
