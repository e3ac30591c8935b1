"""facts: reads files without a graph."""

from __future__ import annotations

from zhengtu.cli.frame import argument, command, option
from zhengtu.cli.notes import complain, refused
from zhengtu.cli.output import output_option, write_text
from zhengtu.cli.progress import progress
from zhengtu.cli.settings import Settings
from zhengtu.language import say, t


@command(
    "facts",
    zh="不建图,直接读出事实:JSON Lines,每行一条,按(文件、起、止、类别、标识)排序。"
    "读不了的文件在标准错误里指明。",
    en="Reads facts without a graph: JSON Lines, sorted by (doc, start, end, kind, id). "
    "Files that can't be read are named on standard error.",
)
@argument("files", zh="文件…", en="FILE…", nargs=-1, required=True)
@option(
    "--vocabulary",
    metavar="FILE",
    zh="自己的词表(YAML 或 Excel);none:不用任何平台、举措、机构名称",
    en="your own vocabulary (YAML or Excel); none: without any names of platforms, initiatives and bodies",
)
@output_option
def facts_command(
    settings: Settings, files: tuple[str, ...], vocabulary: str | None, output: str | None
) -> int:
    """Reads and writes the facts."""
    from graph.roots import nothing_in
    from zhengtu.batch import read_batch

    with progress(settings) as report:
        batch = read_batch(files, vocabulary, report)
    for warning in batch.warnings:
        complain(t("注意:", "note: ") + say(warning))
    for refusal in batch.refused:
        refused(refusal)
    if not batch.documents:
        if not batch.refused:
            complain(t("错误:", "error: ") + say(nothing_in(files)))
        return 1
    write_text("".join(f"{fact.as_json()}\n" for fact in batch.facts), output, json=True)
    return 3 if batch.refused else 0
