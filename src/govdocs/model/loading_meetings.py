"""Meetings, their minutes and their papers."""

import re
from collections.abc import Mapping as ReadOnlyMapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from govdocs.diagnostics import Related
from govdocs.model import problems
from govdocs.model.bodies import Body
from govdocs.model.bodies_of_text import IN_MINUTES, Section, cut_at_headings, type_blocks
from govdocs.model.building import nearest, shown
from govdocs.model.loading import Loading
from govdocs.model.loading_papers import PaperFile, load_paper
from govdocs.model.meetings import Meeting
from govdocs.model.minutes import MinuteItem, Minutes, MinutesHeader
from govdocs.model.papers import Paper
from govdocs.model.record import Block
from govdocs.model.renditions import complete_rendition
from govdocs.model.scalars import is_slug, suggest_slug
from govdocs.places import Place
from govdocs.read.nodes import MarkdownFile, Prose

ROOT = "meetings/"
_LANGUAGE = re.compile(r"(?P<stem>.+)\.(?P<language>[a-z]{2,3}(-[A-Z]{2})?)\.md")


@dataclass(slots=True)
class _Folder:
    """The files of one meeting."""

    id: str
    minutes: dict[str, str] = field(default_factory=dict)  # by language
    papers: list[PaperFile] = field(default_factory=list)
    has_meeting: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in the folder of one meeting."""

    meeting: Meeting | None
    minutes: Minutes | None
    papers: dict[str, Paper]


def folder_of(path: str) -> str:
    """The folder of the meeting that a file below ``meetings/`` belongs to, as its path from there."""
    parts = path.removeprefix(ROOT).split("/")
    return "/".join(parts[: parts.index("papers") if "papers" in parts else -1])


def load_folder(loading: Loading, name: str, bodies: ReadOnlyMapping[str, Body]) -> Found:
    """A meeting with its minutes and papers; ``loading`` has the files of its folder."""
    folder = _Folder(name)
    for path in sorted({*loading.sources.files, *loading.sources.broken}):
        inside = path.removeprefix(f"{ROOT}{name}/" if name else ROOT).split("/")
        if inside[0] == "papers" and len(inside) > 1:
            _sort_paper(loading, folder, path, inside[1:])
        else:
            _sort_file(loading, folder, path, inside[-1])
    meeting = _load_meeting(loading, folder)
    body = bodies.get(meeting.lead_body) if meeting is not None else None
    return Found(meeting, _load_minutes(loading, folder), _load_papers(loading, folder, body))


def _sort_file(loading: Loading, folder: _Folder, path: str, name: str) -> None:
    rendition = _LANGUAGE.fullmatch(name)
    if name == "meeting.yaml" and folder.id:
        folder.has_meeting = True
    elif name == "minutes.md":
        folder.minutes[""] = path
    elif rendition and rendition["stem"] == "minutes":
        folder.minutes[rendition["language"]] = path
    else:
        close = nearest(name, ("meeting.yaml", "minutes.md"))
        message = f"`{shown(name)}` is not a file of a meeting; expected `meeting.yaml`, `minutes.md` or `papers/`"
        hint = f"rename it to `{close}`" if close else "move it to `papers/` if it is a paper"
        loading.note(problems.UNKNOWN_FILE, message, Place(path), hint)


def _sort_paper(loading: Loading, folder: _Folder, path: str, below: list[str]) -> None:
    if len(below) > 1 and below[1:] != ["paper.md"] and not (rendition := _LANGUAGE.fullmatch(below[1])):
        return  # data, pictures and appendices of a paper that is a folder
    rendition = _LANGUAGE.fullmatch(below[-1])
    language = rendition["language"] if rendition else ""
    if len(below) > 1:
        name, home = below[0], PurePosixPath(path).parent.as_posix()
    elif path.endswith(".md"):
        name = rendition["stem"] if rendition else below[0].removesuffix(".md")
        home = PurePosixPath(path).parent.as_posix()
    else:
        message = f"`{shown(below[0])}` is not a paper; expected a Markdown file or a folder with `paper.md`"
        hint = "put data into the folder of the paper that prints it"
        loading.note(problems.UNKNOWN_FILE, message, Place(path), hint)
        return
    if not is_slug(name):
        message = f"the paper's name `{shown(name)}` is not an id; expected lower-case letters, digits and hyphens"
        loading.note(problems.BAD_SLUG, message, Place(path), f"rename it to `{suggest_slug(name)}`")
    folder.papers.append(PaperFile(folder.id, name, path, home, language))


def _load_meeting(loading: Loading, folder: _Folder) -> Meeting | None:
    if not folder.has_meeting:
        if folder.papers or folder.minutes:
            path = folder.papers[0].path if folder.papers else next(iter(folder.minutes.values()))
            message = f"there is no `meeting.yaml` in `{ROOT}{folder.id}`; expected one beside minutes and papers"
            loading.note(
                problems.MISSING_FILE, message, Place(path), "add the meeting, or move the file to its meeting"
            )
            loading.broken.add(("meeting", folder.id))
        return None
    file = loading.yaml(f"{ROOT}{folder.id}/meeting.yaml")
    meeting = loading.build(Meeting, file.content) if file is not None else None
    if meeting is None:
        loading.broken.add(("meeting", folder.id))
        return None
    return meeting.set_id(folder.id)


def _load_papers(loading: Loading, folder: _Folder, body: Body | None) -> dict[str, Paper]:
    papers: dict[str, Paper] = {}
    for place in _without_twins(loading, [place for place in folder.papers if not place.language]):
        paper = load_paper(loading, place, body)
        if paper is None:
            continue
        others = [other for other in folder.papers if other.name == place.name and other.language]
        renditions = {other.language: load_paper(loading, other, body, paper) for other in others}
        known = {language: rendition for language, rendition in renditions.items() if rendition is not None}
        papers[paper.id] = replace(paper, renditions=known)
    names = {place.name for place in folder.papers if not place.language}
    for other in folder.papers:
        if other.language and other.name not in names:
            original = "paper.md" if other.path.endswith(f"/paper.{other.language}.md") else f"{other.name}.md"
            _lonely(loading, other.path, other.language, original)
    return papers


def _without_twins(loading: Loading, places: list[PaperFile]) -> list[PaperFile]:
    """The papers, of those that are both file and folder the folder."""
    chosen: dict[str, PaperFile] = {}
    for place in places:
        twin = chosen.get(place.name)
        if twin is not None:
            file, folder = (place, twin) if twin.path.endswith("/paper.md") else (twin, place)
            message = f"the paper `{place.name}` is both a file and a folder; expected one of the two"
            hint = f"delete `{PurePosixPath(file.path).name}`, or the folder"
            loading.note(
                problems.PAPER_TWICE, message, Place(file.path), hint, Related(Place(folder.path), "the folder")
            )
            place = folder  # noqa: PLW2901 (of the two, the folder is kept)
        chosen[place.name] = place
    return list(chosen.values())


def _load_minutes(loading: Loading, folder: _Folder) -> Minutes | None:
    if "" not in folder.minutes:
        for language, path in folder.minutes.items():
            _lonely(loading, path, language, "minutes.md")
        return None
    renditions: dict[str, Minutes] = {}
    minutes = _minutes(loading, folder.id, folder.minutes[""], renditions)
    if minutes is None:
        # What its renditions take over from it is not known either.
        loading.broken.add(("minutes", folder.id))
        return None
    original = loading.markdown(folder.minutes[""])
    for language, path in folder.minutes.items():
        if language and (rendition := _minutes(loading, folder.id, path, {}, original, language)) is not None:
            renditions[language] = rendition
    return minutes


def _lonely(loading: Loading, path: str, language: str, original: str) -> None:
    """A rendition of a document that is not there."""
    message = f"this is the rendition in `{language}` of a document that is not there; expected `{original}` beside it"
    hint = f"add `{original}`, or rename this file to it"
    loading.note(problems.MISSING_FILE, message, Place(path), hint)


def _minutes(
    loading: Loading,
    meeting: str,
    path: str,
    renditions: dict[str, Minutes],
    original: MarkdownFile | None = None,
    language: str = "",
) -> Minutes | None:
    """Minutes, or a rendition of ``original`` in ``language``, which takes over the facts that it leaves out."""
    file: MarkdownFile | None = loading.markdown(path)
    if file is not None and original is not None:
        file = complete_rendition(file, original, (1, 2))
    header = loading.build(MinutesHeader, file.header) if file is not None else None
    if file is None or header is None:
        return None
    content, found = type_blocks(file.body, IN_MINUTES, "minutes", language)
    loading.findings += found
    first, *sections = cut_at_headings(content, (1, 2))
    items = tuple(_item(loading, section) for section in sections)
    _check_items(loading, items)
    return Minutes(meeting, path, header, first.content, items, renditions)


def _item(loading: Loading, section: Section) -> MinuteItem:
    bare = not section.id and is_slug(section.words)
    if section.level == 1:
        message = f"the heading `# {shown(section.words)}` stands in minutes; expected items under `##`"
        loading.note(problems.MISPLACED_HEADING, message, section.place, "begin it with `##`")
    elif not bare and not is_slug(section.id):
        found = f"the id `{shown(section.id)}`" if section.id else "no id"
        message = f"the item `{shown(section.words)}` has {found}; expected the id of the agenda's entry"
        hint = f"write `## {shown(section.words)} {{#{suggest_slug(section.id or section.words)}}}`"
        loading.note(problems.MISPLACED_HEADING, message, section.place, hint)
    content: tuple[Prose | Block, ...] = section.content
    return MinuteItem(section.name, "" if bare else section.words, content, section.place)


def _check_items(loading: Loading, items: tuple[MinuteItem, ...]) -> None:
    seen: dict[str, MinuteItem] = {}
    for item in items:
        if item.id in seen:
            message = f"the item `{item.id}` is here a second time; expected each item once"
            related = Related(seen[item.id].place, "it is here first")
            hint = "join the two, or give the second one an id of its own with a block `item`"
            loading.note(problems.DUPLICATE_ID, message, item.place, hint, related)
        seen.setdefault(item.id, item)
