"""What tests of several phases share."""

import pytest

from support.built_example import BuiltExample, build_example, copy_example


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> BuiltExample:
    """The June meeting of the example, built once for all tests of what came out."""
    return build_example(copy_example(tmp_path_factory.mktemp("example") / "papers"))
