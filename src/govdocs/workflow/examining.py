"""Rules and papers: what is found at each meeting, anew or as it was found before, and what only the whole can show."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from govdocs.check.catalogue import RECORD_RULES
from govdocs.check.reach import FAR_RULES, NEAR_RULES
from govdocs.check.rule import Records
from govdocs.check.run import check_documents, find_in_records
from govdocs.compose.blocks import Pack
from govdocs.compose.meeting import compose_meeting
from govdocs.diagnostics import Diagnostic
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting
from govdocs.workflow.answers import Answers
from govdocs.workflow.explain import all_problems
from govdocs.workflow.kept_findings import Found, KeptFindings
from govdocs.workflow.load import Loaded
from govdocs.workflow.settings import Settings
from govdocs.workflow.side_by_side import cores, side_by_side
from govdocs.workflow.supplied import check_supplied
from govdocs.workflow.watched import Notebook, Question, Watched, homes_in, watch

#: So many places to look at are worth a second process.
LEAST_FOR_TWO = 24
#: Places are handed out in small portions, so that no worker is left with many at the end.
PORTION = 8
_RECORDS, _PAPERS = "records", "papers"

#: What to look at: records or papers, and of which meeting.
Spot = tuple[str, str]
#: What was asked to find something, and what was found.
Seen = tuple[frozenset[Question], Found]


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found by the rules over the records, while papers were composed, and by the rules over the papers."""

    in_records: tuple[Diagnostic, ...]
    composing: tuple[Diagnostic, ...]
    in_papers: tuple[Diagnostic, ...]
    packs: tuple[tuple[Meeting, Pack], ...]


@dataclass(frozen=True, slots=True)
class _Examiner:
    """Looks at one meeting after another, and notes what it looks at."""

    settings: Settings
    loaded: Loaded
    library: Watched

    def look(self, spots: Sequence[Spot]) -> list[Seen]:
        """What is found at each of some spots."""
        return [self._records(name) if what == _RECORDS else self._papers(name) for what, name in spots]

    def look_at_whole(self) -> list[Seen]:
        """What the rules find that need to see all records."""
        return [(frozenset(), find_in_records(Records(self.loaded.library, self.loaded.as_of), FAR_RULES))]

    def compose(self, library: Library, meeting: Meeting) -> tuple[Pack, Found]:
        """The papers of a meeting, and what is found."""
        pack, said = compose_meeting(library, meeting, self.settings.root, self.settings.stage)
        return pack, {"composing": said, "papers": (*check_documents([pack]), *check_supplied(pack))}

    def _records(self, at: str) -> Seen:
        """What the rules find that judge each meeting's records by themselves."""
        with self.library.notebook.reader(at) as asked:
            found = find_in_records(Records(self.library, self.loaded.as_of), NEAR_RULES)
        return frozenset(asked | {("folder", at)}), found

    def _papers(self, name: str) -> Seen:
        with self.library.notebook.reader() as asked:
            _, found = self.compose(self.library, self.loaded.library.meetings[name])
        return frozenset(asked | {("folder", name)}), found


def examine_all(
    settings: Settings,
    loaded: Loaded,
    meetings: Sequence[Meeting],
    *,
    packs: bool,
    only: Container[str] | None = None,
) -> Examination:
    """Find everything in all records and in the papers of ``meetings``.

    What was found before is found again where nothing has changed that was looked at, if it is known what the records
    were read from. With ``packs`` the papers are composed in any case, and returned. Where ``only`` some meetings are
    asked for, rules that judge each meeting by itself leave out the others.
    """
    kept = _kept(settings, loaded)
    examiner = _Examiner(settings, loaded, watch(loaded.library, Notebook()))
    homes = [at for at in homes_in(loaded.library) if only is None or at in only]
    spots = [*((_RECORDS, at) for at in homes), *((_PAPERS, one.id) for one in meetings if not packs)]
    found = {spot: kept[spot[0]].find(spot[1]) for spot in spots}
    todo = [spot for spot in spots if found[spot] is None]
    portions = [todo[at : at + PORTION] for at in range(0, len(todo), PORTION)]
    jobs: list[Callable[[], list[Seen]]] = [examiner.look_at_whole]
    jobs += [partial(examiner.look, portion) for portion in portions]
    (whole,), *looks = side_by_side(jobs, cores() if len(todo) >= LEAST_FOR_TWO else 1)
    for spot, (asked, anew) in zip(todo, (one for look in looks for one in look), strict=True):
        found[spot] = anew
        kept[spot[0]].put(spot[1], asked, anew)
    for each in kept.values():
        each.save(frozenset(homes_in(loaded.library)))
    composed = [(meeting, *examiner.compose(loaded.library, meeting)) for meeting in meetings if packs]
    in_papers = [found[_PAPERS, one.id] or {} for one in meetings if not packs] + [said for _, _, said in composed]
    return Examination(
        _by_rule([whole[1], *(found[_RECORDS, at] or {} for at in homes)]),
        tuple(finding for each in in_papers for finding in each.get("composing", ())),
        tuple(finding for each in in_papers for finding in each.get("papers", ())),
        tuple((meeting, pack) for meeting, pack, _ in composed),
    )


def _kept(settings: Settings, loaded: Loaded) -> Mapping[str, KeptFindings]:
    """What was found before: by rules on the day, and in papers at the stage."""
    root = settings.root if loaded.seen is not None else None
    answers, problems = Answers(loaded.library, loaded.seen or {}, settings.root), all_problems()
    return {
        _RECORDS: KeptFindings(root, (_RECORDS, loaded.as_of.isoformat()), answers, problems),
        _PAPERS: KeptFindings(root, (_PAPERS, settings.stage.value), answers, problems),
    }


def _by_rule(found: Iterable[Found]) -> tuple[Diagnostic, ...]:
    """All findings in the order of the rules; those of one rule in the order in which they were found."""
    gathered: dict[str, list[Diagnostic]] = {rule.problem.code: [] for rule in RECORD_RULES}
    for each in found:
        for code, findings in each.items():
            gathered[code] += findings
    return tuple(finding for findings in gathered.values() for finding in findings)
