"""The command `zhengtu`: knows every command by name and one line, loads it when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from ontology.bilingual import Bilingual
from zhengtu.cli.contents import ABOUT, COMMANDS, VERSION
from zhengtu.cli.frame import CommonOption, Speaking, common_options
from zhengtu.cli.root_help import root_help
from zhengtu.language import t


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

    def get_help(self, ctx: click.Context) -> str:
        """What the program is for, its commands, the common options."""
        return root_help(ctx.terminal_width).rstrip("\n")


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
            zh=VERSION[1].zh,
            en=VERSION[1].en,
        )
    ],
    text=ABOUT,
)
