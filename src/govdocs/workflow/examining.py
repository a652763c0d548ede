"""Rules and papers: what is found at each meeting, anew or as it was found before, and what only the whole can show."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from govdocs.check.catalogue import RECORD_RULES
from govdocs.check.reach import FAR_RULES, LOOKING, NEAR_RULES, TELLING
from govdocs.check.rule import Fact, Records
from govdocs.check.run import check_documents, find_in_records, tell_facts
from govdocs.compose.blocks import Pack
from govdocs.compose.meeting import compose_meeting
from govdocs.diagnostics import Diagnostic
from govdocs.model.library import Library
from govdocs.model.meetings import Meeting
from govdocs.workflow.answers import Answers
from govdocs.workflow.explain import all_problems
from govdocs.workflow.kept_findings import Facts, Found, KeptFindings, Sight
from govdocs.workflow.load import Loaded
from govdocs.workflow.settings import Settings
from govdocs.workflow.side_by_side import cores, left_alone, side_by_side
from govdocs.workflow.supplied import check_supplied
from govdocs.workflow.watched import Notebook, Question, Watched, WatchedRecords, homes_in, watch

#: So many places to look at are worth a second process.
LEAST_FOR_TWO = 24
#: Places are handed out in small portions, so that no worker is left with many at the end.
PORTION = 8
_RECORDS, _FACTS, _PAPERS = "records", "facts", "papers"

#: What to look at, and of which meeting: records by rules and for facts, for facts alone, or papers.
Spot = tuple[str, str]
#: What was asked to see something at a spot, and what was seen.
Seen = tuple[Spot, frozenset[Question], Sight]


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
        """What is seen at some spots."""
        return [
            seen
            for what, name in spots
            for seen in ([self._papers(name)] if what == _PAPERS else self._records(name, judge=what == _RECORDS))
        ]

    def look_at_whole(self, facts: Iterable[Facts]) -> Found:
        """What the rules find that compare meetings, with the facts of all of them."""
        told: dict[str, list[Fact]] = {who.__name__: [] for who in (*TELLING, *LOOKING)}
        for who, several in (each for one in facts for each in one.items()):
            told[who] += several
        return find_in_records(Records(self.loaded.library, self.loaded.as_of, told), FAR_RULES)

    def compose(self, library: Library, meeting: Meeting) -> tuple[Pack, Found]:
        """The papers of a meeting, and what is found."""
        pack, said = compose_meeting(library, meeting, self.settings.root, self.settings.stage)
        return pack, {"composing": said, "papers": (*check_documents([pack]), *check_supplied(pack))}

    def _records(self, at: str, *, judge: bool) -> list[Seen]:
        """The facts of a meeting's records and, to ``judge`` them, what rules find that look at it by itself."""
        with self.library.notebook.reader(at) as noted:
            records = WatchedRecords(self.library, self.loaded.as_of)
            found = find_in_records(records, NEAR_RULES) if judge else {}
            facts = tell_facts(records, TELLING, LOOKING)
        asked = frozenset(noted | {("folder", at)})
        judged: list[Seen] = [((_RECORDS, at), asked, Sight(found))] if judge else []
        return [*judged, ((_FACTS, at), asked, Sight(facts=facts))]

    def _papers(self, name: str) -> Seen:
        with self.library.notebook.reader() as asked:
            _, found = self.compose(self.library, self.loaded.library.meetings[name])
        return (_PAPERS, name), frozenset(asked | {("folder", name)}), Sight(found)


@left_alone()
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
    everywhere = homes_in(loaded.library)
    homes = [at for at in everywhere if only is None or at in only]
    spots = [*((_RECORDS, at) for at in homes), *((_FACTS, at) for at in everywhere)]
    spots += [(_PAPERS, one.id) for one in meetings if not packs]
    known = {(what, at): kept[what].find(at) for what, at in spots}
    sights = {spot: sight for spot, sight in known.items() if sight is not None}
    # What is looked at of one meeting has most of its words in common: these are cut up once, one after the other.
    todo = sorted((spot for spot in spots if spot not in sights), key=lambda spot: spot[1])
    for spot, asked, sight in _look(examiner, todo):
        sights[spot] = sight
        kept[spot[0]].put(spot[1], asked, sight)
    for each in kept.values():
        each.save(frozenset(everywhere))
    whole = examiner.look_at_whole(sights[_FACTS, at].facts for at in everywhere)
    composed = [(meeting, *examiner.compose(loaded.library, meeting)) for meeting in meetings if packs]
    in_papers = [sights[_PAPERS, one.id].found for one in meetings if not packs] + [said for _, _, said in composed]
    return Examination(
        _by_rule([whole, *(sights[_RECORDS, at].found for at in homes)]),
        tuple(finding for each in in_papers for finding in each.get("composing", ())),
        tuple(finding for each in in_papers for finding in each.get("papers", ())),
        tuple((meeting, pack) for meeting, pack, _ in composed),
    )


def _look(examiner: _Examiner, spots: Sequence[Spot]) -> list[Seen]:
    """What is seen at some spots, by all cores where there are many; who looks at records tells the facts as well."""
    judged = {at for what, at in spots if what == _RECORDS}
    todo = [(what, at) for what, at in spots if what != _FACTS or at not in judged]
    jobs = [partial(examiner.look, todo[at : at + PORTION]) for at in range(0, len(todo), PORTION)]
    return [seen for look in side_by_side(jobs, cores() if len(todo) >= LEAST_FOR_TWO else 1) for seen in look]


def _kept(settings: Settings, loaded: Loaded) -> Mapping[str, KeptFindings]:
    """What was seen before: by rules and for facts, and in papers at the stage."""
    root = settings.root if loaded.seen is not None else None
    answers, problems = Answers(loaded.library, loaded.seen or {}, settings.root, loaded.as_of), all_problems()
    return {
        _RECORDS: KeptFindings(root, (_RECORDS,), answers, problems),
        _FACTS: KeptFindings(root, (_FACTS,), answers, problems),
        _PAPERS: KeptFindings(root, (_PAPERS, settings.stage.value), answers, problems),
    }


def _by_rule(found: Iterable[Found]) -> tuple[Diagnostic, ...]:
    """All findings in the order of the rules; those of one rule in the order in which they were found."""
    gathered: dict[str, list[Diagnostic]] = {rule.problem.code: [] for rule in RECORD_RULES}
    for each in found:
        for code, findings in each.items():
            gathered[code] += findings
    return tuple(finding for findings in gathered.values() for finding in findings)
