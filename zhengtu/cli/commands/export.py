"""export: everything there is, in the forms that other programs take."""

from __future__ import annotations

import sys

import click

from zhengtu.cli.frame import argument, command
from zhengtu.cli.output import byte_output, output_option
from zhengtu.cli.settings import Settings

#: as graph.exports has them; named here so that help and completion need not load it (a test compares)
FORMATS = ("facts", "entities", "triples", "nquads", "turtle", "jsonld")
_JSON = ("facts", "entities", "triples")


@command(
    "export",
    zh="导出整个图:facts、entities、triples(JSON Lines),nquads、jsonld(全部),turtle(归并结果与参照)。\n"
    "同样的文件,每次导出逐字节相同。",
    en="Exports the graph: facts, entities, triples (JSON Lines), nquads, jsonld (everything), turtle "
    "(derived and reference).\nThe same documents give the same bytes every time.",
)
@argument("form", zh="格式", en="FORMAT", type=click.Choice(FORMATS))
@output_option
def export_command(settings: Settings, form: str, output: str | None) -> None:
    """Writes one export."""
    from graph.api import open_graph
    from graph.exports import write

    with open_graph(settings.graph) as graph:
        if output is None and form in _JSON and not _is_utf8(sys.stdout.encoding):
            _write_escaped(graph, form)
            return
        with byte_output(output) as out:
            write(graph, form, out)


def _is_utf8(encoding: str | None) -> bool:
    return (encoding or "utf-8").lower().replace("-", "").replace("_", "") in ("utf8", "utf8sig")


def _write_escaped(graph: object, form: str) -> None:
    """JSON for a console that lacks characters: they become \\u escapes."""
    import io

    from graph.exports import write
    from zhengtu.cli.streams import write_json

    held = io.BytesIO()
    write(graph, form, held)  # type: ignore[arg-type]
    write_json(held.getvalue().decode("utf-8"))
