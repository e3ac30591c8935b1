"""sparql: the user's own query."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from zhengtu.cli.frame import argument, command, option
from zhengtu.cli.notes import note
from zhengtu.cli.output import output_option, write_text
from zhengtu.cli.settings import Settings
from zhengtu.cli.tables import Table, form_option, write_table
from zhengtu.language import t


@command(
    "sparql",
    zh="自己写的 SPARQL 1.1 查询,只读,到时即止。不写 GRAPH 时查的是归并结果与参照数据;\n"
    "zt、rdf、rdfs、skos、oa、xsd 前缀不必声明。\n"
    "@文件 从文件读查询,- 从标准输入读。JSON 为 W3C SPARQL 结果;CONSTRUCT、DESCRIBE 给出 Turtle。",
    en="Your own SPARQL 1.1 query, read-only, ended when the time is up. Without GRAPH it asks the derived "
    "and reference graphs; the prefixes zt, rdf, rdfs, skos, oa and xsd need no declaration.\n"
    "@FILE reads the query from a file, - from standard input. JSON: W3C SPARQL results; CONSTRUCT and "
    "DESCRIBE give Turtle.",
)
@argument("query", zh="查询", en="QUERY")
@option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0.1),
    default=30.0,
    zh="至多多少秒(默认 30)",
    en="at most so many seconds (default 30)",
)
@form_option
@output_option
def sparql_command(settings: Settings, query: str, timeout: float, form: str, output: str | None) -> None:
    """Runs the query in a worker process."""
    from queries.worker import Worker

    text = query_text(query)
    with Worker(settings.graph) as worker:
        result = worker.query(text, timeout)
    content = result.content.decode("utf-8")
    if result.kind == "graph":
        write_text(content.rstrip("\n") + "\n", output)
        return
    if form == "json":
        write_text(content + "\n", output, json=True)
        return
    data = json.loads(content)
    if "boolean" in data:
        told = t("是" if data["boolean"] else "否", "yes" if data["boolean"] else "no")
        write_table(Table([t("回答", "answer")], [[told]]), form, output)
        return
    table = _table(data)
    if not table.rows:
        note(settings, t("没有结果。", "no results."))
    if table.rows or form != "table":
        write_table(table, form, output)


def query_text(given: str) -> str:
    """The query itself, `@FILE` read from the file, `-` from standard input (UTF-8, with or without BOM).

    Raises:
        UsageError: it is no UTF-8.
        OSError: the file can't be read.
    """
    if given == "-":
        data = sys.stdin.buffer.read()
    elif given.startswith("@"):
        data = Path(given[1:]).read_bytes()
    else:
        return given
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        from ontology.errors import UsageError

        raise UsageError(
            f"查询 {given} 不是 UTF-8:请另存为 UTF-8", f"the query {given} is no UTF-8: save it as UTF-8"
        ) from None


def _table(data: dict[str, Any]) -> Table:
    names = data["head"]["vars"]
    rows = [
        [row[name]["value"] if name in row else None for name in names] for row in data["results"]["bindings"]
    ]
    return Table(names, rows)
