"""check: every span against its source, the shapes, the store."""

from __future__ import annotations

from zhengtu.cli.frame import argument, command
from zhengtu.cli.notes import note
from zhengtu.cli.output import output_option
from zhengtu.cli.progress import progress
from zhengtu.cli.settings import Settings
from zhengtu.cli.tables import Table, form_option, write_table
from zhengtu.language import current_language, t


@command(
    "check",
    zh="逐处核对:每段引文是否在原文的位置上,各来源图是否符合形状约束,存储是否完好。有发现时退出码为 3。",
    en="Checks every quote against its source, every source graph against the shapes, and the store. "
    "Exit code 3 when something is found.",
)
@argument("docs", zh="文件…", en="DOC…", nargs=-1)
@form_option
@output_option
def check_command(settings: Settings, docs: tuple[str, ...], form: str, output: str | None) -> int:
    """Checks and lists what was found."""
    from graph.api import open_graph
    from graph.check import check

    with open_graph(settings.graph) as graph, progress(settings) as report:
        count = len(docs) or len(graph.documents())
        found = list(check(graph, docs or None, report))
    language = current_language()
    data = [{"doc": one.doc, "text": one.text.in_language(language)} for one in found]
    if found or form != "table":
        heads = [t("文件", "document"), t("发现", "finding")]
        write_table(Table(heads, [[row["doc"], row["text"]] for row in data]), form, output, data)
    if found:
        note(
            settings,
            t(f"核对了 {count} 个文件,发现 {len(found)} 处。", f"{count} documents, {len(found)} findings."),
        )
        return 3
    note(settings, t(f"核对了 {count} 个文件,没有发现问题。", f"{count} documents checked, nothing found."))
    return 0
