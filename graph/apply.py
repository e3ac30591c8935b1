"""Carries out a plan: sources are read one by one into the store, then the derived graph follows."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import Store

from graph import changes, terms
from graph.derive.contribute import contribution
from graph.derive.contribution import Contribution
from graph.derive.quads import derived_quads
from graph.derive.source_view import SourceView
from graph.derive.union import unite
from graph.directory import Directory
from graph.kept_vocabulary import Kept
from graph.manifest import Manifest, SourceRecord
from graph.plan import Plan
from graph.read_facts import fact_keys, stored_source
from graph.read_source import SourceReading
from graph.reference import reference_quads, reference_version
from graph.report import Refusal
from graph.shape_screen import seems_to_conform
from graph.shapes import entity_quads
from graph.source_graph import source_quads


class Application:
    """A plan being carried out.

    Args:
        directory: whose sources are kept.
        store: to be changed, or only compared with when `dry`.
        manifest: of the snapshot before.
        plan: what to do.
        kept: the vocabulary.
        reader: version of the reader.
        dry: whether nothing is to be changed.
        screen: whether what is put into the store gets a quick look; `suspects` then holds the sources whose
            shapes may not hold.
    """

    def __init__(
        self,
        directory: Directory,
        store: Store,
        manifest: Manifest,
        plan: Plan,
        kept: Kept,
        reader: str,
        *,
        dry: bool = False,
        screen: bool = False,
    ) -> None:
        self.directory = directory
        self.store = store
        self.before = manifest
        self.plan = plan
        self.kept = kept
        self.reader = reader
        self.dry = dry
        self.screen = screen
        self.suspects: set[str] = set()
        self.records: dict[str, SourceRecord] = {}
        self.refused: list[Refusal] = []
        self._contributions: dict[str, Contribution] = {}
        self._after: dict[str, frozenset[str]] = {}
        self._old = {sha: fact_keys(store, manifest.base, sha) for sha in self._touched()}

    def _touched(self) -> set[str]:
        """Sources read before whose facts may change or go."""
        staying = {record.sha256 for record in self.plan.documents.values()} - self.plan.read.keys()
        return self.before.sources.keys() - staying

    def take(self, reading: SourceReading, data: bytes) -> None:
        """Puts what was read from a source into the store.

        Args:
            reading: of the source.
            data: its bytes, kept before the store speaks of them.
        """
        sha256, base = reading.sha256, self.before.base
        self._after[sha256] = frozenset(fact.id.split("/", 1)[1] for fact in reading.facts)
        self.records[sha256] = self._record(reading)
        if self.dry:
            return
        self.directory.keep_source(sha256, data, reading.text)
        names = self._names()[sha256]
        quads = set(source_quads(reading, names, self.reader, self.kept.vocabulary.fingerprint, base))
        changes.put_source(self.store, base, sha256, quads)
        if self.screen and not seems_to_conform((quad, False) for quad in quads):
            self.suspects.add(sha256)
        view = SourceView(sha256, reading.about, reading.facts, reading.text, self.kept.vocabulary, base)
        self._contributions[sha256] = contribution(view)

    def _record(self, reading: SourceReading) -> SourceRecord:
        about = reading.about
        return SourceRecord(
            reader=self.reader,
            vocabulary=self.kept.vocabulary.fingerprint,
            read_as=reading.name,
            about={
                "title": about.titles[0] if about.titles else None,
                "issuer": about.issuer,
                "number": about.number,
                "date": about.date,
                "region": about.region_name,
            },
            facts=dict(sorted(Counter(fact.kind for fact in reading.facts).items())),
            sentences=reading.sentences,
            with_fact=reading.with_fact,
            silent=reading.silent,
        )

    def refuse(self, sha256: str, refusal: Refusal) -> None:
        """Leaves out a source that could not be read: its documents stay as they were, if they were."""
        for name, record in sorted(self.plan.documents.items()):
            if record.sha256 != sha256:
                continue
            reason = refusal.reason
            self.refused.append(Refusal(name, reason))
            for names in (self.plan.new, self.plan.replaced, self.plan.unchanged):
                if name in names:
                    names.remove(name)
            old = self.before.documents.get(name)
            if old is None or old.sha256 not in self.before.sources:
                del self.plan.documents[name]
            else:
                self.plan.documents[name] = old

    def _names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for name in sorted(self.plan.documents):
            names.setdefault(self.plan.documents[name].sha256, []).append(name)
        return names

    def finish(self) -> Manifest:
        """Brings names, departed sources, the derived and the reference graph in line.

        Returns:
            the manifest of what the directory is to hold.
        """
        names = self._names()
        sources = {sha: self.records.get(sha) or self.before.sources[sha] for sha in names}
        if not self.dry:
            self._finish_store(names)
        return Manifest(
            base=self.before.base,
            vocabulary=self.kept.name,
            fingerprint=self.kept.vocabulary.fingerprint,
            reference=reference_version(self.kept.vocabulary),
            documents=dict(sorted(self.plan.documents.items())),
            sources=sources,
            refused=tuple(sorted({*self.plan.refused, *self.refused})),
        )

    def _finish_store(self, names: dict[str, list[str]]) -> None:
        store, base, vocabulary = self.store, self.before.base, self.kept.vocabulary
        for sha256 in {*self.before.sources, *self.records} - names.keys():
            changes.drop_graph(store, terms.source(base, sha256))
            self._contributions.pop(sha256, None)
        for sha256, known_as in names.items():
            changes.put_names(store, base, sha256, known_as)
            if sha256 not in self._contributions:
                self._contributions[sha256] = self._stored(sha256, known_as[0])
        if self.before.reference != reference_version(vocabulary):
            changes.put_graph(store, terms.reference(base), reference_quads(vocabulary, base))
        union = unite(self._contributions.values(), vocabulary.regions, base)
        quads = set(derived_quads(union, base))
        changes.put_graph(store, terms.derived(base), quads)
        if self.screen and not seems_to_conform(entity_quads(store, base, quads, names)):
            self.suspects.update(self.records)

    def _stored(self, sha256: str, name: str) -> Contribution:
        base = self.before.base
        stored = stored_source(self.store, base, sha256, name)
        text = self.directory.text(sha256)
        view = SourceView(sha256, stored.about, stored.facts, text, self.kept.vocabulary, base)
        return contribution(view)

    def gained_and_lost(self) -> tuple[int, int]:
        """Facts that documents hold now and did not before, and the other way round."""
        renamed = {new: old for old, new in self.plan.renamed.items()}
        gained = lost = 0
        for name, record in self.plan.documents.items():
            old = self.before.documents.get(renamed.get(name, name))
            then = self._old.get(old.sha256) if old else frozenset[str]()
            now = self._after.get(record.sha256)
            if then is None and now is None:
                continue  # the same source, not read again
            had = then if then is not None else self._unchanged(old.sha256 if old else "")
            has = now if now is not None else self._unchanged(record.sha256)
            gained += len(has - had)
            lost += len(had - has)
        for name, record in self.before.documents.items():
            if name not in self.plan.documents and name not in self.plan.renamed:
                lost += len(self._old.get(record.sha256) or self._unchanged(record.sha256))
        return gained, lost

    def _unchanged(self, sha256: str) -> frozenset[str]:
        return fact_keys(self.store, self.before.base, sha256)
