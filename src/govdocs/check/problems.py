"""The kinds of finding of this phase that no rule makes."""

from govdocs.check.waivers import WAIVER_EXPIRED, WAIVER_UNKNOWN_RULE, WAIVER_UNUSED

__all__ = ["WAIVER_EXPIRED", "WAIVER_UNKNOWN_RULE", "WAIVER_UNUSED"]
