"""Options that several commands share, and the clock: read here once, handed on as an argument."""

import os
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

import click

from govdocs.diagnostics import Severity, Stage
from govdocs.workflow.settings import Settings, find_root, own_stage

Command = TypeVar("Command", bound=Callable[..., Any])


def stage_option(command: Command) -> Command:
    """``--stage``: how far the papers have come."""
    return click.option(
        "--stage",
        type=click.Choice([stage.value for stage in Stage]),
        help="How far the papers have come: a finding may warn in a draft and stop a publication "
        "(default: as govdocs.yaml says, else circulate).",
    )(command)


def as_of_option(command: Command) -> Command:
    """``--as-of``: the day to judge by."""
    return click.option(
        "--as-of",
        metavar="YYYY-MM-DD",
        help="Judge as of this day instead of today.",
    )(command)


def folder_option(command: Command) -> Command:
    """``--folder``: where the records are."""
    return click.option(
        "--folder",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        default=Path(),
        help="The folder with the records (default: this one, or the nearest above it with a govdocs.yaml).",
    )(command)


def fail_on_option(command: Command) -> Command:
    """``--fail-on``: what counts as failure."""
    return click.option(
        "--fail-on",
        type=click.Choice([str(severity) for severity in reversed(Severity)]),
        default=str(Severity.ERROR),
        show_default=True,
        help="The least grave finding that makes the exit status 1.",
    )(command)


def split_list(typed: Sequence[str]) -> tuple[str, ...]:
    """The values of an option that may be repeated, and hold several with commas between."""
    return tuple(word.strip() for words in typed for word in words.split(",") if word.strip())


def read_settings(folder: Path, stage: str | None, as_of: str | None) -> Settings:
    """The settings of a command; without a ``stage`` the repository's own.

    Raises:
        CannotGoOnError: the folder holds no records.
        click.BadParameter: ``as_of`` or ``SOURCE_DATE_EPOCH`` is no date.
    """
    now, pinned = _read_clock(as_of)
    root = find_root(folder.resolve())
    return Settings(root=root, now=now, pinned=pinned, stage=Stage(stage) if stage else own_stage(root))


def _read_clock(as_of: str | None) -> tuple[datetime, bool]:
    if as_of:
        try:
            return datetime.combine(date.fromisoformat(as_of), time(12), tzinfo=UTC), True
        except ValueError as error:
            raise click.BadParameter(
                f"{as_of!r} is no day; expected year-month-day, such as 2018-06-14", param_hint="--as-of"
            ) from error
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), tz=UTC), True
        except (ValueError, OverflowError, OSError) as error:
            raise click.BadParameter(
                f"the environment variable SOURCE_DATE_EPOCH is {epoch!r}; expected a number of seconds"
            ) from error
    return datetime.now(tz=UTC), False
