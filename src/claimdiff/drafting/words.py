"""Words that the drafting rules go by: closed classes of English, and nouns for people and bodies that speak.

Everything is lower case. What somebody says and does comes from the lexicon's tables ``reporting`` and ``commitment``;
these are the words around them.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BE = _words("am is are was were be been being 're isn't aren't wasn't weren't")
HAVE = _words("has have had having 've hasn't haven't hadn't")
DO = _words("do does did don't doesn't didn't")
PAST_FORMS = _words(
    "said told went came took made gave left got put saw met held ran kept began broke brought bought built caught chose drew "
    "fell felt flew fought found grew heard hit hung knew laid led lost meant paid rose sat sent set shook shot showed sold spent "
    "spoke stood struck swore taught thought threw won wore wrote wept swept spread cut shut quit became wants says has"
)
MODALS = _words(
    "will would shall should can could may might must won't wouldn't can't cannot couldn't shouldn't mightn't 'll 'd"
)
NOT = _words(
    "not never n't hardly nor isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't "
    "wouldn't can't cannot couldn't"
)
AUXILIARIES = BE | HAVE | DO | MODALS

ADVERBS = _words(
    "also later earlier then again now already since once still just even instead both all too today yesterday tonight "
    "afterwards meanwhile however therefore further only nevertheless nonetheless never not thus long ever soon so far "
    "twice first duly jointly itself himself herself themselves always often"
)
WHEN = _words(
    "monday tuesday wednesday thursday friday saturday sunday last this next week month year morning afternoon evening "
    "night on january february march april may june july august september october november december in at day days "
    "weekend"
)
"""Words of a time phrase that may stand between a subject and its verb ("Mr Putin last week said")."""

CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)

PREPOSITIONS = _words(
    "of for from at in on by with about after before during under over against between among across near outside inside "
    "within without behind through via to into onto amid despite following ahead since until around beyond upon"
)
RELATIVE = _words("that which who whom whose where what how why whether if")
SUBORDINATE = _words("after before when because as since until unless once than lest till amid despite")
PARTICIPLES = _words(
    "speaking addressing quoting citing responding writing opening announcing welcoming calling describing referring meeting "
    "visiting following including asked asking told replying appearing representing joining"
)
"""Verbs that begin a sentence right before a name."""

CONTRAST = _words("while whereas although though but yet and or")
OPENERS = _words("but and yet so meanwhile however also then still or nor nevertheless indeed instead later earlier")

DETERMINERS = _words(
    "the a an this that these those its his her their our my your some any no both all each every several many most one "
    "two three four five six seven eight nine ten another other dozens hundreds thousands"
)
HE, SHE, THEY, IT, FIRST = _words("he"), _words("she"), _words("they"), _words("it"), _words("we i")
PRONOUNS = HE | SHE | THEY | IT
POSSESSIVES = frozenset({"'s", "’s", "’", "'"})
VIEW_ADJECTIVES = _words(
    "own main own formal official public overall legal central considered stated initial first clear only"
)
POSSESSIVE_PRONOUNS = _words("its his her their")

TITLES = _words(
    "mr mrs ms miss mx dr sir dame lord lady baroness prof professor judge justice rev reverend father sister sergeant sgt "
    "inspector insp superintendent supt constable pc det detective captain capt colonel col general gen lieutenant lt "
    "admiral major president chancellor senator sen rep congressman congresswoman governor gov mayor king queen prince "
    "princess pope archbishop bishop ambassador commissioner sheriff councillor cllr secretary minister premier"
)
HONORIFICS = _words("mr mrs ms miss mx dr sir dame lord lady prof professor")
MALE_TITLES, FEMALE_TITLES = _words("mr sir lord king prince"), _words("mrs ms miss dame lady baroness queen princess")

PERSON_ROLES = _words(
    "spokesman spokeswoman spokesperson spokespeople president chairman chairwoman chair chairperson chief director "
    "executive head leader deputy vice minister secretary mayor governor senator ambassador envoy official officials "
    "officer officers boss manager managers owner founder cofounder adviser advisor aide aides lawyer lawyers attorney "
    "attorneys solicitor barrister counsel prosecutor prosecutors judge judges investigator investigators expert experts "
    "analyst analysts economist economists scientist scientists researcher researchers professor doctor doctors nurse "
    "nurses teacher teachers negotiator negotiators representative representatives member members delegate delegates "
    "delegation diplomat diplomats commander general colonel captain source sources correspondent editor reporter witness "
    "witnesses victim victims resident residents neighbour neighbours survivor survivors worker workers driver drivers "
    "staff employee employees employers bosses leaders ministers lawmaker lawmakers mp mps politician politicians "
    "campaigner campaigners activist activists critics critic supporters opponents organiser organisers organizer "
    "organizers owners executives directors detective detectives constable sergeant inspector superintendent chancellor "
    "premier king queen prince bishop archbishop pope captain coach player players trustee trustees councillor "
    "councillors coroner commissioner regulator regulators inspectors engineer engineers operator operators strategist "
    "rider riders striker climber singer actor actress artist musician champion runner swimmer student students "
    "treasurer convener convenor convenors organizer steward stewards farmers farmer passengers passenger customers "
    "customer shareholders shareholder investor investors partner partners side team teams forces troops army navy "
    "military pair couple man woman men women boy girl father mother parents son daughter brother sister widow wife "
    "husband family families relative relatives friend friends author authors founder speaker whip whips counterpart "
    "agent agents publicist co-founder ceo cfo coo campaign lawyers' rep chiefs heads veterinarian pilot pilots crew crews skipper mediator mediators"
)
GROUPS = _words(
    "army navy military side team staff family pair couple forces crew crews troops campaign delegation men women"
)
"""Groups of people: capitals in a body's name, no title of a person."""

