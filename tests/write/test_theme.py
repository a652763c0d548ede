"""The theme: what a body may change, and what it is told when it may not."""

from dataclasses import fields

import pytest

from govdocs.places import Place
from govdocs.write.theme import LEAST_CONTRAST, as_tokens, build_theme, built_in_theme, contrast

HERE = Place("records/bodies/ccb.yaml", 40, 3)


def found(tokens: dict[str, object]) -> list[tuple[str, str, str]]:
    return [(each.problem.code, each.message, each.hint) for each in build_theme(tokens, HERE)[1]]


def test_a_body_changes_what_it_names_and_nothing_else() -> None:
    theme, problems = build_theme({"type": {"body_pt": 12}, "tones": {"amber": {"fill": "#FFD24D"}}}, HERE)
    assert problems == ()
    assert (theme.type.body_pt, theme.tones.amber.fill) == (12.0, "#FFD24D")
    changed, usual = as_tokens(theme), as_tokens(built_in_theme())
    changed["type"]["body_pt"], changed["tones"]["amber"]["fill"] = 11.0, "#FFC20E"
    assert changed == usual


def test_a_misspelt_token_is_answered_with_the_nearest() -> None:
    assert found({"type": {"body_pts": 12}}) == [
        ("G940", "the theme has no token `type.body_pts`", "write `body_pt`"),
    ]
    code, message, hint = found({"zebra": True})[0]
    assert (code, message) == ("G940", "the theme has no token `zebra`")
    assert "`page`" in hint


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        ({"type": {"body_pt": "12pt"}}, "theme token `type.body_pt` is `12pt`; expected a number from 9 to 24"),
        ({"type": {"dashboard_pt": 6}}, "theme token `type.dashboard_pt` is `6`; expected a number from 7.5 to 18"),
        ({"page": {"margin_mm": True}}, "theme token `page.margin_mm` is `True`; expected a number from 8 to 60"),
        (
            {"colours": {"heading": "navy"}},
            "theme token `colours.heading` is `navy`; expected a colour such as `#003A70`",
        ),
        ({"type": {"family": "Comic Sans"}}, "theme token `type.family` is `Comic Sans`; expected `Liberation Sans`"),
        ({"lists": {"bullet": " "}}, "theme token `lists.bullet` is ` `; expected a text that is not empty"),
        ({"tones": "bright"}, "theme token `tones` is `bright`; expected a group of tokens"),
    ],
)
def test_a_bad_value_is_told_and_left_out(tokens: dict[str, object], message: str) -> None:
    theme, problems = build_theme(tokens, HERE)
    assert [each.message for each in problems] == [message]
    assert theme == built_in_theme()


def test_the_place_of_each_token_is_told() -> None:
    places = {"type.body_pt": Place("records/bodies/ccb.yaml", 44, 9)}
    (problem,) = build_theme({"type": {"body_pt": 3}}, places.__getitem__)[1]
    assert problem.place == Place("records/bodies/ccb.yaml", 44, 9)


def test_pale_text_is_an_error() -> None:
    (problem,) = build_theme({"tones": {"amber": {"text": "#FFFFFF"}}}, HERE)[1]
    assert problem.problem.code == "G942"
    assert problem.message == "`tones.amber.text` is `#FFFFFF` on `#FFC20E`, a contrast of 1.6; expected 4.5 or more"


def test_contrast_is_the_ratio_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == pytest.approx(4.48, abs=0.01)


def test_the_built_in_theme_reads_well() -> None:
    theme = built_in_theme()
    for tone in fields(theme.tones):
        look = getattr(theme.tones, tone.name)
        assert contrast(look.text, look.fill) >= LEAST_CONTRAST
    assert build_theme({"type": {"body_pt": 11}}, HERE)[1] == ()
    assert theme.type.dashboard_pt >= 7.5
