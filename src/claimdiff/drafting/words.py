"""Words that the drafting rules go by: closed classes of English, and nouns for people and bodies that speak.

The longer lists stand in ``words.txt``. All is lower case. What somebody says and does comes from the lexicon's tables
``reporting`` and ``commitment``; these are the words around them.
"""

from pathlib import Path


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _read(text: str) -> dict[str, frozenset[str]]:
    """Return name -> words of paragraphs such as "titles: mr mrs"; lines that begin with # are comments."""
    kept = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    paragraphs = (paragraph.partition(":") for paragraph in kept.strip().split("\n\n"))
    return {name.strip(): _words(words) for name, _, words in paragraphs}


_LISTS = _read(Path(__file__).with_name("words.txt").read_text(encoding="utf-8"))


BE = _words("am is are was were be been being 're isn't aren't wasn't weren't")
HAVE = _words("has have had having 've hasn't haven't hadn't")
DO = _words("do does did don't doesn't didn't")
PAST_FORMS = _LISTS["past_forms"]
MODALS = _LISTS["modals"]
NOT = _LISTS["not"]
AUXILIARIES = BE | HAVE | DO | MODALS

ADVERBS = _LISTS["adverbs"]
WHEN = _LISTS["when"]
"""Words of a time phrase that may stand between a subject and its verb ("Mr Putin last week said")."""

CALENDAR = _LISTS["calendar"]

PREPOSITIONS = _LISTS["prepositions"]
RELATIVE = _words("that which who whom whose where what how why whether if")
SUBORDINATE = _words("after before when because as since until unless once than lest till amid despite")
PARTICIPLES = _LISTS["participles"]
"""Verbs that begin a sentence right before a name."""

CONTRAST = _words("while whereas although though but yet and or")
OPENERS = _LISTS["openers"]

DETERMINERS = _LISTS["determiners"]
HE, SHE, THEY, IT, FIRST = _words("he"), _words("she"), _words("they"), _words("it"), _words("we i")
PRONOUNS = HE | SHE | THEY | IT
POSSESSIVES = frozenset({"'s", "’s", "’", "'"})
NO_NAMES = _LISTS["no_names"]
"""Words that begin a sentence and are no part of a name."""
OF_THE_WORLD = _LISTS["of_the_world"]
"""Adjectives of parts of the world and of faiths: alone before a noun they name no party ("Western diplomats")."""
VIEW_ADJECTIVES = _LISTS["view_adjectives"]
POSSESSIVE_PRONOUNS = _words("its his her their")

TITLES = _LISTS["titles"]
HONORIFICS = _words("mr mrs ms miss mx dr sir dame lord lady prof professor")
MALE_TITLES, FEMALE_TITLES = _words("mr sir lord king prince"), _words("mrs ms miss dame lady baroness queen princess")

PERSON_ROLES = _LISTS["person_roles"]
GROUPS = _LISTS["groups"]
"""Groups of people: capitals in a body's name, no title of a person."""

SPOKES = _words("spokesman spokeswoman spokesperson spokespeople spokesmen representative representatives")
GOVERNING = _words("government army military navy parliament regime ministry forces troops authorities cabinet junta")
FORCES = _words("army military troops forces armed soldiers")
PLURAL = _words("two three four five six both several some many most")
PAIRS = _LISTS["pairs"]
LEADS = _words(
    "chairs leads heads chaired directs manages coaches represents represented represent founded led headed founded runs "
    "co-founded co-chairs co-leads run runs"
)
"""Verbs that tell whom somebody speaks for: "who chairs the alliance"."""

OF_COMPANIES = _words("founder co-founder boss ceo chief spokesman spokeswoman spokesperson chairman chairwoman")
"""Roles before which a first word that is no common one is a body's name: "Mumsnet founder Julia Rooke"."""

LOWER_BODIES = _words("board bank council committee commission panel tribunal inquiry court school college club")
LOCAL_FIELDS = _LISTS["local_fields"]
"""Words that with a noun name a body of their own: "the water board", "the central bank"."""


def political(actor: str) -> bool:
    """Tell whether an actor of the lexicon is a political party: it never speaks for its state."""
    return actor.endswith("-party") or actor in _LISTS["political_parties"]


def state_arm(institution: str) -> bool:
    """Tell whether an institution of the lexicon is an arm of its state: a ministry, its forces, no regulator or police."""
    parts = set(institution.split("-"))
    own = parts & {"court", "police", "bank", "texas", "california", "florida", "agency", "forum"}
    return bool(parts & _LISTS["state_arms"]) and not own


OFFICE_HOLDERS = _words("minister premier chancellor taoiseach")

