"""What is installed is pinned: the lock files hold everything that is declared, and name no host."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECLARED = {
    "requirements.lock": PROJECT["dependencies"],
    "requirements-dev.lock": [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]],
}


def canonical(requirement: str) -> str:
    """The package's name as lock files write it."""
    name = re.match(r"[\w.-]+", requirement)
    assert name is not None
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def pinned(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([^ \\]+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", DECLARED)
def test_everything_declared_is_pinned(lock: str) -> None:
    missing = {canonical(requirement) for requirement in DECLARED[lock]} - set(pinned(lock))
    assert missing == set(), "run tools/lock"


@pytest.mark.parametrize("lock", DECLARED)
def test_lock_files_name_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"https?://\S+|--\w*index\S*|--find-links\S*|--trusted-host\S*", text) == []
    assert text.count("--hash=sha256:") > len(pinned(lock))


def test_users_and_developers_run_the_same_versions() -> None:
    developers = pinned("requirements-dev.lock")
    different = {name: version for name, version in pinned("requirements.lock").items() if developers[name] != version}
    assert different == {}
