"""How many examples a property test tries, and whether by chance.

The suite tries the same examples each time, so that a run is red for what was changed and for
nothing else. `make fuzz` sets HYPOTHESIS_PROFILE=fuzz: other examples at every run, and more.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.constants_ast import Constants

_MANY = 2000
"""Examples of each property where chance is wanted."""

_FEW = 20
"""Examples of a property that names no number, in the suite: `make fuzz` looks for the rest."""

_PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "fixed")

# No limit of time for an example or for making one: machines differ, and may be busy.
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fixed", _UNTIMED, derandomize=True, database=None, max_examples=_FEW)
settings.register_profile("fuzz", _UNTIMED, derandomize=False, max_examples=_MANY)
settings.load_profile(_PROFILE)

if _PROFILE == "fixed":
    # Hypothesis draws, besides, constants out of the modules of ours that happen to be imported:
    # other ones in each worker, and none at all where a folder above is called "tests".
    pytest.MonkeyPatch().setattr(
        "hypothesis.internal.conjecture.providers._get_local_constants", Constants
    )


def examples(count: int, *suppressed: HealthCheck) -> settings:
    """Return the settings of a property that tries `count` examples in the suite."""
    return settings(
        max_examples=_MANY if _PROFILE == "fuzz" else count,
        suppress_health_check=[HealthCheck.too_slow, *suppressed],
    )