CHAMBERS = _words(
    "parliament parliamentary chamber mps lawmakers deputies senators backbenchers assembly senate commons lords legislators"
)
"""Words of news from a parliament, where what has people is mostly a party: "National's Jo Lee"."""

EXPERTS = _words("expert analyst economist researcher scientist professor academic historian lawyer biologist engineer")
"""What a person is called again by, without a name: "the expert added"."""

RIVALS = _words("candidate challenger contender exiled dissident")
"""What somebody is called who speaks for themselves, not for the state in which they want office."""

STAFF = _words("curator officer manager official director executive keeper archivist coordinator engineer")
"""People of the body that spoke just before, also without its name: "a curator said"."""

OF_TOWNS = _words(
    "mayor governor police council councillors residents airport hospital university school zoo commuters court tribunal "
    "prosecutor prosecutors coroner magistrates chamber fire exchange district orchestra opera"
)
"""What is a town's also where the town's name may stand for a state: "Nairobi's governor"."""

UNDERTAKINGS = _words(
    "mission project programme program study event tournament show series operation scheme site fund plan"
)
"""What a body runs: whose people are that body's ("the mission's flight director")."""

POLITICAL = _LISTS["political"]
"""What a party's people are called by: "Conservative leader Hugh Garrow"."""

OF_PARTIES = _words("group bloc benches faction party mps councillors lawmakers members senators deputies leadership")
"""What a party has after its adjective: "the Conservative group on the council"."""

RANKS = _words("colonel col lt lieutenant general gen major maj admiral commodore brigadier brig marshal commander")
"""Ranks of those who speak for the forces that had the word."""

RULINGS = _words("ruling judgment judgement verdict sentence")
"""Texts of a court."""

FORMER = _words("ousted deposed fugitive jailed former ex one-time onetime retired erstwhile")
STAKES = _words(
    "shares stake stakes stock investment investors jobs workers staff employees bosses managers executives analysts"
)
OF_BODIES = _LISTS["of_bodies"]
"""What a body has and a person has not: after its possessive."""

APART = _LISTS["apart"]
"""What stands to a body and is no part of it: "Acme's largest customer"."""
PLACE_BODIES = _words(
    "council police university hospital airport college court cathedral borough festival museum theatre zoo prison brigade "
    "trust"
)
COMMITTEES = _words("committee subcommittee")
KINDS_OF_BODY = _words(
    "fire rescue ambulance hospital hospitals housing select folk film book music jazz literary arts city county town crown "
    "magistrates general"
)
"""Words between a name and the noun that makes it a body's: "the Treasury select committee", "Osk county court"."""
"""Nouns that make a place's name a body's, also in lower case: "Redcastle council"."""

CALLED_GROUPS = _words(
    "groups unions charities associations authorities organisations organizations campaigners officers chiefs"
)
"""Plural nouns that only with the word before them tell who speaks: "consumer groups", "airport authorities"."""

ARMS = _words("guard guards monitors command fleet corps unit arm wing division branch headquarters navy marines")
"""Parts of a state's forces or of a firm, that speak for it: "its operational command said"."""

LAWYERS = _words("lawyer lawyers attorney attorneys solicitor solicitors barrister barristers counsel advocate")
ORG_ROLES = _LISTS["org_roles"] | SPOKES
"""Roles within a body: with no body named, that of whom the text speaks."""

STATE_NOUNS = _LISTS["state_nouns"]
"""Bodies through which a state speaks; with another noun a nationality names no state ("the German machinery association")."""

GROUP_PEOPLE = _LISTS["group_people"]
"""Groups that speak, or for whom lawyers and spokespeople do."""

STANDS_FOR = {
    "bloc": "european-union",
    "commission": "european-union",
    "alliance": "nato",
    "world body": "united-nations",
}
"""Nouns that mean a body of the lexicon, where the text names it or its seat."""

POLICY = _LISTS["policy"]
"""Fields of ministers and ministries, before "secretary" or "department"."""

ARMED = _LISTS["armed"]

LOOSE = _LISTS["loose"]
"""Nouns for bodies whose names need not tell what they are."""

CLASSES = {
    name.removeprefix("class_"): words | (ARMED if name == "class_armed" else frozenset())
    for name, words in _LISTS.items()
    if name.startswith("class_")
}
"""Kinds of bodies, by the words in their names and the nouns that mean them."""

POST_NOMINALS = frozenset("KC QC MP MSP MEP TD MBE OBE CBE KBE Jr Jr. Sr Sr. PhD MD Esq Esq. II III AM MLA MS".split())
"""Letters after a person's name, which belong to it."""

