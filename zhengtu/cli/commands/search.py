"""search: entities and sentences by words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from zhengtu.cli.frame import argument, command, option
from zhengtu.cli.labels import entity_kind
from zhengtu.cli.notes import note
from zhengtu.cli.output import output_option
from zhengtu.cli.settings import Settings
from zhengtu.cli.tables import Table, form_option, write_table
from zhengtu.language import t

if TYPE_CHECKING:
    from graph.search import Found


@command(
    "search",
    zh="按词查找:名称里有这些词的实体,文中有这些词的句子。",
    en="Finds entities by their names, and sentences by their words.",
)
@argument("words", zh="词…", en="WORDS…", nargs=-1, required=True)
@option(
    "--limit",
    metavar="N",
    type=click.IntRange(1),
    default=50,
    zh="各至多列出多少(默认 50)",
    en="at most so many of each (default 50)",
)
@form_option
@output_option
def search_command(
    settings: Settings, words: tuple[str, ...], limit: int, form: str, output: str | None
) -> None:
    """Searches."""
    from graph.api import open_graph
    from graph.search import search

    with open_graph(settings.graph) as graph:
        found = search(graph, " ".join(words), limit)
        documents = len(graph.documents())
    if not (found.entities or found.sentences) and form == "table":
        note(
            settings,
            t(
                f"已读的 {documents} 个文件中未见“{' '.join(words)}”。",
                f"“{' '.join(words)}” was not seen in the {documents} documents read.",
            ),
        )
        return
    write_table(_table(found), form, output, _data(found))


def _table(found: Found) -> Table:
    heads = [
        t("类别", "kind"),
        t("名称 / 句子", "name or sentence"),
        t("所在", "where"),
        t("起", "start"),
        t("止", "end"),
    ]
    rows: list[list[object]] = [
        [entity_kind(one.kind), one.name, t("、", ", ").join(one.documents), None, None]
        for one in found.entities
    ]
    rows += [
        [t("句子", "sentence"), one.text, " ".join(filter(None, (one.doc, one.path))), one.start, one.end]
        for one in found.sentences
    ]
    return Table(heads, rows, wrapped=True)


def _data(found: Found) -> dict[str, Any]:
    return {
        "entities": [
            {"id": one.id, "kind": one.kind, "name": one.name, "region": one.region} for one in found.entities
        ],
        "sentences": [
            {"doc": one.doc, "start": one.start, "end": one.end, "path": one.path, "text": one.text}
            for one in found.sentences
        ],
    }
