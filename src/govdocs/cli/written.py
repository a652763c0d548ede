"""What a command has added, and what to do next."""

from rich.console import Console

from govdocs.workflow.scaffold import Added


def show_added(added: Added) -> None:
    """List what was written and changed, what to know about it, and last what to do next."""
    console = Console(highlight=False, markup=False)
    for path in added.written:
        console.print(f"wrote {path.relative_to(added.root).as_posix()}", soft_wrap=True)
    for path, line in added.changed:
        console.print(f"added `{line}` to {path.relative_to(added.root).as_posix()}", soft_wrap=True)
    for remark in added.remarks:
        console.print(f"note: {remark}", soft_wrap=True)
    console.print(f"Next: {added.next_step}", soft_wrap=True)
