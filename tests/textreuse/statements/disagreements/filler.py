"""Sentences that say nothing, and tell their language."""

from __future__ import annotations

FILLER = {
    "english": "It is not clear what they had said of it, or that he was at his house by then. "
    "The people who were in the garden have not been asked for what they will do.",
    "german": "Es ist nicht klar, was sie von der Sache sagen, und ob er mit dem Hund zu dem Haus "
    "ging. Die Leute, die in dem Garten sind, werden sich nicht dazu äußern.",
    "french": "Il ne sait pas ce que les gens ont dit de la chose, ou si elle est dans la maison. "
    "On les a vus dans le jardin avec des chiens, mais il ne dit pas plus.",
    "spanish": "No se sabe lo que la gente ha dicho de la cosa, o si el perro está en la casa. "
    "Los que están en el jardín no han hablado con él, pero lo harán.",
}
