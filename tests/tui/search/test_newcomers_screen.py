from __future__ import annotations

from storage.library import Library
from tests.storage.desk import BRIDGE, MILL, OWL, add
from tests.tui.driver import at_the_screen
from tui.library.screen import LibraryScreen
from tui.search.newcomers_screen import NewcomersScreen


async def test_newcomers_are_looked_at_and_read_beside_what_they_carry(library: Library) -> None:
    known = add(library, f"{OWL} {MILL}", "Owl [red]moves[/]")
    newcomer = add(library, f"{OWL} {BRIDGE}", "Owl", outlet="The Herald")
    library.newcomers.put(newcomer.id, [(known.id, 14, 28)])
    async with at_the_screen(library, None) as reader:
        reader.sees("Articles · 2 · 1 newcomer, W W: look")
        await reader.press("W", "W")
        reader.sees("1 newcomer from watched feeds")
        reader.sees("50%")
        reader.sees("Owl [red]moves[/]")
        await reader.press("enter")
        assert [one.id for one in reader.compare.reading.articles] == [known.id, newcomer.id]
        await reader.press("q")
        assert isinstance(reader.app.screen, NewcomersScreen)
        await reader.press("d")
        reader.sees("Nothing that came from a watched feed carries articles of the library.")
        await reader.press("q", "q")
        assert isinstance(reader.app.screen, LibraryScreen)
        reader.does_not_see("newcomer")
