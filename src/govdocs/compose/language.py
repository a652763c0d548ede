"""The words of the calendar and of counting, by language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Names of months and weekdays (Monday first), and what stands behind a day's number."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    ordinals: Mapping[int, str]
    ordinal: str
    am: str = "am"
    pm: str = "pm"


_ENGLISH = CalendarWords(
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ordinals={1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"},
    ordinal="th",
)  # fmt: skip

_WELSH = CalendarWords(
    months=(
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin",
        "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr",
    ),
    weekdays=("Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul"),
    ordinals={
        1: "af", 2: "ail", 3: "ydd", 4: "ydd", 5: "ed", 6: "ed", 11: "eg", 13: "eg", 14: "eg", 16: "eg", 17: "eg",
        19: "eg", **dict.fromkeys(range(21, 32), "ain"),
    },
    ordinal="fed",
    am="yb",
    pm="yp",
)  # fmt: skip

_LANGUAGES = {"en": _ENGLISH, "cy": _WELSH}


def calendar_in(words: Mapping[str, str], language: str) -> CalendarWords:
    """The words of the calendar that templates set: ``months`` and ``weekdays`` (Monday first), with commas between.

    ``ordinals`` are what stands behind the numbers of days, one for each day or one for all; ``am`` and ``pm`` stand
    behind hours. What is not set is as usual in ``language``.
    """
    usual = calendar_words(language)
    months, weekdays, ordinals = (
        tuple(word.strip() for word in words[name].split(",")) if words.get(name) else ()
        for name in ("months", "weekdays", "ordinals")
    )
    return CalendarWords(
        months=months if len(months) == len(usual.months) else usual.months,
        weekdays=weekdays if len(weekdays) == len(usual.weekdays) else usual.weekdays,
        ordinals=dict(enumerate(ordinals, start=1)) if ordinals else usual.ordinals,
        ordinal=ordinals[-1] if ordinals else usual.ordinal,
        am=words.get("am", usual.am),
        pm=words.get("pm", usual.pm),
    )


def calendar_words(language: str) -> CalendarWords:
    """The words of a BCP 47 language; English where there are none for it."""
    return _LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), _ENGLISH)
