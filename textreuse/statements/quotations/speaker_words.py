"""Words that stand for speakers without a name, by language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from textreuse.statements.names.first_names import Gender
from textreuse.text.words import Words

_ANONYMOUS = """
    another parole
    operative operatives scholar scholars writers bishops official officials source sources critic
    critics spokesperson spokesman spokeswoman spokespeople spokesmen aide aides analyst analysts
    expert experts lawyer lawyers attorney attorneys people witness witnesses woman women man men
    user users fan fans supporter supporters opponent opponents protester protesters demonstrator
    demonstrators lawmaker lawmakers diplomat diplomats insider insiders observer observers friend
    friends colleague colleagues neighbor neighbors neighbour neighbours resident residents reporter
    reporters journalist journalists activist activists advocate advocates researcher researchers
    scientist scientists economist economists historian historians voter voters student students
    teacher teachers doctor doctors worker workers employee employees owner owners customer
    customers leader leaders person someone somebody others some many most several one member
    members mayor mayors congressman congresswoman senator senators representative representatives
    republican republicans democrat democrats conservative conservatives liberal liberals prosecutor
    prosecutors judge judges justice justices officer officers investigator investigators author
    authors host hosts strategist strategists pollster consultant consultants executive executives
    investor investors minister president governor director chief chairman chairwoman secretary
    commander soldier soldiers veteran veterans father mother wife husband son daughter brother
    sister boy girl kid child children parents family families relative relatives crowd audience
    caller callers narrator announcer speaker commentator columnist editor pundit pundits heckler
    delegate delegates candidate nominee ambassador general admiral sheriff detective coach player
    players pilot captain skipper crew passenger passengers farmer farmers pastor priest bishop
    organizer organizers organiser organisers founder manager managers adviser advisor advisers
    advisors ally allies blogger bloggers follower followers donor donors client clients victim
    victims suspect defendant survivor survivors contender rival rivals businessman tycoon star
    politician politicians legislator legislators pol pols actor actress singer comedian sprecher
    sprecherin beamter kritiker experten experte expertin anwalt zeuge zeugen zeugin quelle
    augenzeugen augenzeuge augenzeugin
    mitarbeiter forscher präsident präsidentin ministerin kanzler kanzlerin bürgermeister
    bürgermeisterin responsable responsables critiques avocat avocate témoin témoins proche proches
    président présidente ministre maire porte-parole député portavoz fuentes fuente expertos experto
    abogado testigo testigos críticos presidente presidenta ministro ministra alcalde alcaldesa
    senador senadora
"""
_DOCUMENTS = """
    cable dispatch resolution statement letter report memo memorandum filing filings complaint
    lawsuit suit ruling opinion bill email e-mail transcript document documents indictment affidavit
    study survey poll editorial article book release missive petition order law constitution
    amendment decision dissent brief motion plea warrant note notice bulletin press-release page
    website site ad advertisement commercial sign signs banner placard headline caption text message
    messages manifesto declaration treaty agreement contract rules guidelines policy proposal
    legislation measure draft footnote paper column story posting entry blog video original version
    charge charges testimony apology response announcement post tweet speech interview address
    comment comments remark remarks answer reply invitation summary plan definition budget erklärung
    bericht mitteilung urteil dokument schreiben communiqué lettre rapport jugement comunicado carta
    informe documento sentencia
"""
_OF_SPEECH = """
    statement letter email e-mail post tweet speech interview apology response comment comments
    remark remarks answer reply testimony column op-ed note message words address question release
    memo blog book essay pledge promise argument claim assertion conclusion complaint description
    announcement facebook twitter quip joke call tweets posts account posting text accounts
    erklärung brief rede antwort worte lettre réponse discours déclaration comunicado carta
    respuesta palabras discurso
"""
"""Of whose they are, speaks himself: "Ann Lee's letter"."""
PERSONAL = frozenset(
    """
    speech interview response comment comments remark remarks answer reply words question claim
    assertion argument promise pledge joke quip call post posts tweet tweets description account
    accounts conclusion letter statement release missive memo editorial column op-ed article blog
    book essay message messages notice note dispatch email e-mail page website site posting entry
    story announcement apology invitation advertisement ad commercial rede antwort worte brief
    erklärung mitteilung réponse discours lettre communiqué discurso respuesta palabras carta
    comunicado
    """.split()
)
"""What somebody with a name says or writes: without one, a text leaves open whose it is."""
_ORGANISATIONS = """
    company group committee campaign office agency department ministry organization organisation
    government administration party police court newspaper magazine network union firm board panel
    commission council bank club church school university hospital team tribunal authority bureau
    coalition association foundation institute center centre institution chain startup outlet paper
    site delegation embassy army military caucus lobby giant maker carmaker automaker airline
    retailer lender insurer manufacturer carrier publisher broadcaster charity nonprofit startup
    unternehmen partei regierung polizei gericht
    behörde ministerium gruppe zeitung verband entreprise parti gouvernement ministère groupe
    journal empresa partido gobierno policía ministerio grupo periódico
