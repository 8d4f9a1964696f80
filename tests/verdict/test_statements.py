"""What the judge says of two statements about one matter: certain conflicts, and what must not be called one."""

import datetime

import pytest

from claimdiff.language.lexicon import load_lexicon
from claimdiff.language.read import read
from claimdiff.verdict.judge import judge_readings
from claimdiff.verdict.model import Judgement
from claimdiff.vocabulary import Verdict

LEXICON = load_lexicon()
DAY = datetime.date(2025, 7, 25)


def judge(left: str, right: str) -> Judgement:
    return judge_readings(*([read(text, lexicon=LEXICON, date=DAY)] for text in (left, right)))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("The shots were fired before 6 p.m.", "The shots were fired at 7.30 p.m.", id="past a clock limit"),
        pytest.param("The shots were fired after 6 p.m.", "The shots were fired at 4 p.m.", id="short of a clock limit"),
        pytest.param("The road will not open until 1 June.", "The road opened on 4 May.", id="not until, before it"),
        pytest.param("The truce expires on 18 June.", "The truce runs out on 25 June.", id="two ends of one kind"),
        pytest.param("No one was killed in the raid.", "Four people were killed in the raid.", id="no one, counted"),
        pytest.param("There were no casualties.", "Three people died.", id="no casualties, dead"),
        pytest.param("There were no civilian casualties.", "Nine civilians died in the strike.", id="no civilian casualties"),
        pytest.param("The army suffered no losses.", "The army lost 14 soldiers.", id="no losses, lost"),
        pytest.param("None of its planes was lost.", "Five of its planes were lost.", id="none of its planes"),
        pytest.param("Mali said that 14 of its soldiers died.", "Niger said that 60 Malian soldiers died.", id="one owner"),
        pytest.param("The fund will pay for roads rather than schools.", "The fund will pay for schools.", id="rather than"),
        pytest.param("The army used rubber bullets instead of live rounds.", "The army used live rounds.", id="instead of"),
        pytest.param("It was not a missile but a drone.", "It was a missile.", id="not but"),
        pytest.param("The ministry banned the sale of fireworks.", "The ministry permitted the sale of fireworks.", id="ban"),
        pytest.param("The tapes are authentic.", "The tapes are forged.", id="forged"),
        pytest.param("The trial was fair.", "The trial was a sham.", id="an article before one contrary"),
        pytest.param("The patient data are safe with us.", "The patient data are at risk.", id="a contrary of two words"),
        pytest.param("The ministry will expand the programme.", "The ministry will phase out the programme.", id="phase out"),
    ],
)  # fmt: skip
def test_judge_readings__opposed_statements__conflict(left: str, right: str) -> None:
    assert judge(left, right).verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Kenya said that Somalia must withdraw its troops.", "Somalia agreed to withdraw its troops.", id="must"),
        pytest.param("Drivers are obliged to wear helmets.", "Drivers must wear helmets.", id="obliged"),
        pytest.param("Spain pledged 20 tanks.", "Spain is considering 20 tanks.", id="considering"),
        pytest.param("The festival opens on 3 July.", "The festival closes on 12 July.", id="two ends of a span"),
        pytest.param("The museum opens at 9 am.", "The museum closes at 5 pm.", id="two ends of a day"),
        pytest.param("The treaty was signed on 2 March.", "The treaty takes effect on 1 May.", id="signed, takes effect"),
        pytest.param("The truce began on 4 May.", "The fighting ended on 4 May.", id="two contraries cancel"),
        pytest.param("The road will not open until 1 June.", "The road will open on 1 June.", id="not until"),
        pytest.param("Results will not be known before Friday.", "Results will be known on Friday.", id="not before"),
        pytest.param("All travel is cancelled until 30 April.", "Planes may not land until 30 April.", id="both until"),
        pytest.param("The shop closes after 6 p.m.", "The shop closes at 7 p.m.", id="after a clock time"),
        pytest.param("The shop closes before 6 p.m.", "The shop closes by 5 p.m.", id="two limits"),
        pytest.param("Firms must answer before 6 p.m.", "Firms answered at 7 p.m.", id="a limit that is set"),
        pytest.param("No Kenyan soldiers were killed.", "Twelve Somali soldiers were killed.", id="no others"),
        pytest.param("Nobody was killed.", "Three people were injured.", id="killed is not hurt"),
        pytest.param("No one was killed in Lima.", "Four people were killed in Quito.", id="elsewhere"),
        pytest.param("No one should be killed.", "Four people were killed.", id="no one should"),
        pytest.param("Inspectors found no weapons in the plant.", "Inspectors searched the plant for weapons.", id="for"),
        pytest.param("The embassy had no comment on the arrests.", "The embassy was told of the arrests.", id="no comment on"),
        pytest.param("Mali said that 14 of its soldiers died.", "Niger said that nine of its soldiers died.", id="own losses"),
        pytest.param("The army said that 14 of its men died.", "The rebels said nine of their men died.", id="unnamed"),
        pytest.param("Ecuador's army lost 40 men.", "Peru's army lost 65 men.", id="lost by each"),
        pytest.param("Our forces shot down six planes.", "Their forces shot down two planes.", id="ours, theirs"),
        pytest.param("The court barred the firm from selling data.", "The court did not let the firm sell data.", id="bar"),
        pytest.param("She dismissed the claim.", "She rejected the claim.", id="dismissed, rejected"),
        pytest.param("Hamas dismissed the plan.", "Hamas did not accept the plan.", id="dismissed, not accepted"),
        pytest.param("Fiji cancelled the visit.", "Fiji refused to make the visit.", id="cancelled, refused"),
        pytest.param("No Way Out was released before July 20.", "No Way Out was released on July 1.", id="a name with no"),
        pytest.param("The firm could not be more satisfied.", "The firm is satisfied.", id="could not be more"),
        pytest.param("Returns are free of charge.", "Returns cost money only abroad.", id="free of charge"),
        pytest.param("Captives still alive are released.", "Captives still living are released.", id="alive, living"),
    ],
)  # fmt: skip
def test_judge_readings__statements_that_can_both_hold__no_conflict(left: str, right: str) -> None:
    assert judge(left, right).verdict is not Verdict.CONFLICT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Peru said ministers agreed to phase out coal.", "Chile said ministers agreed to phase down coal.",
                     id="another particle"),
        pytest.param("The union said that management left.", "Management said that the union left.", id="tellers exchanged"),
        pytest.param("Hamas rejected the American proposal.", "Israel rejected the American proposal.", id="other deniers"),
        pytest.param("India attacked Pakistan without warning.", "Pakistan attacked India without warning.", id="no teller"),
        pytest.param("The committee voted unanimously for the plan.", "The committee was divided over the plan.",
                     id="contraries in other places"),
        pytest.param("The invasion of Chad was unprovoked.", "Mali blamed Chad for the invasion.", id="one accuses"),
        pytest.param("They agreed to halt strikes for 30 days.", "They agreed to halt strikes.", id="a term on one side"),
    ],
)  # fmt: skip
def test_judge_readings__other_matter_in_like_words__never_agree(left: str, right: str) -> None:
    assert judge(left, right).verdict is not Verdict.AGREE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "The union rejected the offer.", "The union did not accept the offer.", id="refused in other words"
        ),
        pytest.param(
            "Norway bars foreign ships from ports.", "Norway does not allow foreign ships in ports.", id="bar"
        ),
        pytest.param("The mayor opposed the plan.", "The mayor rejected the plan.", id="opposed, rejected"),
        pytest.param(
            "The two sides agreed to meet on 3 June.", "Both sides agreed to meet on 3 June.", id="the two sides"
        ),
    ],
)
def test_judge_readings__one_statement_in_other_words__agree(left: str, right: str) -> None:
    assert judge(left, right).verdict is Verdict.AGREE


def test_judge_readings__steps_differ__explained_in_their_own_words() -> None:
    (difference,) = judge("Peru agreed to send ships.", "Peru asked to send ships.").differences
    assert difference.explanation == "“agreed” binds, “asked” does not."


def test_judge_readings__not_acknowledged__says_nothing_of_speaking() -> None:
    found = judge("Mali did not acknowledge the new border line.", "Niger asked for a new border line.")
    assert not any("spoken of" in difference.explanation for difference in found.differences)
