"""`python -m benchmarks`: the workload through govdocs and through what people would use otherwise, in one run."""

import argparse
import json
import math
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import commands, office
from benchmarks.checking import Checks, measure_checks
from benchmarks.processes import Cost, measure
from benchmarks.workload import PAGES

TITLES = {
    "plain": "yardstick: one tagged PDF, WeasyPrint alone",
    "cold": "govdocs, cold: PDF + DOCX + bound pack",
    "changed": "govdocs, one paper of 12 pages changed",
    "warm": "govdocs, all kept: only to be found",
    "word": "govdocs: DOCX alone, one process",
}
#: Of the yardstick's time: what must be reached, and what would be good.
GOALS = {"cold": (0.55, 0.35)}
#: Seconds: what must be reached, and what would be good.
LIMITS = {"--version": (0.15, 0.08), "build, nothing changed": (0.25, 0.1)}
GROWTH = (0.25, 0.5, 1.0, 2.0, 4.0)
MEETINGS = (100, 300, 1000)

Row = tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print a page of Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--repeat", type=int, default=3, help="runs of each job; medians are printed (default 3)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="worker processes (default: all cores)")
    parser.add_argument("--scale", type=float, default=1, help="a pack that many times as long (default 1)")
    parser.add_argument("--checks", action="store_true", help="only the checks of many meetings")
    parser.add_argument("--growth", action="store_true", help="also packs of other lengths, and many meetings")
    settings = parser.parse_args(arguments)
    print(machine(settings.jobs, settings.repeat))
    if settings.checks:
        print(meetings_table())
        return
    print(pack_table(settings.repeat, settings.jobs, scale_papers(settings.scale)))
    print(command_table(settings.repeat))
    if settings.growth:
        print(growth_table(settings.jobs))
        print(meetings_table())


def machine(workers: int, repeat: int) -> str:
    """What it was run on."""
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, {workers} workers, {repeat} runs each in turn, medians; load of the machine when it "
        f"began: {load} (what exceeds 0 was other people's work).\n"
    )


def pack_table(repeat: int, workers: int, papers: Sequence[int]) -> str:
    """The workload through govdocs and the yardstick, in turn, so that a noisy neighbour slows all down alike."""
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in TITLES}
    programs = office.installed()
    others: dict[str, list[float]] = {title: [] for title in programs}
    for _ in range(repeat):
        with TemporaryDirectory() as folder:
            for name in TITLES:
                runs[name].append(run_job(name, workers, papers, Path(folder) / "cache"))
            if others:
                office.prepare(Path(folder))
            for title, program in programs.items():
                others[title].append(timed(office.command(title, program, Path(folder))))
    medians = {name: median(results) for name, results in runs.items()}
    yardstick = medians["plain"]
    rows: list[Row] = [
        (
            TITLES[name],
            f"{facts['seconds']:.1f}",
            f"{facts['processor']:.1f}",
            f"{facts['seconds'] / yardstick['seconds']:.2f}",
            f"{facts['processor'] / yardstick['processor']:.2f}",
            f"{facts['pages']:.0f}" if "pages" in facts else "",
            f"{facts['parent MiB']:.0f}",
            f"{facts['worker MiB']:.0f}" if facts["worker MiB"] else "",
        )
        for name, facts in medians.items()
    ]
    rows += [
        (
            title,
            f"{statistics.median(times):.1f}",
            "",
            f"{statistics.median(times) / yardstick['seconds']:.2f}",
            *[""] * 4,
        )
        for title, times in others.items()
    ]
    rows += [(f"{title}: not installed", *[""] * 7) for title in office.PROGRAMS if title not in others]
    head = ("the pack", "seconds", "CPU s", "ratio", "CPU ratio", "pages", "MiB", "worker MiB")
    cold, changed, word = (medians[name] for name in ("cold", "changed", "word"))
    return table(head, rows) + (
        f"\nCold: writing {cold['writing']:.1f} s, binding {cold['binding']:.2f} s, {cold['bytes'] / 1e6:.1f} MB. "
        f"Changed: {changed['anew']:.0f} files written anew, binding {changed['binding']:.2f} s. "
        f"DOCX without start-up: {word['writing']:.2f} s.\n"
        + "".join(goal(name, medians[name]["seconds"] / yardstick["seconds"]) for name in GOALS)
    )


def command_table(repeat: int) -> str:
    """Whole commands on the example of this repository."""
    costs: dict[str, list[Cost]] = {}

    def note(title: str, *words: str) -> None:
        costs.setdefault(title, []).append(commands.run(folder, *words))

    for _ in range(repeat):
        with TemporaryDirectory() as top:
            folder = commands.copy_example(Path(top) / "papers")
            note("--version", "--version")
            note("check", "check")
            note("build, cold", "build", commands.MEETING)
            note("build, nothing changed", "build", commands.MEETING)
            note("verify", "verify", f"build/{commands.MEETING}")
            commands.change_paper(folder)
            note("build, one paper of 4 pages changed", "build", commands.MEETING)
    rows = []
    for title, each in costs.items():
        seconds, processor = (
            statistics.median(getattr(cost, fact) for cost in each) for fact in ("seconds", "processor")
        )
        must, stretch = LIMITS.get(title, (math.inf, 0.0))
        verdict = "" if title not in LIMITS else verdict_of(processor, must, stretch)
        rows.append((title, f"{seconds:.2f}", f"{processor:.2f}", f"{max(cost.mib for cost in each):.0f}", verdict))
    return table(("the example: govdocs …", "seconds", "CPU s", "MiB", "goal (of CPU s)"), rows)


