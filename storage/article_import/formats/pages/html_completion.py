"""What an extractor leaves out of an article, put back: leads, paragraphs between, corrections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from storage.article_import.formats.pages.html_blocks import Block, list_blocks, squash
from storage.article_import.formats.pages.html_corrections import is_correction
from storage.article_import.formats.pages.html_roles import is_aside, is_lead, is_named_for_others

_FEWEST_OF_LEAD = 12
"""Words of a lead that nothing but its place tells."""
_FEWEST_OF_NAMED = 4
"""Words of a lead that is named as one."""
_MOST_LEADS = 4
"""Paragraphs between headline and text that may be a lead; more are something else."""
_TOLD = 40
"""Letters that a paragraph and the description of a page must have in common."""
_ENDS = re.compile(r"[.!?…。！？।][\"'”’»›)\]]*$")
_LABEL = re.compile(
    r"\b(?:19|20)\d\d\b|\d[:.h]\d\d|[»›|©@]|\(\d+\)"
    r"|^(?:by|von|par|por|di|door|av|af|autor\w*|text|foto|photo|image|bild)\b",
    re.IGNORECASE,
)
"""What tells of a few words that they name a date, an author, a way through a site."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def complete_text(
    root: Any, text: str, headlines: Iterable[str], descriptions: Iterable[str]
) -> str:
    """Return the text of an article with what belongs to it and was left out.

    `text` has an empty line between paragraphs; `headlines` and `descriptions` are what the page
    says of itself. What is put back stands where it stands in the page.
    """
    paragraphs = text.split("\n\n")
    page = _Page(list_blocks(root, paragraphs), headlines, descriptions)
    if page.first is None:
        return text
    put: dict[int, list[str]] = {}
    seen = {squash(paragraph) for paragraph in paragraphs}
    place = 0 if squash(paragraphs[0]) in page.headlines else -1
    for number, block in enumerate(page.blocks):
        if block.place is not None:
            place = block.place
        elif squash(block.text) not in seen and page.belongs(number):
            put.setdefault(place, []).append(block.text)
            seen.add(squash(block.text))
    whole = list(put.get(-1, ()))
    for number, paragraph in enumerate(paragraphs):
        whole += [paragraph, *put.get(number, ())]
    return "\n\n".join(whole)


class _Page:
    """The paragraphs of a page, and where the article is among them."""

    def __init__(
        self, blocks: list[Block], headlines: Iterable[str], descriptions: Iterable[str]
    ) -> None:
        self.blocks = blocks
        self.headlines = {squash(line) for line in headlines} - {""}
        self._told = [told for told in map(squash, descriptions) if len(told) >= _TOLD]
        found = [number for number, block in enumerate(blocks) if block.place is not None]
        of_text = [number for number in found if not self._is_headline(number)]
        self.first = of_text[0] if of_text else None
        if self.first is None:
            return
        self._last = of_text[-1]
        self._headline = next(
            (number for number in range(self.first, -1, -1) if self._is_headline(number)), None
        )
        self._around = set(blocks[self.first].element.iterancestors())
        parents = [blocks[number].element.getparent() for number in of_text]
        self._foreign: dict[Any, bool] = {}
        self._parents = {parent for parent, count in Counter(parents).items() if count > 1}
        self._leads = set(self._list_leads())

    def _is_headline(self, number: int) -> bool:
        block = self.blocks[number]
        letters = squash(block.text)
        return block.element.tag == "h1" or any(
            letters == line or (len(letters) >= _TOLD // 2 and letters in line)
            for line in self.headlines
        )

    def belongs(self, number: int) -> bool:
        """Tell whether a paragraph that was left out is the article's."""
        block = self.blocks[number]
        return (
            number in self._leads
            or self._is_between(number)
            or (is_correction(block) and _is_said_here(block))
        )

    def _is_between(self, number: int) -> bool:
        """Tell whether a paragraph stands among those of the text."""
        assert self.first is not None
        block = self.blocks[number]
        return (
            block.element.tag == "p"
            and self.first < number < self._last
            and block.element.getparent() in self._parents
            and _is_sentence(block)
            and not _is_linked(block)
            and not is_aside(block.element)
        )

    def _list_leads(self) -> Iterator[int]:
        assert self.first is not None
        by_place = []
        for number in range(self.first):
            block = self.blocks[number]
            if block.place is not None or not self._may_be_lead(number):
                continue
            if self._is_told(block):
                yield number
            elif self._headline is None or number > self._headline:
                if self._is_named(block) and block.words >= _FEWEST_OF_NAMED:
                    yield number
                elif self._headline is not None and _is_sentence(block):
                    by_place.append(number)
        if len(by_place) <= _MOST_LEADS:
            yield from by_place

    def _may_be_lead(self, number: int) -> bool:
        block = self.blocks[number]
        return not (
            self._is_headline(number)
            or _is_label(block)
            or _is_linked(block)
            or self._is_foreign(block)
        )

    def _list_own(self, block: Block) -> list[Any]:
        """Return the elements around a paragraph that are not around the text too."""
        own = [block.element]
        for element in block.element.iterancestors():
            if element in self._around:
                break
            own.append(element)
        return own

    def _is_foreign(self, block: Block) -> bool:
        """Tell whether a paragraph is of something beside the article, or of another one."""
        own = self._list_own(block)
        # A lead may be a list, which is a menu elsewhere.
        beside = [one for one in own if one.tag != "li"] if any(map(is_lead, own)) else own
        return any(map(is_aside, beside)) or any(map(self._is_of_another, own[1:]))

    def _is_of_another(self, element: Any) -> bool:
        """Tell whether an element has headings, and none that is the page's."""
        if element not in self._foreign:
            headings = {squash(one.xpath("string()")) for one in element.iter(*_HEADINGS)}
            self._foreign[element] = bool(headings) and self.headlines.isdisjoint(headings)
        return self._foreign[element]

    def _is_named(self, block: Block) -> bool:
        return any(is_lead(element) for element in self._list_own(block))

    def _is_told(self, block: Block) -> bool:
        """Tell whether a paragraph is what the page says of itself, in whole or in part."""
        letters = squash(block.text)
        return len(letters) >= _TOLD and any(
            letters.startswith(told[: len(letters)][:80]) or told.startswith(letters)
            for told in self._told
        )


def _is_said_here(block: Block) -> bool:
    """Tell whether a correction is a sentence, and of this article."""
    around = (block.element, *block.element.iterancestors())
    return (
        (block.words >= _FEWEST_OF_LEAD or _ENDS.search(block.text) is not None)
        and not _is_linked(block)
        and not any(map(is_named_for_others, around))
    )


def _is_sentence(block: Block) -> bool:
    return block.words >= _FEWEST_OF_LEAD and _ENDS.search(block.text) is not None


def _is_label(block: Block) -> bool:
    """Tell whether a paragraph only names somebody or a date."""
    return block.words < _FEWEST_OF_LEAD and _LABEL.search(block.text) is not None


def _is_linked(block: Block) -> bool:
    """Tell whether half of a paragraph or more is links."""
    if any(one.tag == "a" for one in block.element.iterancestors()):
        return True
    linked = sum(len(squash(one.xpath("string()"))) for one in block.element.iter("a"))
    return 2 * linked >= len(squash(block.text))
