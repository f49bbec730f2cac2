"""Reading the texts that carry a passage, and bringing them into the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from storage.discovery.story_names import propose_story
from storage.errors import ReadError
from storage.scan.index.scan_index import ScanIndex
from storage.scan.reading.cluster_texts import Carrier, choose_read, find_carriers
from storage.scan.reading.desk import Desk
from storage.scan.reading.fetch_texts import FetchedTexts, fetch_texts
from storage.scan.reading.found_articles import BroughtStory, FoundText, bring_in
from storage.scan.reading.library_scan import is_of_library
from storage.wording.plural import inflect, pluralize
from storage.wording.terminal_text import reveal_line, shorten
from tui.base.destinations import FoundPlace
from tui.base.job import Job, relay
from tui.base.parts import Host

_NAME = 40
_AT_ONCE = 0.5
"""Seconds that nobody needs an explanation for."""
_REFUSAL = "These texts are read from a scan and are in no library. {keep}: bring them in first"

Then = Callable[[Sequence[FoundText], str], None]
"""What is done with the texts of a cluster once they are there, and with what is to be said."""


class ClusterReader:
    """The part of the list of a scan that opens clusters; one at a time."""

    def __init__(self, screen: Host, index: ScanIndex) -> None:
        self._screen = screen
        self._index = index
        self._fetching: Job[FetchedTexts] | None = None
        self._desk: Desk | None = None
        """Where texts are read, over the list."""

    def read(self, cluster: int) -> None:
        """Read the texts that carry a passage, without bringing them in."""
        if is_of_library(self._index, self._screen.library):
            self._read_in_library(cluster)
        else:
            self._fetch(cluster, self._lay_out)

    def bring_in(self, cluster: int) -> None:
        """Bring the texts that carry a passage into the library, as a story."""
        self._fetch(cluster, self._bring_in)

    def _read_in_library(self, cluster: int) -> None:
        """Read articles that are there already, as a story that is not kept yet."""
        carriers = find_carriers(self._index, cluster)
        begins = {one.document.id: one.begin for one in choose_read(carriers)}
        library, app = self._screen.library, self._screen.app
        first = library.articles.get_all(begins)[:1]
        story = propose_story(library, list(begins))
        app.open_story(story, *(FoundPlace(one.id, begins[one.id]) for one in first))
        if len(carriers) > len(begins):
            app.notify(_describe_part(len(begins), len(carriers)), markup=False)

    def clear(self) -> None:
        """Clear away what was read."""
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def stop(self) -> None:
        """Clear away what was read, and wait for nothing more."""
        if self._fetching is not None:
            self._fetching.call_off()
        self.clear()

    def _fetch(self, cluster: int, then: Then) -> None:
        """Have the texts of a cluster read from the corpus, and go on with them."""
        if self._fetching is not None:
            self._tell_fetching()
            return
        app, carriers = self._screen.app, find_carriers(self._index, cluster)
        read = choose_read(carriers)
        sources = self._index.list_sources()
        documents = [one.document for one in read]

        def take(fetched: FetchedTexts) -> None:
            self._fetching = None
            self._take(fetched, read, len(carriers), then)

        def fail(error: Exception) -> None:
            self._fetching = None
            why = f"The texts could not be read: {type(error).__name__}."
            app.notify(why, severity="error", markup=False)

        self._fetching = Job(
            lambda _progress: fetch_texts(sources, documents),
            relay(app, take),
            lambda _share: None,
            relay(app, fail),
        )
        self._fetching.start()
        app.set_timer(_AT_ONCE, self._tell_fetching)

    def _tell_fetching(self) -> None:
        if self._fetching is not None:
            self._screen.tell("Reading the texts from the corpus …")

    def _take(
        self, fetched: FetchedTexts, read: Sequence[Carrier], carriers: int, then: Then
    ) -> None:
        found = [
            FoundText(one.document, fetched.texts[one.document.number], one.begin)
            for one in read
            if one.document.number in fetched.texts
        ]
        told = " ".join([*fetched.problems, *_describe_choice(found, len(read), carriers)])
        with self._screen.tell_errors():
            if not found:
                raise ReadError(told)
            then(found, told)

    def _lay_out(self, found: Sequence[FoundText], told: str) -> None:
        self.clear()
        refusal = self._screen.keymap.spell_keys("compare", _REFUSAL)
        self._desk = desk = Desk(_name_story(found), found, refusal)
        first = desk.story.articles[0]
        place = FoundPlace(first, desk.begins[first])
        self._screen.app.open_desk(desk, place, told, lambda: self._make_story(found).story)

    def _bring_in(self, found: Sequence[FoundText], told: str) -> None:
        story, new, _, was_there = self._make_story(found)
        name = shorten(reveal_line(story.name), _NAME)
        if was_there:
            self._screen.tell(f"The library has this as “{name}”. {told}".rstrip())
            return
        known = len(story.articles) - new
        said = f"Brought in as “{name}”"
        said += f", {known} known before." if known else "."
        undo = self._screen.spell_keys("{undo}: undo")
        self._screen.tell(" ".join(filter(None, (said, told, undo))))

    def _make_story(self, found: Sequence[FoundText]) -> BroughtStory:
        return bring_in(self._screen.library, _name_story(found), found)


def _name_story(found: Sequence[FoundText]) -> str:
    titles = (one.document.title for one in found if one.document.title)
    return next(titles, "") or shorten(" ".join(found[0].text.split()), _NAME)


def _describe_part(read: int, carriers: int) -> str:
    return f"{read} of {carriers:,} texts, the first of each outlet before all others."


def _describe_choice(found: Sequence[FoundText], read: int, carriers: int) -> Iterator[str]:
    """Say how the texts found are not all that carry the passage."""
    if carriers > read:
        yield _describe_part(read, carriers)
    alike = len(found) - len({one.text for one in found})
    if alike:
        repeat = inflect(alike, "repeats", "repeat")
        yield f"{pluralize(alike, 'text')} {repeat} another, word for word."
