"""Three reports of one event, of our own writing: what each states, and what one leaves out."""

HARBOUR = "The old harbour will be closed for two years."
PIERS = "We will rebuild every single pier before the winter storms return,"
PIERS_ALTERED = "We will rebuild every pier before the winter storms return,"
BERTHS = "Nobody will lose a berth because of the works,"
VOTE = (
    "The council had voted for the plan by nine votes to two last week, after a long evening of"
    " speeches."
)
REPORT = (
    f'{HARBOUR} "{PIERS}" said Martha Ellison, the harbour master. The work costs 4.2 million'
    " crowns and begins on Monday.\n\n"
    f'Boats are to moor at the fishing quay. "{BERTHS}" Ellison said on Friday.\n\n{VOTE}'
)
_FIRST, _SECOND, _LAST = REPORT.replace(PIERS, PIERS_ALTERED).replace("4.2", "4.7").split("\n\n")
COPY = "\n\n".join([_LAST, _SECOND, _FIRST])
OTHER = (
    f'Harbour works begin. "{BERTHS}" the harbour master Martha Ellison said on Friday.\n\n'
    "A storm had damaged the piers in spring, and divers found cracks in their feet.\n\n"
    f"{VOTE}"
)
TEXTS = (REPORT, COPY, OTHER)
"""A and B differ in one word of a quotation and in a figure; C has neither, but all else."""
ONE_FIGURE = (REPORT, COPY.replace(PIERS_ALTERED, PIERS), OTHER)
"""A and B differ in the figure alone."""
