"""Mistakes put into the sound example, one at a time: which of them does `govdocs check` see?

Each operator is a mistake that published papers contain; it finds the places where the mistake can be made, and a
seeded generator chooses among them. The list was fixed before the rules were tuned; two operators were narrowed after
the first run, to places where the mistake can be seen at all.
"""

import argparse
import random
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from govdocs.diagnostics import Diagnostic
from govdocs.workflow.check import check_repository
from govdocs.workflow.settings import Settings

ROOT = Path(__file__).parents[1]
PARTS = ("records", "meetings", "templates", "govdocs.yaml")
MAY, JUNE = "meetings/ccb/2018-05-17", "meetings/ccb/2018-06-21"
NOW = datetime(2018, 6, 14, tzinfo=UTC)
#: Of each operator, at most so many places.
MOST = 8
Change = Callable[[re.Match[str], random.Random], str]


@dataclass(frozen=True, slots=True)
class Operator:
    """A kind of mistake: where it can be made, and how. An empty ``pattern`` takes the file away."""

    name: str
    where: str  # a regular expression of paths
    pattern: str = ""
    change: Change = lambda match, chance: ""  # noqa: ARG005 (what stood there is taken out)


@dataclass(frozen=True, slots=True)
class Mutation:
    """One mistake in one file; ``text`` is None where the file is taken away."""

    operator: str
    path: str
    line: int
    text: str | None


def _digit(match: re.Match[str], chance: random.Random) -> str:
    """Another digit in the number, the first one not made a nought."""
    text = match[0]
    places = [number for number, character in enumerate(text) if character.isdigit()]
    place = chance.choice(places)
    return text[:place] + chance.choice([d for d in "123456789" if d != text[place]]) + text[place + 1 :]


def _misspell(match: re.Match[str], chance: random.Random) -> str:
    """A letter of the name doubled."""
    name = match["name"]
    place = chance.randrange(2, len(name) - 1)
    return match[0].replace(name, name[:place] + name[place] + name[place:])


def _other(*words: str) -> Change:
    return lambda match, chance: chance.choice([word for word in words if word != match[0]])


def _put(text: str) -> Change:
    return lambda match, chance: match.expand(text)  # noqa: ARG005 (nothing to choose)


def _earlier(match: re.Match[str], chance: random.Random) -> str:  # noqa: ARG001 (nothing to choose)
    """The time of the item before."""
    return {"14:05": "13:55", "14:25": "14:15"}[match[0]]