SPOKES = _words("spokesman spokeswoman spokesperson spokespeople spokesmen representative representatives")
GOVERNING = _words("government army military navy parliament regime ministry forces troops authorities cabinet junta")
FORCES = _words("army military troops forces armed soldiers")
PAIRS = _words(
    "companies firms sides parties clubs unions teams groups countries governments nations pair duo two leaders ministers"
)
LEADS = _words(
    "chairs leads heads chaired directs manages coaches represents represented represent founded led headed founded"
)
"""Verbs that tell whom somebody speaks for: "who chairs the alliance"."""

FORMER = _words("former ex one-time onetime retired erstwhile")
STAKES = _words(
    "shares stake stakes stock investment investors jobs workers staff employees bosses managers executives analysts"
)
OF_BODIES = _words(
    "chief chairman chairwoman board shares shareholders customers headquarters members factory factories plant plants branches "
    "spokesman spokeswoman spokesperson founder ceo cfo management managers bosses owners finance head director premises "
    "website app products directors executives passengers flights fleet stores supporters fans keeper manager coach captain "
    "striker defender defence midfield ground stadium"
)
"""What a body has and a person has not: after its possessive."""

APART = _words(
    "customer customers supplier suppliers rival rivals competitor competitors shareholder shareholders investor investors "
    "lender lenders creditor creditors neighbour neighbours ally allies sponsor sponsors landlord tenant backer backers"
)
"""What stands to a body and is no part of it: "Acme's largest customer"."""
PLACE_BODIES = _words("council police university hospital airport college court cathedral borough")
"""Nouns that make a place's name a body's, also in lower case: "Redcastle council"."""

LAWYERS = _words("lawyer lawyers attorney attorneys solicitor solicitors barrister barristers counsel advocate")
ORG_ROLES = (
    _words(
        "officer director chief executive chairman chairwoman chairperson chair boss manager president secretary convenor convener "
        "organiser organizer negotiator deputy leader head coach founder cofounder ceo investigator inspector commissioner "
        "commander trustee treasurer governor principal headteacher headmaster headmistress dean provost rector curator editor "
        "spokesman spokeswoman spokesperson coordinator adviser advisor strategist campaigner vice-president "
        "registrar superintendent administrator archivist ombudsman member"
    )
    | SPOKES
)
"""Roles within a body: with no body named, that of whom the text speaks."""

STATE_NOUNS = _words(
    "government ministry department embassy parliament presidency administration cabinet authorities military army navy police "
    "forces officials delegation mission regime leadership senate congress assembly secretariat consulate intelligence palace "
    "treasury coastguard troops negotiators diplomats side"
)
"""Bodies through which a state speaks; with another noun a nationality names no state ("the German machinery association")."""

GROUP_PEOPLE = _words(
    "plaintiffs claimants families relatives victims survivors residents villagers shoppers workers passengers patients "
    "customers parents pupils students teachers tenants shareholders investors creditors farmers growers prisoners detainees "
    "defendants protesters strikers players owners neighbours neighbors homeowners bereaved employees staff drivers crew "
    "nurses doctors fishermen"
)
"""Groups that speak, or for whom lawyers and spokespeople do."""

