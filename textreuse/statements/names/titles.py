"""Titles before names, and the roles that people have: words by language, folded.

A title stands right before a name and is written with a capital ("Sen. Ann Lee", "Frau Kern"); a
role may also stand alone ("the senator") or behind a name ("Ann Lee, a senator").
"""

from __future__ import annotations

from textreuse.statements.names.first_names import Gender

_GENDERED: dict[Gender, str] = {
    "male": """
        mr mister sir lord congressman assemblyman councilman councilor alderman chairman spokesman
        businessman king prince duke pope actor father brother waiter policeman fireman fisherman
        monsieur m herr señor sr don bundeskanzler kanzler präsident sprecher
        pressesprecher vorsitzender abgeordneter sénateur directeur
        senador diputado alcalde bürgermeister
        ministerpräsident außenminister innenminister finanzminister
        """,
    "female": """
        mrs ms miss madam lady dame congresswoman assemblywoman councilwoman chairwoman spokeswoman
        businesswoman queen princess duchess actress mother sister waitress policewoman
        madame mme mademoiselle mlle frau señora sra señorita srta doña bundeskanzlerin kanzlerin
        präsidentin ministerin sprecherin pressesprecherin sénatrice
        directrice senadora diputada alcaldesa presidenta présidente ministra bürgermeisterin
        ministerpräsidentin außenministerin innenministerin finanzministerin chefin leiterin
        """,
}
_TITLES = """
    editor-in-chief secretary-general attorney-general director-general president vice-president
    senator sen representative rep governor gov lieutenant lt mayor secretary undersecretary general
    gen colonel col captain capt major maj sergeant sgt corporal cpl admiral adm commander cmdr
    private pvt officer detective inspector sheriff deputy chief marshal trooper constable
    superintendent doctor dr professor prof judge justice magistrate pastor reverend rev rabbi imam
    bishop archbishop cardinal sister chancellor premier minister ambassador consul speaker leader
    whip chair chairperson director manager editor coach analyst attorney lawyer prosecutor ceo cfo
    cto counsel founder co-founder spokesperson adviser advisor aide strategist commissioner
    councillor councilmember delegate treasurer comptroller controller auditor administrator dean
    host anchor reporter correspondent columnist author historian economist scientist researcher
    student activist organizer candidate nominee agent special monsignor emperor sultan emir sheikh
    ayatollah baron count earl dep hon président ministre premier-ministre maire député professeur
    docteur juge général direktor doktor richter richterin kardinal bischof presidente ministro
    ministra juez jueza profesor doctora obispo
"""
_ROLES = """
    editor-in-chief secretary-general attorney-general director-general adviser advisor aide ally
    ambassador analyst anchor attorney author blogger boss broadcaster captain ceo chairperson
    chancellor chief coach co-founder columnist commander commentator commissioner contender
    correspondent counsel critic defendant deputy detective diplomat director doctor economist
    editor engineer entrepreneur executive expert farmer founder contributor friend governor head
    historian host investor journalist judge justice lawmaker lawyer leader legislator lieutenant
    magistrate magnate manager mayor member minister mogul neighbor neighbour nominee novelist nurse
    officer official organizer owner partner pastor philosopher photographer physician pilot player
    politician pollster premier president principal producer professor programmer prosecutor
    publisher rabbi reporter representative researcher reverend scholar scientist secretary senator
    sergeant sheriff singer speaker spokesperson star strategist student supporter surgeon teacher
    technician treasurer tycoon veteran victim volunteer winner witness worker writer democrat
    republican independent incumbent candidate freshman aspirant hopeful resident survivor suspect
    activist lobbyist negotiator envoy skipper harbormaster harbourmaster billionaire millionaire
    comedian artist musician actor filmmaker père soeur président ministre maire député avocat
    avocate juge chercheur chercheuse porte-parole secrétaire responsable experte analyste dirigeant
    anwalt anwältin richter richterin expertin politiker politikerin forscher forscherin leiter
    trainer abgeordnete vorsitzende geschäftsführer geschäftsführerin presidente ministro diputado
    senador alcalde portavoz abogado abogada juez experto experta directora secretario secretaria
    líder
"""

_GENDERS: dict[str, Gender] = {
    word: gender for gender, words in _GENDERED.items() for word in words.split() if "_" not in word
}
TITLES = frozenset(_TITLES.split()) | _GENDERS.keys()
"""What stands before a name, less its full stop."""
ROLES = frozenset(_ROLES.split()) | (
    _GENDERS.keys()
    - frozenset(
        "mr mrs ms miss mister sir madam m mme mlle herr frau señor sr sra don doña".split()
    )
)
"""What somebody is."""

_FULL_ROLES = {
    "sen": "senator", "rep": "representative", "gov": "governor", "lt": "lieutenant",
    "gen": "general", "col": "colonel", "capt": "captain", "sgt": "sergeant", "adm": "admiral",
    "dr": "doctor", "prof": "professor", "rev": "reverend", "congressman": "representative",
    "congresswoman": "representative", "lawmaker": "lawmaker", "maj": "major", "cpl": "corporal",
    "cmdr": "commander", "advisor": "adviser",
}  # fmt: skip


def tell_title_gender(title: str) -> Gender:
    """Return whose title or role a folded word is; empty where anybody may have it."""
    return _GENDERS.get(title, "")


def name_role(title: str) -> str:
    """Return the role, one word for each, that a folded title or role stands for."""
    return _FULL_ROLES.get(title, title)
