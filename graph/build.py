"""Builds a graph directory from files, and takes documents out of it."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph import changes, terms
from graph.apply import Application
from graph.check import check_source
from graph.directory import Directory
from graph.kept_vocabulary import Kept, given, remembered
from graph.manifest import Manifest
from graph.mending import mend_sources
from graph.plan import Plan, plan_build, plan_reading
from graph.planned_reading import Progress, read_planned
from graph.published import open_newest
from graph.reader_version import reader_version
from graph.report import BuildReport, Finding, Refusal
from graph.roots import Collected, collect, nothing_in, shown
from graph.writer import Writer, writing
from ontology.bilingual import Bilingual
from ontology.errors import InputError, NotFoundError, UsageError, VocabularyError
from ontology.identifiers import DEFAULT_BASE
from ontology.nearest import nearest


@dataclass(frozen=True, slots=True)
class Options:
    """How to build.

    Attributes:
        vocabulary: a file, `none`, `shipped`, or None for what the directory remembers (at first: shipped).
        workers: number of processes; None chooses by the amount of work.
        sync: documents no longer in their folder are taken out.
        dry_run: says what would change and changes nothing.
        base_iri: that all identifiers begin with; None: what the directory has.
        check: whether what changed is checked.
        decisions: file of accepted and rejected merges; None: decisions.yaml in the directory, if any.
    """

    vocabulary: Path | str | None = None
    workers: int | None = 1
    sync: bool = False
    dry_run: bool = False
    base_iri: str | None = None
    check: bool = True
    decisions: Path | None = None


def build(
    directory: Path,
    paths: Sequence[Path | str],
    options: Options = Options(),
    progress: Progress | None = None,
) -> BuildReport:
    """Reads files and folders into a graph directory; unchanged documents are skipped, changed ones replaced.

    The directory changes in one step at the end: a build that is ended before leaves the graph before.

    Args:
        directory: made if it is not there.
        paths: files and folders.
        options: how.
        progress: told after every source that is read.

    Raises:
        InputError: there is nothing to read at all.
        GraphError: the directory is locked, foreign, damaged, too new, or can't be written.
        VocabularyError: the vocabulary can't be read.
        UsageError: another base IRI than the directory's was asked for.
    """
    began = time.perf_counter()
    collected = _something(collect(paths), paths, sync=options.sync)
    place = Directory(directory)
    if options.dry_run:
        return _dry_run(place, collected, options, progress, began)
    with writing(place) as writer:
        return _written(writer, collected, options, progress, began)


def _written(
    writer: Writer, collected: Collected, options: Options, progress: Progress | None, began: float
) -> BuildReport:
    place, manifest = writer.directory, _based(writer.manifest, options.base_iri)
    kept = _vocabulary(place, manifest, options, keep=True)
    plan = plan_build(collected, manifest, reader_version(), kept.vocabulary.fingerprint, sync=options.sync)
    mended = mend_sources(place, plan, manifest)
    writer.touch()
    application = Application(
        place, writer.store, manifest, plan, kept, reader_version(), screen=options.check
    )
    read_planned(application, options.workers, progress)
    after = replace(application.finish(), decisions=_decisions(place, options.decisions))
    findings = _checked(application, after) if options.check else ()
    if writer.manifest is None or after != writer.manifest or application.records:
        writer.publish(after)
    else:
        writer.untouched()
    report = _report(application, after, began)
    return replace(report, findings=findings, warnings=(*report.warnings, *mended))


def remove(directory: Path, docs: Sequence[str]) -> BuildReport:
    """Takes documents out of a graph directory, as if they had never been in it.

    Args:
        directory: of the graph.
        docs: names of documents.

    Raises:
        NotFoundError: none of them is there.
        GraphError: as `build`, or there is no graph yet.
    """
    began = time.perf_counter()
    place = Directory(directory)
    open_newest(place).close()
    with writing(place) as writer:
        return _without(writer, docs, began)


def _without(writer: Writer, docs: Sequence[str], began: float) -> BuildReport:
    place, manifest = writer.directory, _based(writer.manifest, None)
    unknown = [doc for doc in dict.fromkeys(docs) if doc not in manifest.documents]
    if len(unknown) == len(set(docs)):
        raise _unknown(unknown, manifest)
    kept = remembered(place, manifest.vocabulary)
    left = {name: record for name, record in manifest.documents.items() if name not in docs}
    plan = Plan(documents=left, removed=sorted(set(docs) - set(unknown)))
    plan_reading(plan, manifest, reader_version(), kept.vocabulary.fingerprint)
    writer.touch()
    application = Application(place, writer.store, manifest, plan, kept, reader_version())
    read_planned(application, 1, None)
    after = replace(application.finish(), refused=manifest.refused, decisions=manifest.decisions)
    writer.publish(after)
    not_there = tuple(Refusal(doc, _unknown([doc], manifest).message) for doc in unknown)
    return replace(
        _report(application, after, began), refused=tuple(application.refused), not_there=not_there
    )


def _something(collected: Collected, paths: Sequence[Path | str], *, sync: bool) -> Collected:
    """Refuses to build from nothing."""
    if collected.files or (sync and collected.roots):
        return collected
    if len(collected.refused) == 1:
        raise InputError(*collected.refused[0].reason)
    raise InputError(*nothing_in(paths))


def _unknown(docs: Sequence[str], manifest: Manifest) -> NotFoundError:
    near = list(dict.fromkeys(name for doc in docs for name in nearest(doc, manifest.documents)))
    names = [shown(doc) for doc in docs]
    zh = f"图里没有文件 {'、'.join(names)}" + (f";相近的有:{'、'.join(near)}" if near else "")
    en = f"the graph holds no document {', '.join(names)}" + (
        f"; the nearest are {', '.join(near)}" if near else ""
    )
    return NotFoundError(zh, en)


def _based(manifest: Manifest | None, base: str | None) -> Manifest:
    if base is not None and not base.endswith(("/", "#")):
        base += "/"
    if manifest is None:
        return Manifest(terms.checked_base(base or DEFAULT_BASE))
    if base not in (None, manifest.base):
        raise UsageError(
            f"此图目录的标识前缀是 {manifest.base},不能改成 {base}:请另建图目录",
            f"this graph directory has the base IRI {manifest.base}, which can't become {base}: "
            "build another directory",
        )
    return manifest


def _vocabulary(place: Directory, manifest: Manifest, options: Options, *, keep: bool) -> Kept:
    if options.vocabulary is None:
        return remembered(place, manifest.vocabulary)
    return given(place, options.vocabulary, keep=keep)


def _decisions(place: Directory, option: Path | None) -> str:
    """A digest of the decisions that a build obeys, empty without any."""
    path = option or place.path / "decisions.yaml"
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError as error:
        if option is None and isinstance(error, FileNotFoundError):
            return ""
        why = error.strerror or str(error)
        raise VocabularyError(
            f"决定文件 {path} 打不开({why}):请检查路径和权限",
            f"the decisions in {path} can't be read ({why}): check the path and its permissions",
        ) from error


def _dry_run(
    place: Directory, collected: Collected, options: Options, progress: Progress | None, began: float
) -> BuildReport:
    """Reads all that a build would read, and changes nothing."""
    snapshot = open_newest(place) if place.is_ours() and place.newest() else None
    try:
        manifest = _based(snapshot.manifest if snapshot else None, options.base_iri)
        kept = _vocabulary(place, manifest, options, keep=False)
        plan = plan_build(
            collected, manifest, reader_version(), kept.vocabulary.fingerprint, sync=options.sync
        )
        store = snapshot.store if snapshot else changes.empty_store()
        application = Application(place, store, manifest, plan, kept, reader_version(), dry=True)
        read_planned(application, options.workers, progress)
        return _report(application, application.finish(), began)
    finally:
        if snapshot:
            snapshot.close()


def _report(application: Application, after: Manifest, began: float) -> BuildReport:
    plan = application.plan
    gained, lost = application.gained_and_lost()
    return BuildReport(
        new=tuple(plan.new),
        replaced=tuple(plan.replaced),
        unchanged=tuple(plan.unchanged),
        removed=tuple(sorted(plan.removed)),
        missing=tuple(sorted(plan.missing)),
        reread=tuple(plan.reread),
        refused=after.refused,
        twins=plan.twins(),
        gained=gained,
        lost=lost,
        documents=len(after.documents),
        warnings=application.kept.warnings + tuple(_renamed(*names) for names in plan.renamed.items()),
        seconds=time.perf_counter() - began,
    )


def _checked(application: Application, after: Manifest) -> tuple[Finding, ...]:
    """What is wrong with the sources that were read, and with their entities."""
    directory, store = application.directory, application.store
    names = after.names_of()
    return tuple(
        finding
        for sha256 in sorted(application.records.keys() & names.keys())
        for finding in check_source(
            directory,
            store,
            after.base,
            sha256,
            names[sha256][0],
            after.sources[sha256].read_as,
            # pySHACL takes longer than reading: it is asked where a quick look found something
            shacl=sha256 in application.suspects,
        )
    )


def _renamed(old: str, new: str) -> Bilingual:
    return Bilingual(
        f"{old} 现名 {new}:另一文件夹里有同名文件",
        f"{old} is now called {new}: another folder holds a file of the same name",
    )