STANDS_FOR = {
    "bloc": "european-union",
    "commission": "european-union",
    "alliance": "nato",
    "world body": "united-nations",
}
"""Nouns that mean a body of the lexicon, where the text names it or its seat."""

POLICY = _words(
    "foreign home interior defence defense finance economy economic commerce trade business industry energy climate environment "
    "health education science technology culture sports transport transportation infrastructure housing justice labour labor "
    "employment work pensions welfare agriculture farming food fisheries treasury immigration migration tourism interior "
    "homeland veterans development information planning communities levelling digital"
)
"""Fields of ministers and ministries, before "secretary" or "department"."""

ARMED = _words(
    "rebel rebels militant militants separatist separatists insurgent insurgents guerrilla guerrillas fighters militia militias "
    "jihadist jihadists brigades brigade front movement resistance faction paramilitary junta"
)

LOOSE = _words(
    "group organisation organization body agency charity watchdog regulator club team side broadcaster newspaper outlet network "
    "service trust campaign movement lobby party thinktank outfit"
)
"""Nouns for bodies whose names need not tell what they are."""

CLASSES = {
    "union": _words("union unions guild brotherhood federation alliance association workers seafarers"),
    "party": _words("party"),
    "team": _words("team club squad side athletic united rovers wanderers city"),
    "court": _words("court tribunal"),
    "police": _words("police force constabulary sheriff's sheriff"),
    "school": _words("school college university academy institute"),
    "health": _words("hospital trust clinic surgery practice nhs"),
    "state": _words(
        "council authority agency regulator watchdog commission board ministry department office inspectorate ombudsman body "
        "service bureau county borough city executive institution chamber panel committee"
    ),
    "ngo": _words(
        "charity group organisation organization foundation campaign society trust institute coalition network watchdog "
        "body thinktank think-tank lobby federation association alliance chamber council international league campaigners amnesty"
    ),
    "media": _words("broadcaster newspaper paper magazine station network publisher news times post"),
    "armed": ARMED | _words("army group forces"),
    "lab": _words("laboratory lab observatory institute centre center museum"),
    "religion": _words("church diocese archdiocese synod mosque"),
}
"""Kinds of bodies, by the words in their names and the nouns that mean them."""

POST_NOMINALS = frozenset("KC QC MP MSP MEP TD MBE OBE CBE KBE Jr Jr. Sr Sr. PhD MD Esq Esq. II III AM MLA MS".split())
"""Letters after a person's name, which belong to it."""

OUTLETS = frozenset(
    "X Twitter Facebook Instagram TikTok Telegram YouTube LinkedIn Bluesky Threads Truth Social WhatsApp Weibo Reddit BBC ITV "
    "CNN NBC ABC CBS Fox PBS NPR RTÉ Reuters AFP AP Bloomberg Newsnight Today Sky".split()
)
"""Where somebody posts or is asked: after "on" or "told", no party of the text."""

ROLE_LETTERS = frozenset("CEO CFO COO CTO MP MPs MEP MSP PM MD VP QC KC PhD".split())
"""Roles in capitals, which are no names."""

GENERIC = _words(
    "united national royal general new north south east west northern southern great federal first saint san los"
)
"""First words of many names: alone they shorten none of them."""

PLAYERS = _words(
    "captain skipper midfielder defender goalkeeper keeper winger forward batsman bowler sprinter player striker champion "
    "runner swimmer boxer golfer jockey rider climber singer actor"
)
"""People of a team who speak for themselves."""

PRIVATE = _words(
    "rider riders player players driver drivers worker workers employee employees customer customers patient patients striker "
    "climber singer actor actress artist musician resident residents passenger passengers farmer farmers nurse nurses teacher "
    "teachers student students writer author champion runner swimmer boxer golfer jockey victim survivor"
)
"""People who belong to somebody or come from somewhere and still speak for themselves."""

EITHER = _words(
    "investor investors shareholder shareholders owner owners operator operators partner partners employer employers regulator "
    "landlord contractor supplier backer sponsor source team side team teams rival baker brewer broker trader consultant keeper"
)
"""Nouns for a person as well as for a body."""

