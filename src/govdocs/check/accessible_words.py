"""Rules about words that shut some readers out: codes G955 and G956."""

import re
from collections.abc import Iterator

from govdocs.check.concordance import Sought
from govdocs.check.prose import all_prose
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.papers import PictureBlock

_COLOUR = "red|amber|green|blue|yellow|orange|purple|pink|grey|gray"
#: "the rows in red", "shown in green", "highlighted yellow", "items shaded grey".
_BY_COLOUR = Sought(
    rf"\b(?:(?:shown|marked|highlighted|shaded|coloured|printed|indicated|identified|underlined) (?:in )?(?:{_COLOUR})"
    r"|(?:those|figures|items|rows|cells|text|entries|changes|words|sections|amendments|additions|dates|numbers)"
    rf" (?:shown |marked |written )?in (?:{_COLOUR}))\b(?: (?:text|ink|type|font))?"
    r"(?!\s+(?:rat\w+|status|risk|area|zone|line|paper|book|bin|belt|light|space|route|house)\b)",
    _COLOUR.replace("|", " "),
    re.IGNORECASE,
)
_BY_PLACE = Sought(
    r"\b(?:the (?:box|column|picture|image|chart|panel|figure) (?:on|to|at) the (?:left|right)(?:-hand side)?"
    r"|click (?:here|below|on the (?:red|green|blue) \w+))\b",
    "left right click",
    re.IGNORECASE,
)
_NO_ALT = re.compile(
    r"^(?:image|picture|photo|photograph|figure|graph|chart|logo|diagram|screenshot|img[\w -]*|untitled|alt(?: text)?"
    r"|[\w .-]+\.(?:png|jpe?g|svg|gif))?[\d .]*$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"^(?:an? |the )?(?:image|picture|photo(?:graph)?|graphic) (?:of|showing|shows)\b", re.IGNORECASE)


def look_for_meaning_by_colour(records: Records) -> Iterator[Found]:
    """Checks:
        What a reader is to find is not named by its colour alone, nor by its place on the page.

    Looks at:
        sentences such as "the figures in red", "shown in green", "the box on the left"; ratings that are printed with
        their word (Red, Amber, Green) are no matter of colour.

    Why:
        One man in twelve cannot tell red from green, and a screen reader reads out neither colour nor place.

    Wrong:
        Schemes that are late are shown in red.

    Right:
        Schemes that are late have the word "late" beside them.
    """
    ways = ((_BY_COLOUR, "say it in a word as well, or by a mark"), (_BY_PLACE, "name it by its title or number"))
    for passage in all_prose(records.library):
        likely = [(pattern, hint) for pattern, hint in ways if pattern.may_match(passage.prose.text)]
        for line in passage.lines() if likely else ():
            for pattern, hint in likely:
                for match in pattern.finditer(line.text):
                    what = "colour" if pattern is _BY_COLOUR else "place on the page"
                    message = f"`{match[0]}` is told by its {what} alone; expected words that everybody can follow"
                    yield Found(line.at(match.start()), message, hint, length=len(match[0]))


def look_for_empty_descriptions(records: Records) -> Iterator[Found]:
    """Checks:
        The words for a picture say what it shows: they are not a file's name, "image" or "chart", and do not begin
        with "picture of".

    Looks at:
        `alt` of `picture` blocks.

    Why:
        "IMG_0042.png" is all that a blind reader gets of the picture.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        ```picture
        file: map.png
        alt: map.png
        ```

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        ```picture
        file: map.png
        alt: The parks of Anytown, six along the river and two in the north
        ```
    """
    contents = [part.content for paper in records.library.papers.values() for part in paper.parts]
    contents += [item.content for minutes in records.library.minutes.values() for item in minutes.items]
    for block in (part for content in contents for part in content if isinstance(part, PictureBlock)):
        alt = block.alt.strip()
        if not alt or not (_NO_ALT.match(alt) or _BEGINS.match(alt)):
            continue
        message = f"`{alt}` does not say what the picture shows; expected a short sentence that does"
        if _BEGINS.match(alt):
            message = f"`{alt}` begins by saying that it is a picture, which is read out anyway; expected what it shows"
        yield Found(block.place("alt"), message, "describe what a reader is to see in it", length=len(alt))


RULES: tuple[RecordRule, ...] = (
    record_rule("G955", "told-by-colour-alone", NOTED, look_for_meaning_by_colour, heuristic=True),
    record_rule("G956", "picture-described-emptily", WARNS, look_for_empty_descriptions, heuristic=True),
)
