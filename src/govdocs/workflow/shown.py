"""The records as an audience may see them."""

from collections.abc import Iterable
from dataclasses import replace

from govdocs.diagnostics import Diagnostic, Severity, Stage
from govdocs.publish.audience import MEMBERS, filter_library
from govdocs.publish.problems import DRAFT_MAY_DISCLOSE
from govdocs.workflow.load import Loaded


def show_to(loaded: Loaded, audience: str) -> Loaded:
    """``loaded`` without what is closed to the audience; the same object where nothing is."""
    filtered = filter_library(loaded.library, audience)
    if not filtered.withheld:
        return loaded
    return replace(loaded, library=filtered.library, sources=loaded.sources.without(filtered.withheld))


def check_disclosure(
    loaded: Loaded, findings: Iterable[Diagnostic], stage: Stage, audience: str
) -> tuple[Diagnostic, ...]:
    """What stops papers for those who may not see everything: a record that may close something and is not understood.

    Only drafts come so far, for errors stop everything else.
    """
    library = loaded.library
    closing = (body.grounds or any(not session.open for session in body.sessions) for body in library.bodies.values())
    closes = any(closing) or any(kind == "body" for kind, _ in library.broken)
    unread = [one for one in findings if one.problem.code[:2] in ("G1", "G2") and one.severity(stage) == Severity.ERROR]
    if audience == MEMBERS or not closes or not unread:
        return ()
    message = "this cannot be understood, and may close something; expected sound records before a draft for everybody"
    hint = f"put it right, or build the draft for those who may see everything: `--audience {MEMBERS}`"
    return (Diagnostic(DRAFT_MAY_DISCLOSE, message, unread[0].place, hint, length=unread[0].length),)