OCCUPATIONS = _words(
    "shopkeeper pensioner plumber electrician hairdresser barber baker butcher grocer florist landlord landlady publican "
    "barman barmaid waiter waitress chef cook cleaner carer midwife paramedic firefighter builder carpenter joiner decorator "
    "mechanic trucker lorry-driver cabbie taxi-driver commuter motorist cyclist pedestrian holidaymaker tourist "
    "traveller traveler camper walker hiker surfer swimmer lifeguard fisherman fishermen rancher grower vet veteran "
    "retiree grandmother grandfather grandad gran nan granny mum mom dad mother-of-two housewife schoolboy schoolgirl "
    "teenager pupil schoolmate classmate colleague flatmate roommate housemate tenant homeowner householder shopper fan "
    "supporter onlooker bystander passer-by eyewitness locals local volunteer protester demonstrator refugee migrant "
    "novelist poet playwright painter sculptor photographer filmmaker comedian comic pundit presenter blogger "
    "youtuber influencer model dancer footballer defender midfielder goalkeeper keeper winger forward batsman bowler "
    "cricketer rugby hooker lock prop flanker fly-half scrum-half full-back sprinter rower skier snowboarder gymnast diver sailor wrestler "
    "historian biologist physicist chemist astronomer geologist ecologist epidemiologist virologist psychologist "
    "psychiatrist sociologist philosopher academic lecturer surgeon gp dentist pharmacist accountant auditor banker trader "
    "broker fund-manager architect surveyor planner programmer coder designer consultant contractor entrepreneur "
    "businessman businesswoman millionaire billionaire tycoon suspect defendant claimant plaintiff accused complainant "
    "juror veteran campaigner insider"
)
"""What people are who speak for themselves; also words before a name that are no part of it."""

SUPERLATIVES = _words("biggest largest oldest leading top fastest-growing main second-largest third-largest smallest")
DEMONYM_NOUNS = _words(
    "swede dane finn norwegian spaniard frenchman frenchwoman dutchman dutchwoman scot scotsman scotswoman briton pole turk "
    "englishman englishwoman irishman irishwoman welshman welshwoman american brazilian argentine argentinian portuguese german "
    "italian belgian croat croatian serb serbian czech slovak swiss austrian australian canadian nigerian ghanaian kenyan "
    "japanese korean russian ukrainian uruguayan colombian mexican egyptian moroccan algerian senegalese spanish frenchman"
)
"""After "the", where one speaks: the person of that nation who was named before ("the Swede said")."""

FIELDS = _words(
    "information foreign home interior exterior defence defense finance economy economic economics commerce trade business industry energy "
    "climate environment health social care education schools science research technology digital culture media sport sports "
    "transport transportation infrastructure housing communities planning justice labour labor employment work pensions welfare "
    "agriculture farming food fisheries rural treasury budget security immigration migration migrations tourism police policing "
    "fire public state internal external international regional european veterans children families women equality planning prime "
    "first deputy vice chief assistant associate senior junior acting interim former outgoing incoming shadow attorney general lord "
    "high under permanent managing executive press communications development cabinet national federal special lead group human "
    "rights humanitarian medical legal political military naval area regional district school board staff union party club tournament "
    "highways festival race event project operations sporting technical academy store plant site hotel parks leisure housing faculty "
    "wildlife conservation customer corporate commercial investment safety quality product design creative artistic musical"
)
"""Words before an office that name its field, not a body: "foreign minister", "communications director"."""

FIRST_ADJECTIVES = _words(
    "senior former veteran top local outgoing incoming acting retired rival fellow shadow assistant leading prominent junior "
    "ex-england embattled disgraced beleaguered controversial acclaimed renowned outspoken newly heartbroken furious angry "
    "distraught grieving worried proud delighted stunned shocked pregnant aspiring deputy"
)
"""Adjectives before somebody's role that begin a sentence with a capital."""

TEAM_NAMES = _words(
    "city united town rovers wanderers athletic albion county villa vale rangers wednesday argyle orient hotspur palace forest "
    "north end dons stanley alexandra thistle academical hibernian hearts celtic"
)

DESCRIBED = _words(
    "chipmaker carmaker automaker planemaker drugmaker shipbuilder housebuilder brewer retailer supermarket airline carrier "
    "insurer lender broker charity thinktank startup contractor developer operator manufacturer publisher broadcaster supplier "
    "conglomerate miner builder utility regulator watchdog campaigners promoter organisers distributor"
)
"""Nouns for a body that begin a sentence before its name: "Chipmaker Veltrix"."""

IN_PLACES = _words("in near outside around across throughout")
"""Prepositions after which a name is where somebody is, not whom they speak for."""

TEAMS = _words("team club squad side")

FAMILY = _words(
    "mothers fathers friends sons daughters children widows grandmothers father mother parents son daughter brother sister widow widower wife husband family families relative relatives "
    "friend friends partner girlfriend boyfriend neighbour neighbours uncle aunt cousin grandfather grandmother"
)
"""People who belong to somebody and speak for themselves."""

