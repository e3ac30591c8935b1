"""build and remove: what goes into the graph directory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengtu.cli.frame import argument, command, option
from zhengtu.cli.notes import complain, note, refused
from zhengtu.cli.progress import progress
from zhengtu.cli.settings import Settings
from zhengtu.language import say, t

if TYPE_CHECKING:
    from graph.report import BuildReport


@command(
    "build",
    zh="把文件和文件夹读进图目录。没有变的文件跳过,变了的替换;同样的文件,先后次序、进程多少都不影响结果。\n"
    "文件名取相对于所给文件夹的路径。",
    en="Reads files and folders into the graph directory. Unchanged documents are skipped, changed ones "
    "replaced; neither order nor the number of processes changes the result.\n"
    "Documents are named by their path relative to the folder that was given.",
)
@argument("paths", zh="路径…", en="PATH…", nargs=-1, required=True)
@option(
    "--vocabulary",
    metavar="FILE",
    zh="自己的词表(YAML 或 Excel);none:不用任何平台、举措、机构名称",
    en="your own vocabulary (YAML or Excel); none: without any names of platforms, initiatives and bodies",
)
@option(
    "--decisions",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    zh="合并与修正的决定(默认图目录里的 decisions.yaml)",
    en="decisions on merges and corrections (default: decisions.yaml in the graph directory)",
)
@option(
    "--workers",
    metavar="N",
    type=click.IntRange(1),
    zh="进程数(默认自动)",
    en="processes (default: automatic)",
)
@option(
    "--sync", is_flag=True, zh="文件夹里已没有的文件,图里也去掉", en="drop documents that left their folder"
)
@option("--dry-run", is_flag=True, zh="只说会改变什么,不写", en="say what would change, write nothing")
@option(
    "--base-iri", metavar="IRI", zh="标识符的开头(新建图目录时)", en="how identifiers begin (new directories)"
)
def build_command(
    settings: Settings,
    paths: tuple[str, ...],
    vocabulary: str | None,
    decisions: str | None,
    workers: int | None,
    sync: bool,
    dry_run: bool,
    base_iri: str | None,
) -> int:
    """Builds, then says what changed."""
    from graph.build import Options, build

    options = Options(
        vocabulary=vocabulary,
        decisions=Path(decisions) if decisions else None,
        workers=workers,
        sync=sync,
        dry_run=dry_run,
        base_iri=base_iri,
    )
    with progress(settings) as report_progress:
        report = build(settings.graph, _expanded(paths), options, report_progress)
    if dry_run:
        note(settings, t("试运行,什么也没有写。", "dry run: nothing was written."))
    return tell(settings, report)


def _expanded(paths: tuple[str, ...]) -> list[str]:
    """Patterns such as *.txt where the shell left them alone (Windows)."""
    import glob

    found: list[str] = []
    for path in paths:
        is_pattern = any(mark in path for mark in "*?") and not Path(path).exists()
        found += sorted(glob.glob(path)) or [path] if is_pattern else [path]  # noqa: PTH207
    return found


@command(
    "remove",
    zh="从图目录里去掉文件(按 info 里的名称)。去掉之后与从未读过一样。",
    en="Takes documents out again, by their names in `info`; it is then as if they had never been read.",
)
@argument("docs", zh="文件…", en="DOC…", nargs=-1, required=True)
def remove_command(settings: Settings, docs: tuple[str, ...]) -> int:
    """Removes documents."""
    from graph.build import remove

    return tell(settings, remove(settings.graph, docs))


def tell(settings: Settings, report: BuildReport) -> int:
    """Says what a build changed, names what was refused, and gives the exit code."""
    for refusal in report.refused:
        refused(refusal)
    for absent in report.not_there:
        complain(t("未去掉:", "not removed: ") + say(absent.reason))
    for warning in report.warnings:
        complain(t("注意:", "note: ") + say(warning))
    for finding in report.findings:
        where = f"{finding.doc}: " if finding.doc else ""
        complain(t("核对发现:", "check: ") + where + say(finding.text))
    for twin in report.twins:
        note(
            settings,
            t(
                f"{twin.doc} 与 {twin.same_as} 内容相同,证据只算一次。",
                f"{twin.doc} has the bytes of {twin.same_as}",
            ),
        )
    for reread in report.reread:
        note(settings, t(f"重读 {reread.count} 个:", f"read again, {reread.count}: ") + say(reread.reason))
    for doc in report.missing:
        note(
            settings,
            t(
                f"{doc} 已不在文件夹里,图里仍保留(--sync 去掉)。",
                f"{doc} left its folder; kept (--sync drops it)",
            ),
        )
    note(settings, _summary(settings, report))
    if not (report.new or report.replaced or report.unchanged or report.removed):
        if not report.refused:
            complain(t("错误:所给路径里没有文件。", "error: the paths hold no documents."))
        return 1
    return 3 if report.refused or report.not_there or report.findings else 0


def _summary(settings: Settings, report: BuildReport) -> str:
    counts = [
        (t("新增", "new"), len(report.new)),
        (t("替换", "replaced"), len(report.replaced)),
        (t("未变", "unchanged"), len(report.unchanged)),
        (t("去掉", "removed"), len(report.removed)),
        (t("不在文件夹", "missing"), len(report.missing)),
        (t("未读", "refused"), len(report.refused)),
    ]
    told = t("、", ", ").join(f"{name} {count}" for name, count in counts if count)
    return t(
        f"{settings.graph}:共 {report.documents} 个文件({told or '无变化'});"
        f"事实 +{report.gained} −{report.lost};{report.seconds:.1f} 秒",
        f"{settings.graph}: {report.documents} documents ({told or 'no change'}); "
        f"facts +{report.gained} −{report.lost}; {report.seconds:.1f} s",
    )
