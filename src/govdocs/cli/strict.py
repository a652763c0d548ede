"""Commands that drop nothing of what was typed: an option of which only the last would count is taken once."""

from collections import Counter

import click


class StrictCommand(click.Command):
    """A command that refuses an option with one value where it is given twice."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises:
            click.UsageError: as every command does, and for an option that is given twice.
        """
        if not ctx.resilient_parsing and args:
            _, _, given = self.make_parser(ctx).parse_args(args=list(args))
            for option, times in Counter(given).items():
                if times > 1 and isinstance(option, click.Option) and not (option.multiple or option.is_flag):
                    ctx.fail(f"Option '{option.opts[0]}' is given {times} times; expected it once.")
        return super().parse_args(ctx, args)


class StrictGroup(click.Group):
    """A group whose commands are all so."""

    command_class = StrictCommand
