"""What tests of several phases share."""

import os

import pytest
from hypothesis import settings

from support.built_example import BuiltExample, build_example, copy_example

# The same examples every time, so that a change breaks the suite and chance does not; `HYPOTHESIS_PROFILE=search`
# looks for new ones.
settings.register_profile("repeatable", derandomize=True)
settings.register_profile("search", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> BuiltExample:
    """The June meeting of the example, built once for all tests of what came out."""
    return build_example(copy_example(tmp_path_factory.mktemp("example") / "papers"))
