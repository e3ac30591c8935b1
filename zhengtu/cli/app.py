"""The command `zhengtu`: knows every command by name and one line, loads it when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from ontology.bilingual import Bilingual
from zhengtu.cli.frame import CommonOption, Speaking, common_options
from zhengtu.language import say, t

#: command -> (module under zhengtu.cli.commands, its one line), in the order of work
COMMANDS: dict[str, tuple[str, Bilingual]] = {
    "demo": (
        "demo",
        Bilingual("读示例文件,建图,给出两个有据可查的回答", "reads the examples and answers two questions"),
    ),
    "build": (
        "build",
        Bilingual("把文件和文件夹读进图目录", "reads files and folders into the graph directory"),
    ),
    "remove": ("build", Bilingual("从图目录里去掉文件", "takes documents out again")),
    "info": (
        "info",
        Bilingual(
            "图里有哪些文件,读出了多少,漏了什么",
            "which documents there are, what was read, what may be missed",
        ),
    ),
    "ask": ("ask", Bilingual("现成的问题;不带参数列出全部", "a named query; alone it lists them")),
    "show": ("show", Bilingual("一个机构、平台、举措……的全部所知", "everything known of one entity")),
    "search": ("search", Bilingual("按词查找实体和句子", "finds entities and sentences")),
    "sparql": ("sparql", Bilingual("自己写的 SPARQL 查询(只读)", "your own SPARQL query (read-only)")),
    "facts": (
        "facts",
        Bilingual("不建图,直接读出事实(JSON Lines)", "reads facts without a graph (JSON Lines)"),
    ),
    "text": ("text", Bilingual("偏移量所数的纯文本", "the plain text that offsets count in")),
    "export": ("export", Bilingual("导出事实、实体、三元组、RDF", "exports facts, entities, triples, RDF")),
    "check": (
        "check",
        Bilingual("逐处核对:引文、形状约束、存储", "checks every span, the shapes, the store"),
    ),
    "score": ("score", Bilingual("与标准答案比对,给出准确率、召回率、F1", "figures against gold")),
}


class LazyGroup(Speaking, click.Group):
    """The root: a command's module is imported when the command is called."""

    def __init__(self, *arguments: Any, text: Bilingual, **more: Any) -> None:
        more["add_help_option"] = False
        more["params"] = [*(more.get("params") or []), *common_options()]
        super().__init__(*arguments, **more)
        self.text = text

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"zhengtu.cli.commands.{COMMANDS[cmd_name][0]}")
        found = getattr(module, f"{cmd_name}_command")
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names, else a usage error with the nearest."""
        if not args[0].startswith("-") and args[0] not in COMMANDS:
            from ontology.nearest import nearest

            near = nearest(args[0], COMMANDS)
            hint = t(f"是不是 {'、'.join(near)}?", f"did you mean {', '.join(near)}?") if near else ""
            ctx.fail(t(f"没有命令 {args[0]}。{hint}", f"there is no command {args[0]}; {hint}").rstrip(" ;"))
        return super().resolve_command(ctx, args)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the program is for, in one sentence."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(self.text))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, each in one line, and the common options."""
        with formatter.section(t("命令", "Commands")):
            formatter.write_dl([(name, say(line)) for name, (_, line) in COMMANDS.items()])
        self.section(ctx, formatter, common=True)


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from zhengtu import __version__

        click.echo(t(f"政图 zhengtu {__version__}", f"zhengtu {__version__}"))
        ctx.exit()


@click.pass_context
def _help_if_alone(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


cli = LazyGroup(
    name="zhengtu",
    no_args_is_help=False,
    invoke_without_command=True,
    callback=_help_if_alone,
    params=[
        CommonOption(
            ["--version"],
            is_flag=True,
            is_eager=True,
            callback=_show_version,
            zh="显示版本",
            en="show the version",
        )
    ],
    text=Bilingual(
        "政图:把公文读成有据可查的图。每一条事实都带着原文里的那句话。",
        "Zhengtu reads Chinese policy documents into one graph of facts, each with the sentence it rests on.",
    ),
)