PAPERS, PROSE, MINUTES = rf"{JUNE}/papers/.*\.md", rf"{JUNE}/papers/.*\.md|{MAY}/minutes\.md", rf"{MAY}/minutes\.md"
AGENDA, DATA = rf"{JUNE}/meeting\.yaml", rf"{JUNE}/papers/.*\.csv"
#: Added later, before the rules on agendas, covers and dates were widened.
AGENDAS_AND_DATES = (
    Operator("a meeting's number told twice", AGENDA, r"(?m)(?<=^number: )6$", _put("5")),
    Operator("an item's number out of step", rf"{MAY}/meeting\.yaml", r"(?<=number: )\d\d", _digit),
    Operator("two items at one time", AGENDA, r"(?<=time: )14:(?:05|25)", _earlier),
    Operator("an action left out", AGENDA, r"(?m)(?<!chairs\]\n)^    action: receive\n(?=    time)"),
    Operator(
        "an approval that is only received", AGENDA, r"(?<=second-blood-collection, action: )approve", _put("receive")
    ),
    Operator("a section without items", AGENDA, r"(?m)^  - section: .*\n", _put(r"  - section: For noting\n\g<0>")),
    Operator(
        "a title that begins with its verb", AGENDA, r"(?<=title: )(?:Progress on|Cancer)", _put(r"To receive \g<0>")
    ),
    Operator(
        "words that ask another body",
        PAPERS,
        r"(?<=lead_in: \"The )Commissioning Collaborative Board[^\"]*?(?= is)",
        _put("Finance Committee"),
    ),
    Operator(
        "a cell of a cover emptied",
        rf"{JUNE}/papers/second-blood-collection\.md",
        r"(?<=(?:city|east|west): )\[[^\]]+\](?=\n)",
        _put("blank"),
    ),
    Operator("a capital behind a verb", PAPERS, r"(?<=text: )the (?=report|early)", _put("The ")),
    Operator(
        "a reading from the future",
        PAPERS,
        r"(?m)^(?=Deloitte has begun|Scheme leads|The teams have)",
        _put("The survey was published in November 2018. "),
    ),
    Operator("a year that ends before it begins", PAPERS, r"(?<=2018)/19", _put("/18")),
    Operator("a year with two digits turned", PAPERS, r"(?<=(?:March|April) )2019", _put("2109")),
    Operator("a wrong day of the month", PAPERS, r"\b(?:1|31) (?=(?:April|March) 201\d)", _put("32 ")),
    Operator("a stretch of time turned about", PAPERS, r"June 2018 to March 2019", _put("June 2019 to March 2018")),
    Operator(
        "minutes with the wrong day of a meeting",
        MINUTES,
        r"(?m)^(?=The chair|Members)",
        _put("The CCB met on 16 May 2018. "),
    ),
)
OPERATORS = (
    Operator("a digit of a total in a table", PAPERS, r"(?m)(?<=^\| Total \| )[\d,]{5,}", _digit),
    Operator(
        "a digit of a part in a table", PAPERS, r"(?m)(?<=cost \| )\d[\d,]+|(?<=Staffing costs \| )[\d,]+", _digit
    ),
    Operator("a digit of a total in data", DATA, r"(?m)(?<=^Grand Total,).*$", _digit),
    Operator("a digit of a part in data", DATA, r"(?<=,)-\d{3,4}(?=,)", _digit),
    Operator("a digit of a row's total", PAPERS, r"(?<=\| )£\d+k(?= \| £\d+k \| £\d+k)", _digit),
    Operator("a digit of a figure that is cited", PAPERS, r"(?<=\[)£[\d,.]+[km]?(?=\]\(figure:)", _digit),
    Operator("a day that is cited", PAPERS, r"(?<=\[)\d{1,2}(?= \w+\]\(event:)", _digit),
    Operator("a share in a table", PAPERS, r"(?<=\| \*\d\d \| )\d+(?=%)", _digit),
    Operator("an item of a list with a total", PAPERS, r"(?m)(?<=: £)\d+(?=k$)", _digit),
    Operator(
        "somebody who speaks, out of attendance", MINUTES, r"  - (?:spencer-gay|sue-lock|zuffar-haq|clive-wood)\n"
    ),
    Operator("somebody who speaks, out of attendance", MINUTES, r"  - (?:andy-ker|gillian-adams|sarah-prema)\n"),
    Operator("the chair, out of attendance", MINUTES, r"  - chris-trzcinski\n"),
    Operator("somebody present and in apologies", MINUTES, r"(?<=apologies: \[)", _put("sue-lock, ")),
    Operator("an end before the start", rf"{AGENDA}|{MINUTES}", r"(?m)^end(?:ed)?: \d\d", _put("end: 12")),
    Operator("the next meeting before this one", AGENDA, r"(?<=  date: 2018-)07", _put("05")),
    Operator("papers sent out late", AGENDA, r"(?<=circulated: 2018-06-)14", _other("15", "18", "19", "20")),
    Operator("a time out of order", AGENDA, r"(?<=time: )1[34]:[1-5]\d", _other("12:40", "14:50")),
    Operator("a field taken out", PAPERS, r"(?m)^(?:sponsor|presenters): [a-z\[].*\n"),
    Operator("a field left blank", PAPERS, r"(?m)^sponsor: (?!blank).*", _put("sponsor: blank")),
    Operator("the summary taken out", PAPERS, r"(?m)^# Summary\n(?:(?!# ).*\n)*"),
    Operator("a verb swapped on the cover", PAPERS, r"(?<=verb: )approve", _other("note", "receive")),
    Operator(
        "a verb swapped on the agenda",
        AGENDA,
        r"(?<=title: Progress on QIPP Schemes\n    action: )receive",
        _other("approve", "support"),
    ),
    Operator("a verb swapped in the minutes", MINUTES, r"(?<=verb: )approve(?=, text: the minutes)", _other("note")),
    Operator("minutes of another meeting", AGENDA, r"(?<=of: ccb/2018-0)5-17", _put("4-19")),
    Operator(
        "a title edited in one place",
        AGENDA,
        r"(?<=paper: )second-blood-collection",
        _put(r"\g<0>, title: Second Round"),
    ),
    Operator(
        "a presenter edited in one place",
        AGENDA,
        r"(?<=paper: )second-blood-collection",
        _put(r"\g<0>, presenters: [sue-lock]"),
    ),
    Operator(
        "an id misspelt",
        rf"{AGENDA}|{PAPERS}",
        r"\b(?P<kind>(?:paper|figure|event|table|sponsor|appendix): ?)(?P<id>[a-z]{4,})",
        _put(r"\g<kind>x\g<id>"),
    ),
    Operator(
        "a key misspelt",
        rf"{AGENDA}|{PAPERS}",
        r"(?m)^(?:title|venue|chair|authors|figures|numbering)(?=:)",
        _put(r"\g<0>s"),
    ),
    Operator("a paper taken away", PAPERS),
    Operator(
        "a standing item left out", AGENDA, r"  - \{standing: (?:welcome|any-other-business|declarations|minutes).*\n"
    ),
    Operator(
        "an item left out of the minutes",
        MINUTES,
        r"(?m)^## (?:welcome|declarations|public-questions|apologies)\n(?:(?!## ).*\n)*",
    ),
    Operator(
        "a decision left out",
        MINUTES,
        r"```decision\nid: (?:minutes|community-services-redesign|pmo-approach)\n(?:.+\n)*?```\n",
    ),
    Operator("a weekday changed", PAPERS, r"(?<=On )Friday", _other("Monday", "Tuesday", "Wednesday", "Thursday")),
    Operator("a pointer to another paragraph", PAPERS, r"(?<=paragraph )\d\.\d(?= says)", _put("7.9")),
    Operator(
        "a pointer to another appendix", PAPERS, r"\[Appendix\n?\s*\d\]\(appendix:appendix-\d\)", _put("Appendix 7")
    ),
    Operator("a number of a paragraph", PAPERS, r"(?m)^(?:1|2|3)\.[2-9](?=\. )", _digit),
    Operator(
        "a long form changed",
        PROSE,
        r"\w+(?= \w+ (?:Office|Plan|Group|Commission|Indicators|Teams|Association|Unit) \((?:[A-Z]{2,4})s?\))",
        _put("Regional"),
    ),
    Operator("a name misspelt", MINUTES, r"(?:Mr|Ms|Mrs|Dr) (?P<name>[A-Z][a-z]{4,})", _misspell),
    Operator(
        "a courtesy title changed",
        MINUTES,
        r"\b(?:Mr|Mrs|Dr)(?= (?:Gay|Haq|Wood|Iliffe|Ker|Palin|Trevithick)\b)",
        _put("Ms"),
    ),
    Operator(
        "a body's name turned about",
        PROSE,
        r"Commissioning Collaborative Board",
        _put("Collaborative Commissioning Board"),
    ),
    Operator(
        "a post turned about",
        PAPERS,
        r"(?<=printed: \")Director Lead for Community Services Redesign|(?<=person: vicky-wright, printed: \")",
        _put("Director for Community Services Lead Redesign"),
    ),
    Operator("a word doubled", PROSE, r"(?<= )(?:the|of|and|to|in|with|which)(?= )", _put(r"\g<0> \g<0>")),
    Operator("a bracket lost", PROSE, r"(?<=[a-z])\)(?=[ .,])"),
    Operator("a sentence cut off", PROSE, r"(?m)(?<=[a-z] )(?:[a-z]+ ){1,2}[a-z]+\.(?=\n\n(?:\d|[A-Z][a-z]+ ))"),
    Operator("a placeholder left in", PROSE, r"(?<= )(?:one|two|three)(?= )", _put("TBC")),
    Operator("a cell lost", PAPERS, r"(?<=\d) \|(?= \d)"),
    Operator(
        "a plan for a day gone by",
        PAPERS,
        r"(?m)^(?=Deloitte has begun|The PMO has made|3\.7\. )",
        _put("The work will be finished by 30 April 2018. "),
    ),
    Operator(
        "a claim without a decision",
        PAPERS,
        r"(?m)^(?=Deloitte has begun|Scheme leads|The teams have)",
        _put("The CCB approved the TASL presentation in May 2018. "),
    ),
    *AGENDAS_AND_DATES,
)


