"""What an answer without rows says: where it looked, and what is there instead."""

from __future__ import annotations

from collections.abc import Collection

from graph.api import DocumentInfo, Graph
from ontology.bilingual import Bilingual
from ontology.captions import load_captions
from queries.definition import Definition

#: documents named one by one
_NAMED = 8


def nowhere(graph: Graph, definition: Definition, regions: Collection[str]) -> tuple[Bilingual, ...]:
    """Lines for an answer without rows.

    Args:
        graph: open.
        definition: of the query.
        regions: codes of the regions asked for; empty for all.
    """
    documents = graph.documents()
    if not documents:
        return (Bilingual("图里还没有文件;请用 build 读入。", "there are no documents yet; use build"),)
    count = str(len(documents))
    lines = [Bilingual(*(text.replace("{documents}", count) for text in definition.empty))]
    names = {place.name for code in regions if (place := graph.vocabulary.regions.get(code))} | set(regions)
    nearby = [one for one in documents if not regions or one.region in names]
    if regions and not nearby:
        read = sorted({one.region for one in documents if one.region})
        lines.append(
            Bilingual(
                f"没有读过这个地区的文件;读过的地区:{'、'.join(read) or '无'}。",
                f"no document of this region was read; regions read: {', '.join(read) or 'none'}",
            )
        )
    lines += [_instead(one, definition) for one in nearby[:_NAMED]]
    if len(nearby) > _NAMED:
        more = len(nearby) - _NAMED
        lines.append(Bilingual(f"……另有 {more} 个文件(见 info)。", f"… and {more} more documents (see info)"))
    return tuple(lines)


def _instead(document: DocumentInfo, definition: Definition) -> Bilingual:
    """What one document holds instead."""
    counted = {kind: count for kind, count in document.facts.items() if count}
    captions = {kind: load_captions().of_fact(kind).caption for kind in counted}
    zh = "、".join(f"{captions[kind].zh} {count}" for kind, count in counted.items()) or "无"
    en = ", ".join(f"{captions[kind].en} {count}" for kind, count in counted.items()) or "nothing"
    if document.facts.get(definition.needs):
        return Bilingual(f"{document.doc}:读出 {zh}", f"{document.doc}: read {en}")
    return Bilingual(
        f"{document.doc}:{definition.lacking.zh};读出 {zh}",
        f"{document.doc}: {definition.lacking.en}; read {en}",
    )
