"""The command `govdocs`: what it can do, and the one boundary where errors become words and exit statuses."""

import difflib
import errno
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click
from rich.console import Console

from govdocs import __version__
from govdocs.errors import CannotGoOnError

#: Exit statuses: nothing at or above the threshold; findings; wrong usage or cannot go on; a fault of the program;
#: interrupted.
CLEAN, FINDINGS, CANNOT_GO_ON, FAULT, INTERRUPTED = 0, 1, 2, 3, 130

#: Name to module and one line of help. Modules are loaded when their command is run, so that ``--version`` and
#: completion need not wait for the PDF engine.
COMMANDS = {
    "check": ("govdocs.cli.check", "Check the records against each other and the rules of governance."),
    "build": ("govdocs.cli.build", "Check the records, then build the papers and the pack."),
    "verify": ("govdocs.cli.verify", "Say whether papers are exactly what was built, or what a commit gives."),
    "explain": ("govdocs.cli.explain", "Explain a finding: what it checks, why, and how to put it right."),
    "init": ("govdocs.cli.init", "Begin: lay out an empty folder for a first body."),
    "schema": ("govdocs.cli.schema", "Write JSON Schemas, so that editors complete keys and ids."),
    "new": ("govdocs.cli.new", "Add a body, a meeting, a paper or minutes, ready to be filled in."),
}


class CommandsOnDemand(click.Group):
    """A group that loads a command's module when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which a newcomer meets them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name the nearest."""
        close = difflib.get_close_matches(args[0], COMMANDS, n=1)
        if args[0] not in COMMANDS and close and not args[0].startswith("-"):
            ctx.fail(f"There is no command '{args[0]}'; did you mean '{close[0]}'?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without loading them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.group(
    cls=CommandsOnDemand,
    epilog="""\b
Examples:
  govdocs init                      begin in an empty folder
  govdocs check                     what is wrong, where, and what to do
  govdocs build                     papers and pack of every current meeting
  govdocs build ccb/2018-06-21      one meeting
  govdocs explain paper-missing     what a finding means

\b
Completion for your shell (bash shown; zsh and fish work the same way):
  eval "$(_GOVDOCS_COMPLETE=bash_source govdocs)"

Exit status: 0 all well, 1 findings, 2 wrong usage or cannot go on, 3 a fault of govdocs, 130 interrupted.""",
)
@click.version_option(__version__, prog_name="govdocs")
def commands() -> None:
    """Governing-body papers from text records: checked, then built as accessible PDF, Word and HTML."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; no exception leaves here."""
    try:
        status = commands.main(
            args=list(arguments) if arguments is not None else None, prog_name="govdocs", standalone_mode=False
        )
    except click.exceptions.Exit as done:
        return done.exit_code
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the boundary: all that is raised becomes words
        return _explain(error)
    return status if isinstance(status, int) else CLEAN


def _explain(error: BaseException) -> int:
    """Say what stopped the command, and give the exit status for it."""
    match error:
        case KeyboardInterrupt() | click.Abort(__cause__=KeyboardInterrupt()):
            _say("stopped; nothing half-written is left behind")
            return INTERRUPTED
        case click.ClickException():
            error.show()
            return CANNOT_GO_ON
        case CannotGoOnError():
            return _cannot_go_on(error.message, error.hint)
        case BrokenPipeError():
            # The reader of our output (a pager, `head`) has gone: nobody is left to tell.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return CLEAN
        case OSError() | MemoryError() if reason := _shortage(error):
            return _cannot_go_on(reason, "make room, then try again; nothing half-written is left behind")
    return _report_fault("".join(traceback.format_exception(error)))


def _cannot_go_on(message: str, hint: str) -> int:
    _say(f"cannot go on: {message}")
    if hint:
        _say(f"  hint: {hint}")
    return CANNOT_GO_ON


def _shortage(error: OSError | MemoryError) -> str:
    """What the computer ran short of, wherever it happened: no fault of govdocs. Empty for anything else."""
    if isinstance(error, MemoryError) or error.errno == errno.ENOMEM:
        return "there is not enough memory"
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EMFILE, errno.ENFILE}:
        return f"nothing can be written{f' to {error.filename}' if error.filename else ''}: {error.strerror}"
    return ""


def _say(words: str) -> None:
    Console(stderr=True, highlight=False, markup=False).print(words, soft_wrap=True)


def _report_fault(details: str) -> int:
    """Keep the traceback in a file that can be sent along, and say so."""
    content = f"govdocs {__version__}\nPython {sys.version}\n{sys.platform}\n\n{details}"
    try:
        with tempfile.NamedTemporaryFile("w", prefix="govdocs-fault-", suffix=".txt", delete=False) as file:
            file.write(content)
        where = f"the details are in {Path(file.name)}; please send that file to whoever looks after govdocs for you"
    except OSError:
        where = details
    _say(f"this is a fault in govdocs, not in your records: {details.strip().splitlines()[-1]}")
    _say(f"  {where}")
    return FAULT


def run() -> None:
    """The console script."""
    sys.exit(main())