def sites(files: Mapping[str, str], operator: Operator) -> Iterator[Mutation]:
    """Every place where the mistake can be made, with the same seed the same mistake."""
    for path, text in sorted(files.items()):
        if not re.fullmatch(operator.where, path):
            continue
        if not operator.pattern:
            yield Mutation(operator.name, path, 1, None)
            continue
        for match in re.finditer(operator.pattern, text):
            chance = random.Random(f"{operator.name} {path} {match.start()}")  # noqa: S311 (not for secrets)
            changed = text[: match.start()] + operator.change(match, chance) + text[match.end() :]
            if changed != text:
                yield Mutation(operator.name, path, text.count("\n", 0, match.start()) + 1, changed)


def choose(files: Mapping[str, str], seed: int, most: int = MOST) -> list[Mutation]:
    """At most ``most`` mutations of each operator."""
    chosen: list[Mutation] = []
    for operator in OPERATORS:
        found = list(sites(files, operator))
        random.Random(f"{seed} {operator.name}").shuffle(found)  # noqa: S311 (not for secrets)
        chosen += found[:most]
    return chosen


def example_files() -> dict[str, str]:
    """The text files of the example."""
    folders = [
        path for part in PARTS for path in ([ROOT / part] if (ROOT / part).is_file() else (ROOT / part).rglob("*"))
    ]
    texts = [path for path in folders if path.is_file() and path.suffix in (".yaml", ".md", ".csv", ".html")]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in texts}