"""
_DETERMINERS = {
    "english": "the this that",
    "german": "der die das dieser diese dieses",
    "french": "le la l' ce cet cette les",
    "spanish": "el la este esta los las",
}
_PRONOUNS: dict[str, dict[str, Gender]] = {
    "english": {"he": "male", "she": "female", "him": "male", "his": "male", "her": "female"},
    "german": {"er": "male", "sie": "female"},
    "french": {"il": "male", "elle": "female", "t-il": "male", "t-elle": "female"},
    "spanish": {"él": "male", "ella": "female"},
}
PLURAL_PRONOUNS = frozenset("they it we i you ils elles ellos ellas es wir ich je".split())
POSSESSIVES = frozenset("his her their its our my".split())

_PREPOSITIONS = {
    "english": """
        of for from in at with to by about on against over under into after before during between
        among amid since until through toward towards upon near behind beside like without within
        inside outside despite including regarding concerning via around off than as per above
        across along
        """,
    "german": """
        von für aus in im bei mit zu zum zur über gegen nach vor während unter auf an am seit durch
        ohne um beim vom
        """,
    "french": """
        de du des pour dans à au aux avec par sur contre après avant pendant chez sous entre d'
        """,
    "spanish": "de del para con por sobre contra tras desde hacia hasta sin en a al entre",
}
_CLAUSE_WORDS = {
    "english": """
        that when while because but and or if although though whether where as since before after
        until which who whom whose what how why than so then
        """,
    "german": "dass weil und aber wenn als ob wo welche nachdem obwohl während oder",
    "french": "que qu' qui mais et quand car si où lorsque parce puisque ou",
    "spanish": "que pero y cuando porque donde mientras quien si aunque o",
}
_NO_NOUNS = {"german": "man", "french": "sources mine", "spanish": "son"}
AUDIENCES = frozenset("presse journalistes médias micro prensa periodistas medios".split())
"""To whom something is said: behind them their preposition governs nothing more."""
RELATIVES = frozenset("who which whose qui quien".split())


_FIRST_PERSON = {
    "english": "i my me mine we our ours us i'm i've i'll i'd we're we've we'll",
    "german": "ich mein meine meiner meinen mir mich wir unser unsere unseren uns",
    "french": "je j'ai mon ma mes moi nous notre nos",
    "spanish": "yo mi mis me nosotros nuestro nuestra nuestros",
}
_ABBREVIATED = frozenset(("us",))
"""Of these what is also an abbreviation in capitals: "the US"."""


class SpeakerWords(NamedTuple):
    """What stands for speakers in one language, folded."""

    pronouns: dict[str, Gender]
    definite: frozenset[str]
    """Determiners of what was named before."""
    prepositions: frozenset[str]
    clause_words: frozenset[str]
    """What begins a clause inside a sentence."""
    no_nouns: frozenset[str]
    """What stands for somebody in another language alone."""
    has_silent_subjects: bool
    """Whether a verb needs no pronoun: "explicó"."""


@lru_cache(maxsize=16)
def list_speaker_words(language: str | None) -> SpeakerWords:
    """Return the pronouns and determiners of a language; of English where it has no list."""
    known = language if language is not None and language in _PRONOUNS else "english"
    return SpeakerWords(
        _PRONOUNS[known],
        frozenset(_DETERMINERS[known].split()),
        frozenset(_PREPOSITIONS[known].split()),
        frozenset(_CLAUSE_WORDS[known].split()),
        frozenset(_NO_NOUNS.get(known, "").split()),
        known == "spanish",
    )


@lru_cache(maxsize=16)
def _list_first_person(language: str | None) -> frozenset[str]:
    return frozenset(_FIRST_PERSON.get(language or "", "").split())


def speaks_of_self(text: str, words: Words, places: Iterable[int], language: str | None) -> bool:
    """Tell whether any word of a text at `places` is one by which people speak of themselves."""
    own = _list_first_person(language)
    return any(
        words.keys[at] in own
        and (words.keys[at] not in _ABBREVIATED or text[words.starts[at]].islower())
        for at in places
    )


ANONYMOUS = frozenset(_ANONYMOUS.split())
DOCUMENTS = frozenset(_DOCUMENTS.split())
OF_SPEECH = frozenset(_OF_SPEECH.split())
ORGANISATIONS = frozenset(_ORGANISATIONS.split())
