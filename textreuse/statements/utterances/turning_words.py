"""Turning words: what makes it matter that a quotation was cut there, by language."""

from __future__ import annotations

TURNS_AFTER = {
    "dutch": "maar tenzij mits als indien behalve zonder niet nooit".split(),
    "english": ("but if unless except until provided assuming without only not never nor".split()),
    "french": "mais si sauf sans pourvu sinon pas jamais".split(),
    "german": "aber wenn falls sofern außer sondern ohne solange nicht nie".split(),
    "italian": "ma se tranne salvo purché senza non mai".split(),
    "portuguese": "mas se exceto salvo sem não nunca".split(),
    "spanish": "pero si salvo excepto sino siempre sin no nunca".split(),
}
"""What goes on with these takes back, or binds to a condition, what its sentence said before."""

TURNS_IN_NEXT = {
    "dutch": "maar echter toch".split(),
    "english": "but however although though yet except unless".split(),
    "french": "mais cependant pourtant toutefois sauf".split(),
    "german": "aber jedoch doch allerdings".split(),
    "italian": "ma però tuttavia".split(),
    "portuguese": "mas porém contudo".split(),
    "spanish": "pero aunque salvo".split(),
}
"""What begins with these takes back the sentence before it."""

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
