"""show: everything known of one entity, each line with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhengtu.cli.frame import argument, command
from zhengtu.cli.labels import entity_kind, relation
from zhengtu.cli.notes import note
from zhengtu.cli.output import output_option
from zhengtu.cli.settings import Settings
from zhengtu.cli.tables import Table, form_option, write_table
from zhengtu.language import t

if TYPE_CHECKING:
    from graph.show import Shown, ShownLine


@command(
    "show",
    zh="一个机构、平台、举措、地区或文件的全部所知,每行附原句。名称可用简称;也可给标识(IRI)。",
    en="Everything known of one body, platform, initiative, region or document, each line with its sentence. "
    "Short names and ids work too.",
)
@argument("name", zh="名称", en="NAME", nargs=-1, required=True)
@form_option
@output_option
def show_command(settings: Settings, name: tuple[str, ...], form: str, output: str | None) -> None:
    """Shows one entity."""
    from graph.api import open_graph
    from graph.show import show

    with open_graph(settings.graph) as graph:
        shown = show(graph, " ".join(name))
    entity = shown.entity
    kind = t(",", ", ").join(filter(None, (entity_kind(entity.kind), entity.region)))
    note(settings, t(f"{entity.name}({kind}) {entity.id}", f"{entity.name} ({kind}) {entity.id}"))
    if entity.aliases:
        note(settings, t("又名:", "also: ") + t("、", ", ").join(entity.aliases))
    for other in shown.also:
        note(settings, t(f"同名的还有:{other.id}", f"of the same name: {other.id}"))
    write_table(_table(shown), form, output, _as_json(shown))


def _table(shown: Shown) -> Table:
    heads = [
        t("关系", "relation"),
        t("对象", "other"),
        t("文件", "document"),
        t("起", "start"),
        t("止", "end"),
    ]
    heads.append(t("原句", "sentence"))
    rows: list[list[object]] = []
    for line in shown.lines:
        name = _relation(line)
        other = line.other.name if line.other else line.value
        for evidence in line.evidence:
            rows.append([name, other, evidence.doc, evidence.start, evidence.end, evidence.sentence])
        if not line.evidence:
            rows.append([name, other, None, None, None, None])
    return Table(heads, rows)


def _relation(line: ShownLine) -> str:
    """The relation as seen from the entity: an arrow tells the direction."""
    return f"→ {relation(line.relation)}" if line.direction == "out" else f"← {relation(line.relation)}"


def _as_json(shown: Shown) -> dict[str, Any]:
    entity = shown.entity
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "region": entity.region,
        "aliases": list(entity.aliases),
        "also": [other.id for other in shown.also],
        "lines": [
            {
                "direction": line.direction,
                "relation": line.relation,
                "other": line.other.id if line.other else None,
                "name": line.other.name if line.other else line.value,
                "evidence": [
                    {"doc": e.doc, "start": e.start, "end": e.end, "quote": e.quote, "sentence": e.sentence}
                    for e in line.evidence
                ],
            }
            for line in shown.lines
        ],
    }
