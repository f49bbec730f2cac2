"""Function words: pronouns, prepositions, conjunctions, auxiliaries, and adverbs of any sentence.

However rarely one stands in a short text, two sentences that have it in common have nothing in
common. They are more than the commonest words, by which a language is told.
"""

from __future__ import annotations

from functools import lru_cache

from textreuse.text.language import list_common_words

_FUNCTION_WORDS = {
    "dutch": """
        ik jij je u wij we jullie hun hen hem haar mijn jouw onze ons zich dit deze wie wat welke
        waar wanneer waarom hoe over onder tegen tussen tijdens zonder binnen buiten na voordat
        nadat omdat terwijl hoewel zodat toen dan dus want of noch maar echter ook nog al reeds
        steeds weer altijd nooit vaak soms hier daar er toch wel heel zeer veel meer meest minder
        weinig enkele sommige alle elk elke ander andere zelf wordt worden geworden had hebben zou
        zouden zal zullen moet moeten mag mogen wil willen kunnen kon konden was waren ben bent geen
        tot sinds volgens ongeveer bijna pas""",
    "english": """
        i me my mine we us our ours you your yours him his she her hers it its they them their
        theirs this that these those who whom whose which what where when why how there here one
        ones other others another each every either neither both all any some many much more most
        few fewer less least several such same own no none nor not only just about above across
        after against along among around at before behind below beneath beside besides between
        beyond despite down during except for from in inside into like near of off on onto out
        outside over past per since through throughout till toward under until up upon via while
        within without and but or so yet if unless because although though than then whether as too
        very quite rather almost also even ever never always often sometimes again once still
        already soon now be am is are was were been being have has had having do does did doing
        done can could may might must shall should will would ought let lets get gets got getting
        make makes made making take takes took taken give gave given go goes went gone going come
        comes came coming put keep kept become became seem seems seemed way time times thing things
        however therefore thus instead perhaps maybe together away back well far further don't
        doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't haven't
        hasn't hadn't i'm i've it's he's she's that's there's they're we're you're""",
    "french": """
        à je tu nous vous me te lui leur leurs moi toi eux mon ma mes ton ta tes notre nos votre vos
        cet ces celui celle ceux celles ceci cela ça y quoi dont où quand comment pourquoi quel
        quelle quels quelles si car donc or ni puis alors ainsi aussi même très trop peu beaucoup
        moins tout toute tous toutes chaque aucun aucune autre autres quelque quelques plusieurs
        sans sous entre vers chez avant après depuis pendant jusque jusqu'à contre selon afin lors
        lorsque puisque parce tandis encore déjà toujours jamais souvent ici là était étaient être
        ai as avons avez avait avaient avoir fait font faire peut peuvent pouvait doit doivent va
        vont comme d'un d'une c'est n'est qu'il qu'elle qu'ils s'est""",
    "german": """
        ich du wir ihr mich mir dich dir uns euch ihm ihn ihnen mein dein sein seine seiner seinen
        ihre ihrer ihren ihrem unser euer dies diese dieser dieses diesem diesen jene welche
        welcher was wer wo wann warum wieso ob weil wenn während obwohl damit denn doch aber oder
        sondern sowie sowohl weder noch nur schon immer wieder nie oft hier da dort dann so sehr
        mehr weniger viel viele wenige einige manche alle alles jeder jede jedes kein keine keinen
        keiner eines einem einen zum zur vom beim am ins ans über unter vor nach seit bis gegen
        ohne um durch zwischen hinter neben war waren wird wurden worden hatte hatten habe haben
        sei seien wäre kann können konnte könnte muss müssen soll sollen sollte will wollen wollte
        darf dürfen mag dass als dem selbst etwa rund""",
    "italian": """
        io tu noi voi lui lei loro mi ti ci vi ne mio tuo suo sua suoi sue nostro vostro questo
        questa questi queste quello quella quelli quelle chi cosa dove quando perché quale quali
        se o né però quindi dunque allora così anche ancora già sempre mai spesso molto molti poco
        tutto tutti tutta ogni alcuni nessun altro altri senza sotto sopra tra fra verso prima
        dopo durante contro secondo fino dal dalla dai dalle nel nello nei negli sul sulla sui col
        era erano essere stato stati aveva avevano avere hanno ho fatto fare può possono deve
        devono viene vengono mentre oltre qui lì circa degli dello agli""",
    "portuguese": """
        eu tu nós vós ele ela eles elas me te lhe nos meu minha teu nosso este esta isto esse essa
        isso aquele aquela quem qual quando onde porque porquê se ou nem porém então assim também
        ainda já sempre nunca muito muitos pouco todo todos toda cada algum alguns nenhum outro
        outros sem sob sobre entre até antes depois desde durante contra segundo era eram ser
        estar está estão tem têm tinha ter foi foram pode podem deve devem vai vão enquanto aqui
        ali cerca num numa pelos pelas aos às""",
    "spanish": """
        yo tú nosotros vosotros él ella ellos ellas me te nos os mi tu nuestro este estos estas
        ese esa esos aquel quien quién cuál cuándo dónde porque si o ni pero sino entonces así
        también todavía ya siempre nunca muy mucho muchos poco todo todos toda cada algún algunos
        ningún otro otros otra sin bajo sobre entre hasta antes después desde durante contra según
        era eran ser estar está están tiene tienen tenía había han haber fueron puede pueden debe
        deben va van mientras aquí allí cerca lo les una unos unas cual donde cuando qué""",
}


@lru_cache(maxsize=16)
def list_function_words(language: str | None) -> frozenset[str]:
    """Return the function words of `language`, folded, its commonest among them.

    Of a language without a list the commonest words alone.
    """
    return list_common_words(language).union(_FUNCTION_WORDS.get(language or "", "").split())
