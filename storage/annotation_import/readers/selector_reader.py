"""Reading the selectors of a Web Annotation: which words of its source a target means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from storage.annotation_import.incoming import LeftOutError, Mention
from storage.article_import.services.json_document import Part
from storage.export.citation.text_fragment import Directive, split_directives

_NAMESPACES = ("oa:", "http://www.w3.org/ns/oa#")


def apply_selectors(about: Mention, selectors: list[Part]) -> Iterator[Mention]:
    """Yield the mention with quote and offsets; without selectors, what its address selects.

    That is all of the article, or each of the places that text directives lead to. Selectors are
    alternatives, of which the last with a quote counts; one that refines another is read inside
    what that selects. `LeftOutError` where selectors have no quote.
    """
    address, directives = split_directives(about.address)
    about = about._replace(address=address)
    if not selectors:
        yield from (_apply_directive(about, one) for one in directives) if directives else [about]
        return
    kinds: list[str] = []
    found = about
    for selector in _list_alternatives(selectors):
        if selector.value is not None:
            found = _apply(found, selector, kinds)
    if not found.quote and (found.start is None or found.article is None):
        raise LeftOutError(f"has a {', '.join(kinds) or 'selector'} but no quote")
    yield found


def _list_alternatives(selectors: Iterable[Part]) -> Iterator[Part]:
    """Yield the selectors, and in place of a choice those that may be chosen."""
    for selector in selectors:
        if selector.is_object and "Choice" in selector.texts("type", "@type"):
            yield from _list_alternatives(selector.members("items", "item"))
        else:
            yield selector


def _apply(found: Mention, selector: Part, kinds: list[str]) -> Mention:
    """Return the mention with what a selector and those that refine it say; note their kinds."""
    if not selector.is_object:
        # An address that stands for a selector; what it leads to is not asked for.
        kinds.append("selector kept elsewhere")
        return _apply_fragment(found, selector.text())
    kind = [_strip_namespace(one) for one in selector.texts("type", "@type")]
    kinds += kind
    if "TextPositionSelector" in kind:
        start, end = (selector.need(side).offset() for side in ("start", "end"))
        if end < start:
            raise selector.fault("ends before it starts")
        found = found._replace(start=start, end=end)
    elif "TextQuoteSelector" in kind:
        found = found._replace(
            quote=selector.text_of("exact"),
            prefix=selector.text_of("prefix"),
            suffix=selector.text_of("suffix"),
            directive=None,
        )
    elif "FragmentSelector" in kind:
        found = _apply_fragment(found, f"#{selector.text_of('value').removeprefix('#')}")
    for refining in selector.members("refinedBy"):
        inside = Mention(found.address, found.article)
        found = _refine(found, _apply(inside, refining, kinds))
    return found


def _strip_namespace(kind: str) -> str:
    for namespace in _NAMESPACES:
        kind = kind.removeprefix(namespace)
    return kind


def _apply_fragment(found: Mention, address: str) -> Mention:
    _, directives = split_directives(address)
    return _apply_directive(found, directives[0]) if directives else found


def _apply_directive(found: Mention, directive: Directive) -> Mention:
    return found._replace(
        quote=directive.start,
        prefix=directive.prefix,
        suffix=directive.suffix,
        directive=directive,
    )


def _refine(outer: Mention, inner: Mention) -> Mention:
    """Return what `inner`, told of the words of `outer`, selects; all of these where it says none.

    What stands around it in `outer` becomes its context.
    """
    if inner.quote:
        at = outer.quote.find(inner.quote) if inner.directive is None else -1
        if at >= 0 and not inner.prefix and not inner.suffix:
            return _cut(outer, at, at + len(inner.quote))
        return outer._replace(
            quote=inner.quote,
            prefix=inner.prefix,
            suffix=inner.suffix,
            start=None,
            end=None,
            directive=inner.directive,
        )
    if inner.start is None or inner.end is None:
        return outer
    if inner.start < inner.end <= len(outer.quote):
        return _cut(outer, inner.start, inner.end)
    if outer.quote or outer.start is None:
        return outer
    return outer._replace(start=outer.start + inner.start, end=outer.start + inner.end)


def _cut(outer: Mention, start: int, end: int) -> Mention:
    quote, begin = outer.quote, outer.start
    return outer._replace(
        quote=quote[start:end],
        prefix=outer.prefix + quote[:start],
        suffix=quote[end:] + outer.suffix,
        start=None if begin is None else begin + start,
        end=None if begin is None else begin + end,
        directive=None,
    )