def growth_table(workers: int) -> str:
    """Packs of other lengths, cold, and the exponent of their growth."""
    points, rows = [], []
    for scale in GROWTH:
        with TemporaryDirectory() as folder:
            facts = run_job("cold", workers, scale_papers(scale), Path(folder))
        points.append((facts["pages"], facts["processor"]))
        rows.append(
            (
                f"{facts['pages']:.0f} pages",
                f"{facts['processor']:.1f}",
                f"{facts['binding']:.2f}",
                f"{facts['parent MiB']:.0f}",
                f"{facts['worker MiB']:.0f}",
            )
        )
    head = ("growth of a cold build", "CPU s", "binding s", "MiB", "worker MiB")
    return table(head, rows) + f"\nTime grows with the number of pages to the power of {exponent(points):.2f}.\n"


def meetings_table() -> str:
    """Checking many meetings of a body, and many bodies."""
    points: list[tuple[float, float]] = []
    rows: list[Row] = []
    for count in MEETINGS:
        checks = measure_checks({"board": count}, build=count == max(MEETINGS))
        points.append((checks.files, checks.cold.processor))
        rows.append(_checks_row(f"{count} meetings of a body", checks))
    rows.append(_checks_row("50 bodies of 10 meetings", measure_checks({f"body-{n:02}": 10 for n in range(50)})))
    head = (
        "`check`", "files", "CSafeLoader, CPU s", "cold, CPU s", "ratio", "cold, s", "MiB", "nothing changed, s",
        "10 files changed, CPU s", "build one, CPU s", "MiB",
    )  # fmt: skip
    return table(head, rows) + f"\nTime grows with the number of files to the power of {exponent(points):.2f}.\n"


def _checks_row(title: str, checks: Checks) -> Row:
    cold, build = checks.cold, checks.build
    return (
        title,
        str(checks.files),
        f"{checks.parsed:.1f}",
        f"{cold.processor:.1f}",
        f"{cold.processor / checks.parsed:.0f}",
        f"{cold.seconds:.0f}",
        f"{cold.mib:.0f}",
        f"{checks.unchanged.seconds:.2f}",
        f"{checks.changed.processor:.1f}",
        f"{build.processor:.1f}" if build else "",
        f"{build.mib:.0f}" if build else "",
    )


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the line through the logarithms: 1 where time grows as the work does."""
    return statistics.linear_regression([math.log(x) for x, _ in points], [math.log(y) for _, y in points]).slope


def scale_papers(scale: float) -> list[int]:
    """The papers' lengths for a pack of another length: more papers, or fewer, rather than longer ones."""
    wanted = round(sum(PAGES) * scale)
    papers: list[int] = []
    while sum(papers) < wanted:
        papers.append(PAGES[len(papers) % len(PAGES)])
    return papers


def run_job(name: str, workers: int, papers: Sequence[int], cache: Path) -> dict[str, float]:
    """One job in a fresh process; ``seconds`` is what a user would wait, from start to end."""
    command = [sys.executable, "-m", "benchmarks.jobs", name, str(workers), ",".join(map(str, papers)), str(cache)]
    cost = measure(command)
    if cost.status:
        raise SystemExit(f"the job {name} ended with {cost.status}:\n{cost.err}")
    said: dict[str, float] = json.loads(cost.out)
    took = {"seconds": cost.seconds, "processor": cost.processor}
    return took | {"parent MiB": cost.mib, "worker MiB": cost.worker_mib} | said


def timed(line: list[str], run: Callable[[list[str]], None] = office.run) -> float:
    """The seconds that a command line takes."""
    started = time.perf_counter()
    run(line)
    return time.perf_counter() - started


def median(results: Sequence[dict[str, float]]) -> dict[str, float]:
    """The median of each fact."""
    return {fact: statistics.median(result[fact] for result in results) for fact in results[0]}


def table(head: Row, rows: Sequence[Row]) -> str:
    """A table in Markdown."""
    lines = [head, ("---", *("--:" for _ in head[1:])), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def goal(name: str, ratio: float) -> str:
    """How a ratio stands to its goals."""
    must, stretch = GOALS[name]
    return f"\n{name}: {ratio:.2f} of the yardstick's time; {verdict_of(ratio, must, stretch)}.\n"


def verdict_of(value: float, must: float, stretch: float) -> str:
    """How a measurement stands to what must be reached and what would be good."""
    reached = "stretch goal reached" if value <= stretch else "goal reached" if value <= must else "goal missed"
    return f"must {must}, stretch {stretch}: {reached}"


if __name__ == "__main__":
    main()
