"""ask: the named queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengtu.cli.frame import argument, command, option
from zhengtu.cli.notes import note, one_line
from zhengtu.cli.output import output_option, write_text
from zhengtu.cli.settings import Settings
from zhengtu.cli.tables import Table, as_text, form_option, write_table
from zhengtu.language import say, t

if TYPE_CHECKING:
    from queries.answers import Answer, Row, Value
    from queries.definition import Column, Matrix

#: option -> what a person may write there
_PARAMETERS = {
    "region": ("地区:全称、简称或代码", "a region: full or short name, or code"),
    "organization": ("机构", "a body"),
    "platform": ("平台或平台类别", "a platform or kind of platform"),
    "initiative": ("举措", "an initiative"),
    "task": ("任务", "a task"),
    "indicator": ("指标", "an indicator"),
    "document": ("文件", "a document"),
    "role": ("角色:牵头、配合、负责", "a role: lead, support, responsible"),
    "until": ("到什么时候(YYYY、YYYY-MM、YYYY-MM-DD)", "until when (YYYY, YYYY-MM, YYYY-MM-DD)"),
}


def _parameters(function: object) -> object:
    for name, (zh, en) in reversed(_PARAMETERS.items()):
        function = option(
            f"--{name}", multiple=True, metavar="NAME", zh=f"{zh}(可多次)", en=f"{en} (repeatable)"
        )(function)
    return function


@command(
    "ask",
    zh="回答一个现成的问题,每一行都有原文可查。不带名称时列出全部问题。\n"
    "名称可用简称(青岛 即 青岛市);没有事实的格子读作“已读文件中未见”:没有读到,不等于没有。",
    en="Answers a named query; every row leads to its sentences. Without a name it lists them.\n"
    "Short names work; a cell without a fact reads “not seen in what was read”: absence is no claim.",
)
@argument("name", zh="查询", en="NAME", required=False)
@_parameters
@option("--evidence", is_flag=True, zh="每行附上原句和出处", en="show the sentences of each row")
@form_option
@output_option
def ask_command(
    settings: Settings,
    name: str | None,
    evidence: bool,
    form: str,
    output: str | None,
    **given: tuple[str, ...],
) -> None:
    """Answers, or lists the queries."""
    if name is None:
        write_table(_list(), form, output, _list_data())
        return
    from graph.api import open_graph
    from queries.definition import find_definition
    from queries.run import answer

    find_definition(name)  # an unknown query is told even where there is no graph
    wanted = {parameter: words for parameter, words in given.items() if words}
    with open_graph(settings.graph) as graph:
        answered = answer(graph, name, wanted)
    for line in answered.notes:
        note(settings, say(line))
    for line in answered.nowhere:
        note(settings, say(line))
    if not answered.rows and form in ("table", "md"):
        return
    if evidence and form in ("table", "md"):
        write_text(_with_evidence(answered), output)
        return
    write_table(_table(answered, form), form, output, answered.as_data())


def _list() -> Table:
    from queries.definition import definitions

    heads = [
        t("查询", "query"),
        t("名称", "name"),
        t("回答什么", "answers"),
        t("参数", "parameters"),
        t("例", "example"),
    ]
    return Table(
        heads,
        [
            [
                one.name,
                say(one.names),
                say(one.answers),
                " ".join(f"--{parameter.name}" for parameter in one.parameters),
                one.example,
            ]
            for one in definitions().values()
        ],
    )


def _list_data() -> list[dict[str, object]]:
    from queries.definition import definitions

    return [
        {
            "query": one.name,
            "names": one.names._asdict(),
            "answers": one.answers._asdict(),
            "parameters": [parameter.name for parameter in one.parameters],
            "columns": [column.name for column in one.columns],
            "example": one.example,
        }
        for one in definitions().values()
    ]


def _table(answered: Answer, form: str) -> Table:
    """The answer as a table: side by side where the query says so, else row by row."""
    matrix = answered.definition.matrix
    if matrix is not None and form in ("table", "md"):
        return _side_by_side(answered)
    columns = [c for c in answered.definition.columns if form == "csv" or c.shown]
    heads = [say(column.head) for column in columns]
    rows: list[list[object]] = [[_cell(column, row) for column in columns] for row in answered.rows]
    if form == "csv":
        told = any(column.fill == "sentence" for column in columns)
        heads += [t("出处", "source"), *([] if told else [t("原句", "sentence")])]
        for cells, row in zip(rows, answered.rows, strict=True):
            cells.append(t("、", ", ").join(f"{e.doc}:{e.start}-{e.end}" for e in row.evidence))
            if not told:
                cells.append("\n".join(dict.fromkeys(e.sentence for e in row.evidence)))
    return Table(heads, rows)


def _cell(column: Column, row: Row) -> Value:
    """A value in the reader's words; where there is none, that nothing was seen."""
    value = row.values[column.name]
    if value is None:
        return say(column.absent) or None
    return say(column.words[value]) if isinstance(value, str) and value in column.words else value


def _side_by_side(answered: Answer) -> Table:
    """A line for each thing, a column for each place."""
    from collections import Counter

    definition, matrix = answered.definition, answered.definition.matrix
    assert matrix is not None
    columns = {column.name: column for column in definition.columns}
    apart = definition.completion.row if definition.completion else (matrix.row,)
    across = list(dict.fromkeys(row.values[matrix.column] for row in answered.rows))
    lines: dict[tuple[Value, ...], dict[Value, str]] = {}
    for row in answered.rows:
        line = tuple(_cell(columns[name], row) for name in apart)
        lines.setdefault(line, {})[row.values[matrix.column]] = _matrix_cell(columns, matrix, row)
    named = Counter(line[0] for line in lines)
    heads = [say(columns[matrix.row].head), *map(str, across)]
    rows: list[list[object]] = []
    for line, cells in lines.items():
        # an initiative and a kind of platform may share a name
        title = line[0] if named[line[0]] == 1 else f"{line[0]} [{' '.join(map(str, line[1:]))}]"
        rows.append([title, *(cells.get(place) for place in across)])
    return Table(heads, rows, wrapped=True)


def _matrix_cell(columns: dict[str, Column], matrix: Matrix, row: Row) -> str:
    from queries.run import AND

    cell = str(_cell(columns[matrix.cell], row) or "")
    detail = row.values[matrix.detail]
    told = all(row.values[name] == value for name, value in matrix.where.items())
    return cell + _few(detail.split(AND)) if told and isinstance(detail, str) else cell


def _few(names: list[str], most: int = 3) -> str:
    """The first names, and how many there are when there are more."""
    shown = t("、", ", ").join(names[:most])
    more = t(f"等 {len(names)} 个", f" and {len(names) - most} more") if len(names) > most else ""
    return t(f"({shown}{more})", f" ({shown}{more})")


def _with_evidence(answered: Answer) -> str:
    """Each row with its sentences below it."""
    columns = [c for c in answered.definition.columns if c.shown and c.fill != "sentence"]
    heads = [say(column.head) for column in columns]
    blocks = []
    for row in answered.rows:
        block = (
            as_text(Table(heads, [[_cell(column, row) for column in columns]]), 0).split("\n", 1)[1].rstrip()
        )
        for place in row.evidence:
            block += f"\n  「{place.sentence.strip()}」\n    {one_line(place.doc)} {place.start}–{place.end}"
        blocks.append(block)
    return "\n\n".join(blocks) + "\n"