def run(mutations: Sequence[Mutation], files: Mapping[str, str]) -> Iterator[tuple[Mutation, list[Diagnostic]]]:
    """Each mutation with what is found because of it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        before = {_key(finding) for finding in _findings(root)}
        for mutation in mutations:
            target = root / mutation.path
            if mutation.text is None:
                target.unlink()
            else:
                target.write_text(mutation.text, encoding="utf-8")
            yield mutation, [one for one in _findings(root) if _key(one) not in before]
            target.write_text(files[mutation.path], encoding="utf-8")
        shutil.rmtree(root / ".govdocs", ignore_errors=True)


def _findings(root: Path) -> list[Diagnostic]:
    found = check_repository(Settings(root, NOW)).findings
    return [one for one in found if not one.problem.code.startswith("G29") and one.problem.code != "G980"]


def _key(finding: Diagnostic) -> tuple[str, str, str]:
    return finding.problem.code, finding.place.path, finding.message


def main(arguments: Sequence[str] | None = None) -> None:
    """Run and print what was caught and missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutations", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="which places are chosen (default 1)")
    parser.add_argument("--missed", action="store_true", help="print each mistake that was missed")
    settings = parser.parse_args(arguments)
    files = example_files()
    caught: dict[str, list[bool]] = {}
    for mutation, found in run(choose(files, settings.seed), files):
        caught.setdefault(mutation.operator, []).append(bool(found))
        if settings.missed and not found:
            print(f"missed: {mutation.operator}: {mutation.path}:{mutation.line}")
    for name, results in caught.items():
        print(f"{name:45}{sum(results):4} of {len(results)}")
    everything = [result for results in caught.values() for result in results]
    print(f"{'all':45}{sum(everything):4} of {len(everything)} ({100 * sum(everything) / len(everything):.1f}%)")


if __name__ == "__main__":
    main()
