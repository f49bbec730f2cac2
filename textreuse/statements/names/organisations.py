"""Words by which the name of an organisation is told from a person's."""

from __future__ import annotations

_HEADS = """
    academy administration agency airlines alliance army assembly association authority bank bloc
    board brigade broadcasting brotherhood bureau cabinet campaign caucus center centre chamber
    church city club co coalition college commission committee communications community company
    conference congress corp corporation council county court daily department directorate district
    division embassy enterprises exchange facebook federation firm force foundation front fund
    gazette globe government group guard herald holdings hospital house inc industries initiative
    institute institution international journal kongress labs league ltd magazine media ministry
    mission motors movement museum nation nations navy network networks news office organisation
    organization pac panel parliament partners partnership party pentagon police post press project
    register republicans democrats restaurant school senate service services society solutions squad
    states station store street studios supreme survey systems taskforce team technologies
    television times today town tower tribune tribunal trust tv twitter union university watch
    weekly works youtube amt ausschuss behörde bund bundesamt bundesbank bundesrat bundestag
    bundeswehr fraktion gericht gesellschaft gewerkschaft gmbh ag ministerium partei polizei
    regierung stiftung universität verband verein zeitung zentrum agence armée assemblée banque
    comité conseil cour fondation gouvernement institut ministère mairie parti préfecture société
    syndicat université élysée asociación ayuntamiento banco comisión consejo corte empresa
    fundación gobierno instituto ministerio partido policía sindicato sociedad universidad
"""
_PLACES = """
    america africa asia europe england scotland wales ireland britain france germany italy spain
    portugal russia china japan india pakistan afghanistan iraq iran israel syria turkey egypt libya
    kenya mexico canada brazil argentina chile cuba australia ukraine korea vietnam washington
    london paris berlin moscow beijing tokyo brussels rome madrid vienna york angeles francisco
    chicago boston houston dallas atlanta philadelphia phoenix seattle denver miami detroit alabama
    alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada hampshire jersey ohio oklahoma oregon pennsylvania
    rhode tennessee texas utah vermont wisconsin wyoming dakota carolina virginia georgia manhattan
    brooklyn queens bronx hollywood harlem jerusalem baghdad kabul tehran cairo benghazi island
    islands mountain mountains river lake valley beach hill hills park bay deutschland frankreich
    italien spanien österreich schweiz münchen hamburg köln wien allemagne espagne italie lyon
    marseille españa alemania francia barcelona sevilla mo ill calif fla tex mass conn minn wis mich
    ind ky ga ala miss tenn va md del okla kan dc neb ariz colo nev wash ore
"""
_ADJECTIVES = """
    american british english french german russian chinese japanese israeli iranian iraqi mexican
    canadian european african asian australian indian pakistani syrian turkish egyptian korean
    ukrainian libyan spanish italian democratic republican democrat tory labour liberal conservative
    jewish muslim christian catholic protestant islamic arab latino hispanic gop former deutsche
    deutscher deutschen français française español española
"""
_TIMES = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    christmas easter thanksgiving montag dienstag mittwoch donnerstag freitag samstag sonntag januar
    februar märz mai juni juli oktober dezember
"""

HEADS = frozenset(_HEADS.split())
"""Head words: what has one among its words is an organisation."""
COMPANIES = frozenset(
    "inc corp corporation co company ltd plc holdings group technologies ag gmbh sa".split()
)
"""What only the full name of a company ends with."""
JOINTS = HEADS - frozenset(
    "city town church club police post news press school squad times today daily party".split()
)
"""Head words whose names go on behind "of", "for" and the like."""
OFFICES = frozenset(
    """
    administration agency assembly association board bureau commission committee council department
    directorate federation ministry office party union university
    """.split()
)
"""Head words that nobody is called: what stands before them is no title of a person."""
PLACES = frozenset(_PLACES.split())
ADJECTIVES = frozenset(_ADJECTIVES.split())
"""Of nations, parties and faiths: they stand before names, and are none."""
TIMES = frozenset(_TIMES.split())
