"""Near rules find in one meeting after another what they find in all of them at once."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from benchmarks.many import write_repository

from govdocs.check import reach
from govdocs.check.catalogue import RECORD_RULES
from govdocs.check.reach import FAR_RULES, LOOKING, NEAR_RULES, TELLING
from govdocs.check.rule import Fact, RecordRule, Records
from govdocs.check.run import find_in_records, tell_facts
from govdocs.diagnostics import Diagnostic
from govdocs.model.library import Library
from govdocs.workflow.load import load
from govdocs.workflow.settings import Settings
from govdocs.workflow.watched import NO_MEETING, Notebook, homes_in, watch
from support.built_example import HERE
from support.mutants import EXAMPLE, make_mutant, record_files, repository_folder
from support.organisation import overlay, put_files, sound_files
from support.repositories import CASES

DAY = date(2026, 5, 10)


def library_in(root: Path) -> Library:
    return load(Settings(root, datetime(2026, 5, 10, tzinfo=UTC))).library


def found_in_all(library: Library, rules: Sequence[RecordRule]) -> dict[str, set[Diagnostic]]:
    found = find_in_records(Records(library, DAY), rules)
    return {code: set(findings) for code, findings in found.items()}


def found_one_by_one(library: Library, rules: Sequence[RecordRule]) -> dict[str, set[Diagnostic]]:
    watched = watch(library, Notebook())
    gathered: dict[str, set[Diagnostic]] = {}
    for home in homes_in(library):
        with watched.notebook.reader(home):
            for code, findings in find_in_records(Records(watched, DAY), rules).items():
                assert all(home == NO_MEETING or one.place.path.startswith(f"meetings/{home}/") for one in findings)
                gathered.setdefault(code, set()).update(findings)
    return gathered


def told_in(library: Library) -> dict[str, list[Fact]]:
    """The facts of one meeting after another."""
    watched = watch(library, Notebook())
    told: dict[str, list[Fact]] = {who.__name__: [] for who in (*TELLING, *LOOKING)}
    for home in homes_in(library):
        with watched.notebook.reader(home):
            for who, facts in tell_facts(Records(watched, DAY), TELLING, LOOKING).items():
                told[who] += facts
    return told


def found_by_facts(library: Library, rules: Sequence[RecordRule]) -> dict[str, set[Diagnostic]]:
    found = find_in_records(Records(library, DAY, told_in(library)), rules)
    return {code: set(findings) for code, findings in found.items()}


def test_every_rule_is_near_or_far() -> None:
    assert set(NEAR_RULES) | set(FAR_RULES) == set(RECORD_RULES)
    assert {rule.problem.name for rule in RECORD_RULES} >= reach.NEAR


@pytest.mark.parametrize("rule", NEAR_RULES, ids=lambda rule: rule.problem.name)
def test_a_near_rule_knows_the_registers_wherever_it_looks(rule: RecordRule, tmp_path: Path) -> None:
    wrong = rule.problem.parts()["Wrong"].rstrip()
    if not wrong.startswith("# "):
        paper = "# meetings/board/2026-05-14/papers/budget.md\n---\ntitle: Budget for 2026/27\nauthors: [alex-example]"
        wrong = f"{paper}\n---\n# Report\n\n{wrong}"
    library = library_in(put_files(tmp_path, overlay(sound_files(), wrong)))
    assert found_one_by_one(library, [rule]) == found_in_all(library, [rule])


@pytest.mark.parametrize("rule", FAR_RULES, ids=lambda rule: rule.problem.name)
def test_a_far_rule_may_be_told_facts(rule: RecordRule, tmp_path: Path) -> None:
    wrong = rule.problem.parts()["Wrong"].rstrip()
    library = library_in(put_files(tmp_path, overlay(sound_files(), wrong if wrong.startswith("# ") else "")))
    assert found_by_facts(library, [rule]) == found_in_all(library, [rule])


@pytest.mark.parametrize(
    "root", [HERE, *sorted(path for path in CASES.iterdir() if path.is_dir())], ids=lambda p: p.name
)
def test_near_rules_in_true_papers(root: Path) -> None:
    library = library_in(root)
    assert found_one_by_one(library, NEAR_RULES) == found_in_all(library, NEAR_RULES)
    assert found_by_facts(library, FAR_RULES) == found_in_all(library, FAR_RULES)


@pytest.mark.parametrize("rule", FAR_RULES, ids=lambda rule: rule.problem.name)
def test_a_far_rule_does_not_read_the_words_of_all_papers(rule: RecordRule) -> None:
    """It would for every change anywhere: name it in `reach.py` if it is near, else let it go by `Records.facts`."""
    library = library_in(CASES / "town-council")
    records = Records(library, DAY, told_in(library))
    find_in_records(records, [rule])
    assert not {"writings", "figures", "dated_texts"} & vars(records).keys()


def test_near_rules_in_many_meetings(tmp_path: Path) -> None:
    write_repository(tmp_path, {"board": 5, "panel": 4})
    library = library_in(tmp_path)
    assert found_one_by_one(library, NEAR_RULES) == found_in_all(library, NEAR_RULES)


@pytest.mark.parametrize(("repository", "seeds"), [(EXAMPLE, 4), ("town-council", 12), ("committees-in-common", 8)])
def test_near_rules_in_papers_that_were_spoilt(repository: str, seeds: int, tmp_path: Path) -> None:
    source = repository_folder(repository)
    for path in record_files(source):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes((source / path).read_bytes())
    for seed in range(800, 800 + seeds):
        mutant = make_mutant(seed, repository)
        if mutant.content is not None:
            (tmp_path / mutant.path).write_bytes(mutant.content)
    library = library_in(tmp_path)
    assert found_one_by_one(library, NEAR_RULES) == found_in_all(library, NEAR_RULES)
