"""The selections of a project as annotations: which the library has, and which are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from storage.annotation_import.projects.text_articles import PlacedText
from storage.clock import now
from storage.export.interchange.identifiers import make_library_id
from storage.models import Annotation, Target
from storage.qda.guids import find_own_id
from storage.qda.project import CodedPlace, Project
from storage.qda.xml_text import fit_xml
from storage.wording.terminal_text import fit_utf8

_Said = tuple[str, int, int, str, str, frozenset[str]]


class ProjectAnnotations(NamedTuple):
    """What the selections of a project are."""

    new: list[Annotation]
    known: int
    """How many the library has, with just these words, codes, notes and coders."""
    lost: list[str]
    """The names of texts, once for each selection whose words are not in the article."""


def make_annotations(
    project: Project, placed: Sequence[PlacedText], there: Iterable[Annotation]
) -> ProjectAnnotations:
    """Return what is to be stored of a project; `there` are all annotations of its articles.

    A selection that one of them says already, at one of its places, is known, whatever it is
    called: programs give their selections other guids in each export.
    """
    said = {one for annotation in there for one in _list_said(annotation)}
    joined = {guid: places for places in project.copies for guid in places}
    moment = now()
    targets: dict[str, Target] = {}
    lost: list[str] = []
    selections: dict[str, CodedPlace] = {}
    for coded in placed:
        for one in coded.coded.places:
            target = coded.place(one)
            if target is None:
                lost.append(coded.coded.name)
                continue
            targets[one.guid], selections[one.guid] = target, one
    new, known, done = [], 0, set[str]()
    for guid, one in selections.items():
        if guid in done:
            continue
        places = [each for each in joined.get(guid, (guid,)) if each in targets]
        done.update(places)
        annotation = _make(one, places[0], [targets[each] for each in places], moment)
        if said.issuperset(_list_said(annotation)):
            known += 1
        else:
            new.append(annotation)
    return ProjectAnnotations(_give_ids(new), known, lost)


def _make(one: CodedPlace, guid: str, targets: Sequence[Target], moment: str) -> Annotation:
    own = find_own_id("annotation", guid)
    created = one.created or moment
    # Databases number what is in them: the same number in another one is another thing.
    said = guid, [(each.article, each.anchor.start) for each in targets], one.codes, one.note
    return Annotation(
        own or make_library_id(f"{said} {one.coder}"),
        tuple(targets),
        one.codes,
        fit_utf8(one.note),
        created,
        one.updated or created,
        coder=one.coder,
    )


def _list_said(annotation: Annotation) -> Iterator[_Said]:
    """Yield for each place what an annotation says there."""
    tags = frozenset(tag.casefold() for tag in annotation.tags)
    for target in annotation.targets:
        anchor = target.anchor
        place = target.article, anchor.start, anchor.end
        # A project shows what XML cannot hold.
        yield *place, annotation.coder, fit_xml(annotation.note), tags


def _give_ids(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Return the first annotation of each id: a file that calls two things alike has one."""
    return list({one.id: one for one in reversed(list(annotations))}.values())[::-1]