OUTLETS = frozenset(
    "X Twitter Facebook Instagram TikTok Telegram YouTube LinkedIn Bluesky Threads Truth Social WhatsApp Weibo Reddit BBC ITV "
    "CNN NBC ABC CBS Fox PBS NPR RTÉ Reuters AFP AP Bloomberg Newsnight Today Sky".split()
)
"""Where somebody posts or is asked: after "on" or "told", no party of the text."""

ROLE_LETTERS = frozenset("GP GPs CEO CFO COO CTO MP MPs MEP MSP TD TDs MLA PM MD VP QC KC PhD".split())
"""Roles in capitals, which are no names."""

GENERIC = _LISTS["generic"]
"""First words of many names: alone they shorten none of them."""

PLAYERS = _LISTS["players"]
"""People of a team who speak for themselves."""

PRIVATE = _LISTS["private"]
"""People who belong to somebody or come from somewhere and still speak for themselves."""

EITHER = _LISTS["either"]
"""Nouns for a person as well as for a body."""

OCCUPATIONS = _LISTS["occupations"]
"""What people are who speak for themselves; also words before a name that are no part of it."""

SUPERLATIVES = _words("biggest largest oldest leading top fastest-growing main second-largest third-largest smallest")
DEMONYM_NOUNS = _LISTS["demonym_nouns"]
"""After "the", where one speaks: the person of that nation who was named before ("the Swede said")."""

FIELDS = _LISTS["fields"]
"""Words before an office that name its field, not a body: "foreign minister", "communications director"."""

FIRST_ADJECTIVES = _LISTS["first_adjectives"]
"""Adjectives before somebody's role that begin a sentence with a capital."""

TEAM_NAMES = _LISTS["team_names"]

COMPETITIONS = _words("cup trophy championship championships open prix games tour shield stakes olympics")
"""Words in the names of what people compete in, which no one speaks for."""
DESCRIBED = _LISTS["described"]
"""Nouns for a body that begin a sentence before its name: "Chipmaker Veltrix"."""

IN_PLACES = _words("in near outside around across throughout")
"""Prepositions after which a name is where somebody is, not whom they speak for."""

TEAMS = _words("team club squad side")

MISSIONS = _words("embassy consulate ambassador")
"""Those of one state in another's capital."""

OF_A_PLACE = _words("mp mps mep msp td mla senator congressman congresswoman resident")
"""People of a place who speak for themselves: "Hallam's MP, Joan Salter"."""

MEMBERS = _words("deputy lawmaker legislator backbencher councillor")
"""People of a chamber: without a party's name they speak for themselves."""

PUBLIC = _words("governor mayor bishop archbishop coroner ombudsman speaker pope")
"""Offices whose holder, known by it alone, is a party: "the regional governor said"."""

FAMILY = _LISTS["family"]
"""People who belong to somebody and speak for themselves."""

VOICES = _LISTS["voices"]
"""Texts through which somebody speaks: "the Kremlin's readout said"."""

BODIES = _LISTS["bodies"]
COMPANIES = _LISTS["companies"]
UNIONS = _words("union unions federation alliance guild brotherhood association workers seafarers")
SEATS = _LISTS["seats"]
"""Names of seats that stand for who sits there: what is theirs is no name of its own ("the Kremlin's Press Office")."""

SURNAMES = _words("brand street house church parish court bridge miner carrier shop bench bank banks major")
"""Nouns for bodies that after a first name are a surname: "Ida Brand"."""

NAME_BODIES = BODIES | _LISTS["name_bodies"]
"""Words that make a run of capitals the name of a body, not of a person."""

OFFICE_PARTIES = {
    name: _LISTS[f"office_{name}"] for name in ("prosecution", "defence", "court", "opposition", "police", "government")
}
"""Parties that an office alone makes known, in the order in which they are tried."""

ATTITUDES = _LISTS["attitudes"]
STATES = BE | _words(
    "remain remains remained seem seems seemed appear appears appeared become became stay stays stayed"
)

SILENT = _words("mention address refer say comment respond reply give name specify disclose elaborate answer")
"""Verbs that, denied, tell that somebody is silent ("did not mention hockey")."""

VAGUE = _LISTS["vague"]
"""What no party stands behind, or none that can be named."""

NO_VERBS = _LISTS["no_verbs"]
"""Terms of the lexicon's tables that are nouns or adjectives, or verbs that mostly tell of no speech."""
VERBS_OF_SPEECH = _LISTS["verbs_of_speech"]
"""Verbs of speech beyond those of the lexicon."""
AMBIGUOUS_VERBS = _LISTS["ambiguous_verbs"]
"""Lemmas whose base form and -s form are also nouns or adjectives."""
