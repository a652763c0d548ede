import importlib
import pkgutil
import random
import re
import string
from collections.abc import Callable
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import govdocs.check
from govdocs.check.acronyms import _EXPLAINED, _OR_SHORT, _SHORT_LIKE, SHORT
from govdocs.check.concordance import Concordance, Sought
from govdocs.check.first_letters import IN_BRACKETS
from govdocs.check.forms_of_names import _CODE, _CODE_LIKE
from govdocs.check.names import _TITLED as _TITLED_SURNAME
from govdocs.check.people_in_prose import _TITLED, has_title
from govdocs.check.spoken import _ATTRIBUTED, _SPEAKS
from govdocs.check.typed_marks import _PROMPT, _PROMPT_LIKE

SAMPLES = 300


def all_sought() -> list[tuple[str, Sought]]:
    """Every pattern with cues at the top of a module of rules."""
    found: dict[Sought, str] = {}
    for module in pkgutil.iter_modules(govdocs.check.__path__):
        for name, value in vars(importlib.import_module(f"govdocs.check.{module.name}")).items():
            several = value if isinstance(value, tuple) else (value,)
            found |= {one: f"{module.name}.{name}" for one in several if isinstance(one, Sought)}
    return [(name, sought) for sought, name in found.items()]


class Texts:
    """Makes texts that a pattern matches, but for what it looks at around them."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.random = pattern, random.Random(pattern.pattern)  # noqa: S311 - no secrets
        self.groups: dict[int, str] = {}

    def make(self) -> str:
        return self._make(parser.parse(self.pattern.pattern, self.pattern.flags & ~re.UNICODE))

    def _make(self, parts: Any) -> str:
        return "".join(self._one(op, value) for op, value in parts)

    def _one(self, op: Any, value: Any) -> str:
        if op is ops.LITERAL:
            return chr(value)
        if op is ops.NOT_LITERAL:
            return self.random.choice([each for each in "ab 1" if ord(each) != value])
        if op is ops.ANY:
            return self.random.choice("ab 1")
        if op is ops.IN:
            return self._sign(value)
        if op is ops.BRANCH:
            return self._make(self.random.choice(value[1]))
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            least, most, inner = value
            return "".join(self._make(inner) for _ in range(self.random.randint(least, min(most, least + 3))))
        if op is ops.SUBPATTERN:
            made = self._make(value[3])
            self.groups[value[0]] = made
            return made
        if op is ops.GROUPREF:
            return self.groups[value]
        assert op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT), op
        return ""

    def _sign(self, choices: Any) -> str:
        wanted = re.compile("[" + "".join(self._class(op, value) for op, value in choices) + "]", self.pattern.flags)
        return self.random.choice([sign for sign in string.printable + "£–“”’" if wanted.fullmatch(sign)])

    def _class(self, op: Any, value: Any) -> str:
        if op is ops.NEGATE:
            return "^"
        if op is ops.LITERAL:
            return re.escape(chr(value))
        if op is ops.RANGE:
            return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        return {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}[str(value)]


@pytest.mark.parametrize(("name", "sought"), all_sought())
def test_whatever_a_pattern_matches_holds_a_cue_of_it(name: str, sought: Sought) -> None:
    texts = Texts(sought.pattern)
    made = [f"Some {texts.make()}, or so." for _ in range(SAMPLES)]
    matched = [text for text in made if sought.search(text)]
    assert len(matched) > SAMPLES // 20, name
    for text in matched:
        assert sought.may_match(text), f"{name} matches `{text}`, in which none of its cues stands"
        assert Concordance([text], str).holding(sought), text


@pytest.mark.parametrize(
    ("patterns", "may_match"),
    [
        ((_TITLED, _TITLED_SURNAME, _SPEAKS, *_ATTRIBUTED), has_title),
        ((_PROMPT,), _PROMPT_LIKE.search),
        ((_CODE,), _CODE_LIKE.search),
        ((SHORT, IN_BRACKETS, _OR_SHORT, _EXPLAINED), _SHORT_LIKE.search),
    ],
)
def test_whatever_a_pattern_matches_is_likely(
    patterns: tuple[re.Pattern[str], ...], may_match: Callable[[str], object]
) -> None:
    for pattern in patterns:
        texts = Texts(pattern)
        matched = [text for _ in range(SAMPLES) if pattern.search(text := f"Some {texts.make()}, or so.")]
        assert len(matched) > SAMPLES // 20, pattern
        for text in matched:
            assert may_match(text), text


def test_the_entries_that_hold_a_cue_come_in_their_order() -> None:
    entries = Concordance(["Twelve plus one", "Nothing", "It includes 3", "All of it (plus)", "Includes plus"], str)
    assert entries.holding(Sought("x", "plus includ*")) == (
        "Twelve plus one",
        "It includes 3",
        "All of it (plus)",
        "Includes plus",
    )
    assert entries.with_figures() == ("It includes 3",)
    assert entries.holding(Sought("x", "( 0")) == ("It includes 3", "All of it (plus)")
    assert entries.holding(Sought("x", "clud* nothin")) == ()


def test_a_cue_is_a_whole_word_unless_it_says_otherwise() -> None:
    assert Sought("x", "per").may_match("10 per cent")
    assert not Sought("x", "per").may_match("10 percent")
    assert Sought("x", "per*").may_match("10 PERCENT")
    assert Sought("x", "0").may_match("room B12")
