"""Reports of one event, made up."""

from __future__ import annotations

COPY = (
    "A freight train left the rails near Ostermoor early on Tuesday and spilled forty tonnes of"
    " road salt across the northern line. Engineers said the last two wagons jumped the track at a"
    " worn set of points which had been listed for repair since the spring. Nobody was hurt, but"
    " the line will stay closed until the weekend while cranes lift the wagons one by one."
)
RIVAL = (
    "Commuters in the valley woke to silence. Where eleven services an hour usually rattle past the"
    " allotments, gardeners found a grey crust on their cabbages and a policewoman asking them to"
    " keep away. The operator blames its contractor, and the contractor a budget cut twice."
)
OTHER = (
    "For years the union has warned of switches nobody oils. Its branch secretary keeps a folder of"
    " letters to the ministry, none of which got more than a printed card in reply, and on Tuesday"
    " she carried it into the radio studio under her arm."
)
SAID = (
    "“We had asked for new points in April and again in June, and each time we were told that the"
    " money for this year was spent,” said Ada Brenn, who leads the depot."
)
CLOSING = "Buses will run from the market square every twenty minutes, with room for bicycles."