VOICES = _words(
    "statement account readout recap post message letter report release briefing tweet filing notice memo email "
    "communique communiqué speech interview answer reply response declaration testimony indictment complaint lawsuit ruling "
    "submission bulletin document article"
)
"""Texts through which somebody speaks: "the Kremlin's readout said"."""

BODIES = _words(
    "government ministry office department agency commission council committee board company firm operator union "
    "federation alliance association group organisation organization party court police force authority authorities bank "
    "institute institution university college school hospital trust charity club airline carrier retailer manufacturer "
    "maker supplier developer contractor business bureau service services parliament senate congress cabinet assembly "
    "administration opposition prosecution defence defense embassy mission regulator regime leadership watchdog inspectorate "
    "chipmaker planemaker drugmaker shipbuilder housebuilder conglomerate miner giant automaker carmaker chain lender startup insurer builder chipmaker planemaker drugmaker shipbuilder housebuilder conglomerate miner airport retailer shop brand chamber "
    "ombudsman tribunal foundation society network campaign coalition guild lobby employer consultancy utility "
    "brigade fund corporation studio publisher newspaper broadcaster league secretariat presidency palace library archive airport station port district hotel restaurant panel jury inquest inquiry forum congress laboratory museum gallery church "
    "diocese app platform hospice nursery zoo theatre festival clinic surgery registry thinktank outlet website magazine "
    "partnership collective commune congregation brewery distillery baker bakery grocer supermarket clinic constabulary"
)
COMPANIES = _words(
    "fund chipmaker planemaker drugmaker shipbuilder housebuilder conglomerate miner society cooperative co-operative hotel giant automaker carmaker chain lender startup insurer builder brand company firm operator airline "
    "carrier retailer manufacturer maker supplier developer contractor business employer "
    "utility corporation studio publisher broadcaster bank owner management bosses group"
)
UNIONS = _words("union unions federation alliance guild brotherhood association workers seafarers")
NAME_BODIES = BODIES | _words(
    "affairs house street forces railways rail bridge works ltd limited plc inc corp llc gmbh holdings partners energy "
    "industries motors airlines airways steel foods press news times media university city county borough town affairs "
    "trade commerce electric gas water power oil telecom insurance co workers' unite international national central health brigades front movement militia estates homes "
    "partners capital ventures analytics advisers advisors consulting systems solutions technologies pharma farms stores brothers "
    "sons networks pictures records logistics shipping lines ferries marine aviation aerospace mining resources properties "
    "developments construction engineering watch forum congress panel constabulary museum gallery theatre cathedral diocese zoo "
    "parish academy school schools district infirmary clinic surgery laboratories institutes states nations"
)
"""Words that make a run of capitals the name of a body, not of a person."""

OFFICE_PARTIES = {
    "prosecution": _words("prosecuting prosecutor prosecutors prosecution"),
    "defence": _words("defending defence defense"),
    "court": _words("judge justice magistrate magistrates recorder court tribunal judges"),
    "opposition": _words("opposition shadow"),
    "police": _words("police detective detectives constable sergeant inspector sheriff pc det insp supt sgt officers"),
    "government": _words(
        "minister ministers premier chancellor cabinet government ministry secretary treasury downing administration "
        "presidential ministerial taoiseach tánaiste presidency prime chancellery"
    ),
}
"""Parties that an office alone makes known, in the order in which they are tried."""

ATTITUDES = _words(
    "sceptical skeptical willing unwilling ready prepared confident convinced optimistic pessimistic concerned worried "
    "adamant disappointed grateful hopeful determined committed opposed satisfied furious angry pleased delighted proud "
    "sorry certain sure unconvinced doubtful alarmed outraged saddened dismayed relieved reluctant keen eager cautious "
    "wary critical supportive shocked appalled encouraged"
)
STATES = BE | _words(
    "remain remains remained seem seems seemed appear appears appeared become became stay stays stayed"
)

SILENT = _words("mention address refer say comment respond reply give name specify disclose elaborate answer")
"""Verbs that, denied, tell that somebody is silent ("did not mention hockey")."""

VAGUE = _words(
    "plan plans law custom reports report documents document figures data records sources source schedule people research "
    "estimates media polls poll survey study studies witnesses rumours rumors some others many critics reporters diplomats "
    "mediators insiders observers analysts economists commentators experts sources traders pundits scientists researchers academics "
    "historians lawyers insider"
)
"""What no party stands behind, or none that can be named."""
