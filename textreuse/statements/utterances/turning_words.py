"""Turning words: what makes it matter that a quotation was cut there, by language."""

from __future__ import annotations

TURNS_AFTER = {
    "dutch": "maar tenzij mits als indien echter hoewel behalve zonder".split(),
    "english": (
        "but if unless except although though however until provided assuming without only "
        "not never yet"
    ).split(),
    "french": "mais si sauf cependant pourtant toutefois sans pourvu quoique sinon".split(),
    "german": (
        "aber wenn falls sofern außer sondern jedoch obwohl allerdings ohne solange nicht"
    ).split(),
    "italian": "ma se però tranne salvo purché sebbene senza".split(),
    "portuguese": "mas se exceto salvo porém contudo embora sem".split(),
    "spanish": "pero si salvo excepto sino aunque siempre sin".split(),
}
"""What follows takes back, or binds to a condition, what was said before it."""

CONDITIONS = {
    "dutch": "als indien tenzij mits".split(),
    "english": "if unless".split(),
    "french": "si".split(),
    "german": "wenn falls sofern".split(),
    "italian": "se".split(),
    "portuguese": "se".split(),
    "spanish": "si".split(),
}
"""Words that bind to a condition what is said after the clause that they begin."""

NEGATIONS = {
    "dutch": "niet geen nooit".split(),
    "english": "not no never neither nor cannot hardly".split(),
    "french": "ne pas jamais aucun aucune".split(),
    "german": "nicht kein keine keinen nie niemals".split(),
    "italian": "non mai nessun nessuna".split(),
    "portuguese": "não nunca nenhum nenhuma".split(),
    "spanish": "no nunca jamás ningún ninguna".split(),
}
"""Words that turn into its contrary what stands right behind them."""

NEGATED_ENDINGS = {"english": ("n't",)}
"""How else a word ends that does."""
