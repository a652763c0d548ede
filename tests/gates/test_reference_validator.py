"""The reference validator over every PDF: a Java program, and skipped where it cannot be had.

Put its jar elsewhere by naming it in `GOVDOCS_VERAPDF`; otherwise Maven fetches it once into the user's cache.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from support.built_cases import build_case, meetings
from support.built_example import BuiltExample

ARTIFACT = "org.verapdf.apps:greenfield-apps:1.28.2"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "govdocs-gates"
JAR = CACHE / "greenfield-apps-1.28.2.jar"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"

pytestmark = pytest.mark.gate


@pytest.fixture(scope="module")
def jar() -> Path:
    """The validator."""
    given = os.environ.get("GOVDOCS_VERAPDF")
    if given:
        return Path(given)
    if not shutil.which("java"):
        pytest.skip("Java is not installed")
    if not JAR.is_file():
        fetch_jar()
    return JAR


def fetch_jar() -> None:
    if not shutil.which("mvn"):
        pytest.skip(f"Maven is not installed, and there is no {JAR}")
    words = [
        "mvn",
        "--quiet",
        "--batch-mode",
        "dependency:copy",
        f"-Dartifact={ARTIFACT}",
        f"-DoutputDirectory={CACHE}",
    ]
    try:
        ran = subprocess.run(words, cwd=Path.home(), capture_output=True, text=True, timeout=300, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip(f"Maven did not fetch {ARTIFACT} within five minutes")
    if ran.returncode != 0 or not JAR.is_file():
        said = [line for line in (ran.stdout + ran.stderr).splitlines() if "ERROR" in line]
        pytest.skip(f"Maven cannot fetch {ARTIFACT}: {said[0] if said else 'no reason given'}")


def failures(job: dict[str, Any]) -> list[str]:
    """Each rule that a file breaks, with how often."""
    return [
        f"{rule['clause']}-{rule['testNumber']} ({rule['failedChecks']} times): {rule['description']}"
        for result in job["validationResult"]
        for rule in result["details"]["ruleSummaries"]
    ]


@pytest.fixture(scope="module")
def paths(example: BuiltExample, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every PDF of the example as built, and those of all meetings of the test cases, the bound packs included."""
    folder = tmp_path_factory.mktemp("pdfs")
    for name, data in example.written(".pdf"):
        (folder / f"example-{name}").write_bytes(data)
    for number, meeting in enumerate(meetings()):
        built = build_case(meeting)
        (folder / f"{number}-pack.pdf").write_bytes(built.bound)
        for name, data in built.pdfs.items():
            (folder / f"{number}-{name}.pdf").write_bytes(data)
    return sorted(folder.iterdir())


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_every_pdf_passes_the_reference_validator(paths: list[Path], jar: Path, flavour: str) -> None:
    words = ["java", "-cp", str(jar), MAIN, "--flavour", flavour, "--format", "json", *map(str, paths)]
    ran = subprocess.run(words, capture_output=True, text=True, timeout=900, check=False)
    jobs = json.loads(ran.stdout)["report"]["jobs"]
    found = {Path(job["itemDetails"]["name"]).name: failures(job) for job in jobs if job.get("validationResult")}
    assert found == {path.name: [] for path in paths}
    assert all(result["compliant"] for job in jobs for result in job["validationResult"])
