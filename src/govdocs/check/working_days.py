"""Days of notice as rules count them: clear days, working days, and the public holidays of a nation."""

from datetime import date, timedelta
from functools import lru_cache

from govdocs.model.registers import Settings
from govdocs.model.seats import Notice

#: What the library of holidays calls the parts of the United Kingdom.
_NATIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}
_SATURDAY = 5
#: Nobody gives longer notice; a search for the last day in time ends there.
_LONGEST = 400


def days_off(settings: Settings, first: date, last: date) -> frozenset[date]:
    """The holidays from ``first`` to ``last``: those that `govdocs.yaml` lists, and those of its nation."""
    listed = frozenset(day for day in settings.holidays if first <= day <= last)
    if settings.nation is None:
        return listed
    of_nation = _public_holidays(settings.nation, first.year, last.year)
    return listed | frozenset(day for day in of_nation if first <= day <= last)


@lru_cache(maxsize=64)
def _public_holidays(nation: str, first: int, last: int) -> frozenset[date]:
    # The library takes a third of a second to load, and few checks count working days.
    from holidays import country_holidays  # noqa: PLC0415

    return frozenset(country_holidays("GB", subdiv=_NATIONS[nation], years=range(first, last + 1)))


def is_working(notice: Notice) -> bool:
    """Whether a rule on notice counts working days."""
    return notice.days in ("working", "clear-working")


def count_notice(sent: date, met: date, notice: Notice, settings: Settings) -> int:
    """The days of notice between sending and meeting, counted as the rule says; below nought where sent afterwards."""
    if sent > met:
        return -(sent - met).days
    clear = notice.days in ("clear", "clear-working")
    days = [sent + timedelta(days=number) for number in range(1, (met - sent).days + (0 if clear else 1))]
    if not is_working(notice):
        return len(days)
    off = days_off(settings, sent, met)
    return sum(1 for day in days if day.weekday() < _SATURDAY and day not in off)


def last_day_for(met: date, notice: Notice, settings: Settings) -> date:
    """The last day on which what the rule is about can go out in time for a meeting."""
    days = (met - timedelta(days=number) for number in range(1, _LONGEST))
    return next((day for day in days if count_notice(day, met, notice, settings) >= (notice.at_least or 0)), met)
