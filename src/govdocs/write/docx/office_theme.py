"""The part ``word/theme/theme1.xml``: the colours and the font that Word offers to whoever goes on editing."""

from govdocs.write.docx.lengths import colour
from govdocs.write.docx.markup import DECLARATION, quote
from govdocs.write.theme import Theme

_PLAIN_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_PLAIN_LINE = f'<a:ln w="6350">{_PLAIN_FILL}</a:ln>'
_NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def office_theme_xml(theme: Theme) -> str:
    """The theme's colours under Office's twelve names, its Word font for headings and text alike."""
    colours, tones = theme.colours, theme.tones
    scheme = {
        "dk1": colours.text,
        "lt1": "#FFFFFF",
        "dk2": colours.heading,
        "lt2": colours.head_fill,
        "accent1": colours.heading,
        "accent2": tones.red.fill,
        "accent3": tones.green.fill,
        "accent4": tones.amber.fill,
        "accent5": tones.blue.fill,
        "accent6": colours.muted,
        "hlink": colours.link,
        "folHlink": colours.link,
    }
    inks = "".join(f'<a:{name}><a:srgbClr val="{colour(value)}"/></a:{name}>' for name, value in scheme.items())
    font = f'<a:latin typeface="{quote(theme.type.word_family)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Board papers">'
        f'<a:themeElements><a:clrScheme name="Board papers">{inks}</a:clrScheme>'
        f'<a:fontScheme name="Board papers"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Board papers"><a:fillStyleLst>{_PLAIN_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_PLAIN_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_NO_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_PLAIN_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
