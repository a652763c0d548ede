"""`python -m benchmarks`: the workload through govdocs and through WeasyPrint alone, in turn, in one run."""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

from benchmarks.commands import COMMANDS, run_command
from benchmarks.workload import PAGES

GOALS = {"cold": (0.55, 0.35)}
"""Of the yardstick's time: what must be reached, and what would be good."""
TITLES = {
    "plain": "yardstick: one tagged PDF, WeasyPrint alone",
    "cold": "govdocs, cold: PDF + DOCX + bound pack",
    "word": "govdocs: DOCX alone, one process",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--repeat", type=int, default=3, help="runs of each job; medians are printed (default 3)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="worker processes (default: all cores)")
    parser.add_argument("--scale", type=float, default=1, help="a pack that many times as long (default 1)")
    settings = parser.parse_args(arguments)
    papers = scale_papers(settings.scale)
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, ", end="")
    print(f"{os.cpu_count()} cores, {settings.jobs} workers, {settings.repeat} runs each, in turn\n")
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in TITLES}
    waits: dict[str, list[float]] = {title: [] for title in COMMANDS}
    for _ in range(settings.repeat):
        # In turn, so that a noisy neighbour slows all of them down alike.
        for name, results in runs.items():
            results.append(run_job(name, settings.jobs, papers))
        for title, seconds in waits.items():
            seconds.append(run_command(COMMANDS[title]))
    medians = {name: median(results) for name, results in runs.items()}
    print("\n".join(table(medians)))
    print("\nThe example of this repository")
    for title, seconds in waits.items():
        print(f"{title:46}{statistics.median(seconds):8.2f}")


def scale_papers(scale: float) -> list[int]:
    """The papers' lengths for a pack of another length: more papers, or fewer, rather than longer ones."""
    wanted = round(sum(PAGES) * scale)
    papers: list[int] = []
    while sum(papers) < wanted:
        papers.append(PAGES[len(papers) % len(PAGES)])
    return papers


def run_job(name: str, workers: int, papers: Sequence[int]) -> dict[str, float]:
    """One job in a fresh process; ``seconds`` is what a user would wait, from start to end."""
    command = [sys.executable, "-m", "benchmarks.jobs", name, str(workers), ",".join(map(str, papers))]
    started = time.perf_counter()
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - started
    return {"seconds": seconds, **json.loads(done.stdout)}


def median(results: Sequence[dict[str, float]]) -> dict[str, float]:
    """The median of each fact."""
    return {fact: statistics.median(result[fact] for result in results) for fact in results[0]}


def table(medians: dict[str, dict[str, float]]) -> list[str]:
    """The lines to print."""
    yardstick = medians["plain"]["seconds"]
    lines = [f"{'':46}{'seconds':>8}{'ratio':>7}{'pages':>7}{'CPU s':>8}{'MiB':>6}{'worker':>8}"]
    for name, title in TITLES.items():
        facts = medians[name]
        pages = f"{facts['pages']:.0f}" if "pages" in facts else "-"
        lines.append(
            f"{title:46}{facts['seconds']:8.1f}{facts['seconds'] / yardstick:7.2f}{pages:>7}"
            f"{facts['processor']:8.1f}{facts['parent MiB']:6.0f}{facts['worker MiB']:8.0f}"
        )
    cold, word = medians["cold"], medians["word"]
    lines.append(
        f"\ncold: writing {cold['writing']:.1f} s, binding {cold['binding']:.2f} s, pack {cold['bytes'] / 1e6:.1f} MB; "
        f"DOCX alone without start-up {word['writing']:.2f} s"
    )
    return lines + [goal(name, medians[name]["seconds"] / yardstick) for name in GOALS]


def goal(name: str, ratio: float) -> str:
    """How a ratio stands to its goals."""
    must, stretch = GOALS[name]
    reached = "stretch goal reached" if ratio <= stretch else "goal reached" if ratio <= must else "goal missed"
    return f"{name}: {ratio:.2f} of the yardstick; must {must}, stretch {stretch}: {reached}"


if __name__ == "__main__":
    main()
