"""`govdocs new`: add a body, a meeting, a paper, minutes or terms of reference."""

from pathlib import Path

import click

from govdocs.cli.options import folder_option, read_settings
from govdocs.cli.strict import StrictGroup
from govdocs.cli.written import show_added
from govdocs.diagnostics import Stage
from govdocs.workflow.add import add_body
from govdocs.workflow.add_meeting import MeetingWishes, add_meeting
from govdocs.workflow.add_minutes import add_minutes
from govdocs.workflow.add_paper import PaperWishes, add_paper
from govdocs.workflow.add_terms import add_terms
from govdocs.workflow.scaffold import Added
from govdocs.workflow.schemas import refresh_schemas
from govdocs.workflow.settings import Settings


@click.group(
    "new",
    cls=StrictGroup,
    epilog="""\b
Examples:
  govdocs new body council --name "Town Council"
  govdocs new meeting council 2026-09-15
  govdocs new paper council/2026-09-15 playground --title "The playground"
  govdocs new minutes council/2026-09-15
  govdocs new terms council""",
)
def command() -> None:
    """Add a body, a meeting, a paper, minutes or terms of reference, ready to be filled in.

    Nothing that is there is overwritten.
    """


@command.command(
    "body",
    short_help="Write the record of a new body.",
    epilog="""\b
Examples:
  govdocs new body council --name "Town Council"
  govdocs new body board --name "Board of Trustees" --short BoT --chair alex-example""",
)
@click.argument("body_id", metavar="ID")
@click.option("--name", required=True, help="The full name of the body.")
@click.option("--short", help="Its abbreviation (default: the name).")
@click.option("--chair", help="Who chairs it: an id of records/people.yaml, or a name (default: the first there).")
@click.option("--organisation", help="The organisation that it belongs to: an id of records/organisations.yaml.")
@folder_option
def new_body(
    body_id: str, name: str, short: str | None, chair: str | None, organisation: str | None, folder: Path
) -> None:
    """Write the record of a new body, ID: a short word for it, such as council."""
    settings = read_settings(folder, Stage.DRAFT, None)
    _finish(settings, add_body(settings, body_id, name, short, chair, organisation))


@command.command(
    "meeting",
    short_help="Write the agenda of a meeting.",
    epilog="""\b
Examples:
  govdocs new meeting council 2026-09-15
  govdocs new meeting council 2026-09-15 --start 19:00 --venue "Village Hall" --chair alex-example""",
)
@click.argument("body_id", metavar="BODY")
@click.argument("day", metavar="DATE")
@click.option("--start", metavar="HH:MM", help="When it begins (default: as the meeting before).")
@click.option("--venue", help="Where: an id of records/venues.yaml, or words (default: as the meeting before).")
@click.option("--chair", help="Who chairs: an id, or a name (default: whoever holds the chair on that day).")
@click.option("--session", help="Which kind of meeting, where the body has several (default: the first).")
@folder_option
def new_meeting(
    body_id: str,
    day: str,
    start: str | None,
    venue: str | None,
    chair: str | None,
    session: str | None,
    folder: Path,
) -> None:
    """Write the agenda of a meeting of BODY on DATE, with the body's standing items."""
    wishes = MeetingWishes(day, start, venue, chair, session)
    settings = read_settings(folder, Stage.DRAFT, None)
    _finish(settings, add_meeting(settings, body_id, wishes))


@command.command(
    "paper",
    short_help="Write a paper and put it on the agenda.",
    epilog="""\b
Examples:
  govdocs new paper council/2026-09-15 playground --title "The playground"
  govdocs new paper council/2026-09-15 playground --title "The playground" \\
      --author alex-example --verb approve --recommendation "the repair of the swings\"""",
)
@click.argument("meeting", metavar="MEETING")
@click.argument("paper_id", metavar="ID")
@click.option("--title", required=True, help="The title of the paper.")
@click.option("--author", "authors", multiple=True, help="Who writes it: an id, or a name; may be repeated.")
@click.option("--presenter", "presenters", multiple=True, help="Who presents it (default: the authors).")
@click.option("--sponsor", help="Who answers for it.")
@click.option("--verb", help="What the meeting is asked to do: one of the body's verbs (default: approve).")
@click.option("--recommendation", help="What follows the verb.")
@click.option("--form", help="Which of the body's forms (default: the first).")
@folder_option
def new_paper(
    meeting: str,
    paper_id: str,
    title: str,
    authors: tuple[str, ...],
    presenters: tuple[str, ...],
    sponsor: str | None,
    verb: str | None,
    recommendation: str | None,
    form: str | None,
    folder: Path,
) -> None:
    """Write a paper for MEETING, with the cover sheet of its body, and put it on the agenda.

    MEETING is a body and a day, such as council/2026-09-15; ID a short word for the paper, such as playground.
    """
    wishes = PaperWishes(title, authors, presenters, sponsor, verb, recommendation, form)
    settings = read_settings(folder, Stage.DRAFT, None)
    _finish(settings, add_paper(settings, meeting, paper_id, wishes))


@command.command(
    "minutes",
    short_help="Write the skeleton of a meeting's minutes.",
    epilog="""\b
Examples:
  govdocs new minutes council/2026-09-15""",
)
@click.argument("meeting", metavar="MEETING")
@folder_option
def new_minutes(meeting: str, folder: Path) -> None:
    """Write the skeleton of the minutes of MEETING: who was expected, and a heading for every item."""
    settings = read_settings(folder, Stage.DRAFT, None)
    _finish(settings, add_minutes(settings, meeting))


@command.command(
    "terms",
    short_help="Write the terms of reference of a body.",
    epilog="""\b
Examples:
  govdocs new terms council
  govdocs new terms audit --approved-by council --meeting council/2026-09-15""",
)
@click.argument("body_id", metavar="BODY")
@click.option("--approved-by", help="The body that approves them: an id, or a name (default: the body itself).")
@click.option("--meeting", help="A meeting to put them before: also writes the paper with its cover sheet.")
@folder_option
def new_terms(body_id: str, approved_by: str | None, meeting: str | None, folder: Path) -> None:
    """Write terms of reference of BODY, from what its record says: members, quorum, notice, days of meetings."""
    settings = read_settings(folder, Stage.DRAFT, None)
    _finish(settings, add_terms(settings, body_id, approved_by, meeting))


def _finish(settings: Settings, added: Added) -> None:
    """Let editors know of what was added, and say what it was."""
    refresh_schemas(settings)
    show_added(added)
