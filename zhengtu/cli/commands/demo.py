"""demo: the examples, without any argument."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from zhengtu.cli.commands.ask import ask_command
from zhengtu.cli.commands.build import tell
from zhengtu.cli.commands.info import info_command
from zhengtu.cli.frame import command
from zhengtu.cli.notes import note
from zhengtu.cli.progress import progress
from zhengtu.cli.settings import Settings
from zhengtu.language import t


@command(
    "demo",
    zh="读随附的示例文件(虚构的地方和机构),在临时目录里建图,显示读出了什么,再回答两个问题,附原句。",
    en="Reads the examples (invented places and bodies) into a temporary graph, shows what was read and "
    "answers two questions with their sentences.",
)
def demo_command(settings: Settings) -> int:
    """Builds the examples and shows what can be asked."""
    from graph.build import Options, build

    folder = examples()
    documents = sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".html"))
    vocabulary = folder / "vocabulary.yaml"
    with tempfile.TemporaryDirectory(prefix="zhengtu-") as place:
        settings.given_graph = place
        options = Options(vocabulary=vocabulary if vocabulary.is_file() else None)
        with progress(settings) as report_progress:
            report = build(Path(place), documents, options, report_progress)
        code = tell(settings, report)
        context = click.get_current_context()
        _title(t("一、读了什么(zhengtu info)", "1. What was read (zhengtu info)"))
        context.invoke(info_command, docs=(), unread=False, form="table", output=None)
        _questions(context, Path(place))
    note(settings, "")
    note(settings, t("读自己的文件:zhengtu build 文件夹", "your own documents: zhengtu build FOLDER"))
    return code


def _questions(context: click.Context, directory: Path) -> None:
    """Two answers with their sentences: about what most regions share, and the body that leads most."""
    shared, parameter = _most_shared(directory)
    if shared:
        asked = f"zhengtu ask 共同举措 --{parameter} {shared} --evidence"
        _title(t(f"二、各地的“{shared}”({asked})", f"2. “{shared}” in each region ({asked})"))
        _ask(context, "shared-initiatives", **{parameter: (shared,)})
    body = _busiest(directory)
    if body:
        asked = f"zhengtu ask 责任链 --organization {body} --evidence"
        _title(t(f"三、{body}的责任链({asked})", f"3. What {body} answers for ({asked})"))
        _ask(context, "responsibility-chain", organization=(body,))


def _title(line: str) -> None:
    click.echo(f"\n{line}\n")


def examples() -> Path:
    """The folder of the examples: inside the wheel, or beside the packages in a checkout.

    Raises:
        InputError: neither is there.
    """
    here = Path(__file__).resolve().parents[2]
    for folder in (here / "examples", here.parent / "examples"):
        if any(folder.glob("*.txt")):
            return folder
    from ontology.errors import InputError

    raise InputError("没有找到示例文件:请重新安装 zhengtu", "the examples are missing: install zhengtu again")


def _ask(context: click.Context, query: str, **given: tuple[str, ...]) -> None:
    context.invoke(ask_command, name=query, evidence=True, form="table", output=None, **given)


def _most_shared(directory: Path) -> tuple[str | None, str]:
    """What most regions have in common, and the parameter that asks for it."""
    from graph.api import open_graph
    from queries.run import answer

    with open_graph(directory) as graph:
        rows = answer(graph, "shared-initiatives").rows
    if not rows:
        return None, ""
    first = rows[0].values
    return str(first["initiative"]), "initiative" if first["kind"] == "initiative" else "platform"


def _busiest(directory: Path) -> str | None:
    """The body that leads most tasks: its chain shows most."""
    from collections import Counter

    from graph.api import open_graph

    with open_graph(directory) as graph:
        counted = Counter(
            str(fact.fields["organization"])
            for fact in graph.facts()
            if fact.kind == "responsibility" and fact.fields["role"] == "lead"
        )
    return min(counted, key=lambda name: (-counted[name], name)) if counted else None
