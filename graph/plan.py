"""What a build has to do: which documents are new, replaced or unchanged, and which sources must be read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from graph.manifest import DocumentRecord, Manifest, SourceRecord
from graph.report import Refusal, Reread, Twin
from graph.roots import Collected, Found, Key, double, named_apart, shown
from loaders.refusal import unreadable
from ontology.bilingual import Bilingual

_NEW_READER = Bilingual("读取程序已更新", "the reader has changed")
_NEW_VOCABULARY = Bilingual("词表已改变", "the vocabulary has changed")
_OTHER_FORMAT = Bilingual("按另一名称的格式读取", "read in the format of its other name")


@dataclass(slots=True)
class Plan:
    """What a build has to do.

    Attributes:
        documents: all documents that the directory is to hold, by name.
        files: where the bytes of a source are, sha256 → path; others are kept already.
        read: sources to be read, sha256 → name to read them as.
        new, replaced, unchanged, removed, missing: as in graph.report.BuildReport.
        reread: why sources with unchanged bytes are read again.
        refused: files that could not be read from disk.
        renamed: old name → new name, where another root came to share it.
    """

    documents: dict[str, DocumentRecord] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    reread: list[Reread] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)

    def twins(self) -> tuple[Twin, ...]:
        """Documents whose bytes another document of an earlier name has."""
        first: dict[str, str] = {}
        return tuple(
            Twin(name, first[record.sha256])
            for name, record in sorted(self.documents.items())
            if first.setdefault(record.sha256, name) != name
        )


def plan_build(
    collected: Collected, manifest: Manifest, reader: str, fingerprint: str, *, sync: bool
) -> Plan:
    """Compares the files found with what the directory holds.

    Args:
        collected: files of the given paths; each is read once to take its digest.
        manifest: of the newest snapshot.
        reader: version of the reader.
        fingerprint: of the vocabulary.
        sync: whether documents that are no longer in their folder go.
    """
    plan = Plan(refused=list(collected.refused))
    known = {Key(record.root, record.relative): name for name, record in manifest.documents.items()}
    collected = _settled(collected, {key: manifest.documents[name].sha256 for key, name in known.items()})
    found = _adopted(collected, known)
    gone = {key for key in known if key.root in collected.roots and key not in found}
    names = named_apart({*found, *known} - (gone if sync else set()))
    for key in sorted(known.keys() - found.keys()):
        _keep(plan, key, known[key], names, manifest, gone, sync=sync)
    for key in sorted(found):
        _take(plan, key, found[key].path, names[key], known.get(key), manifest)
    plan.refused += (double(item, names.get(item.key, item.key.relative)) for item in collected.doubles)
    plan_reading(plan, manifest, reader, fingerprint)
    return plan


def _settled(collected: Collected, held: Mapping[Key, str]) -> Collected:
    """Of files whose names are one in NFC the one already held is taken, else the first by its raw name."""
    files = {item.key: item for item in collected.files}
    doubles = []
    for item in collected.doubles:
        sha256 = held.get(item.key)
        first = files[item.key]
        if sha256 is not None and sha256 == _digest(item.path) != _digest(first.path):
            files[item.key], item = item, first
        doubles.append(item)
    return collected._replace(files=tuple(files.values()), doubles=tuple(doubles))


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _adopted(collected: Collected, known: Mapping[Key, str]) -> dict[Key, Found]:
    """The files by key; one that was given alone is the one document of its name, wherever that came from."""
    found: dict[Key, Found] = {}
    for item in collected.files:
        same = [key for key in known if key.relative == item.key.relative]
        alone = item.alone and item.key not in known and len(same) == 1
        found.setdefault(same[0] if alone and same[0] not in found else item.key, item)
    return found


def _keep(
    plan: Plan,
    key: Key,
    name: str,
    names: Mapping[Key, str],
    manifest: Manifest,
    gone: set[Key],
    *,
    sync: bool,
) -> None:
    if key in gone and sync:
        plan.removed.append(name)
        return
    if key in gone:
        plan.missing.append(names[key])
    if names[key] != name:
        plan.renamed[name] = names[key]
    plan.documents[names[key]] = manifest.documents[name]


def _take(plan: Plan, key: Key, path: Path, name: str, old_name: str | None, manifest: Manifest) -> None:
    old = manifest.documents[old_name] if old_name is not None else None
    try:
        with path.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        plan.refused.append(Refusal(name, unreadable(shown(name), error).message))
        if old is not None:
            plan.documents[name] = old
        return
    if old_name is not None and old_name != name:
        plan.renamed[old_name] = name
    kind = plan.new if old is None else plan.unchanged if old.sha256 == sha256 else plan.replaced
    kind.append(name)
    plan.documents[name] = DocumentRecord(sha256, key.root, key.relative)
    plan.files[sha256] = path


def plan_reading(plan: Plan, manifest: Manifest, reader: str, fingerprint: str) -> None:
    """Finds the sources to be read: those not yet read, and those read with other means.

    Args:
        plan: its documents are settled; `read` and `reread` are filled.
    """
    counts: Counter[Bilingual] = Counter()
    carried = Counter(record.sha256 for record in plan.documents.values())
    for sha256, name in sorted(reading_names(plan.documents).items()):
        record = manifest.sources.get(sha256)
        why = _why_again(record, name, reader, fingerprint) if record is not None else None
        if record is None or why is not None:
            plan.read[sha256] = name
        if why is not None:
            counts[why] += carried[sha256]
    plan.reread = [Reread(reason, count) for reason, count in sorted(counts.items())]


def reading_names(documents: Mapping[str, DocumentRecord]) -> dict[str, str]:
    """The name that each source is read as: the first of its documents' names."""
    names: dict[str, str] = {}
    for name in sorted(documents):
        names.setdefault(documents[name].sha256, name)
    return names


def _why_again(record: SourceRecord, name: str, reader: str, fingerprint: str) -> Bilingual | None:
    if record.reader != reader:
        return _NEW_READER
    if record.vocabulary != fingerprint:
        return _NEW_VOCABULARY
    # the ending of the name tells the format
    return _OTHER_FORMAT if _ending(record.read_as) != _ending(name) else None


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
