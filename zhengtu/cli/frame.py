"""Commands and options that speak both languages, and the options that every command takes."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ontology.bilingual import Bilingual
from zhengtu.cli.contents import COMMON
from zhengtu.cli.help import Context
from zhengtu.cli.settings import Settings
from zhengtu.language import LANGUAGES, say, speak, t

#: what click says in Chinese, compiled from the .po beside it
gettext.bindtextdomain("zhengtu", str(Path(__file__).parent / "locale"))
gettext.textdomain("zhengtu")


class Option(click.Option):
    """An option with its help in both languages."""

    def __init__(self, *arguments: Any, zh: str = "", en: str = "", **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.text = Bilingual(zh, en)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The help in the current language."""
        self.help = say(self.text)
        return super().get_help_record(ctx)


def option(*declarations: str, zh: str, en: str, **more: Any) -> Callable[[Any], Any]:
    """Adds an option with its help in both languages."""
    return click.option(*declarations, cls=Option, zh=zh, en=en, **more)


class Argument(click.Argument):
    """An argument with its name in both languages."""

    def __init__(self, *arguments: Any, zh: str, en: str, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.text = Bilingual(zh, en)

    def make_metavar(self, *_: Any, **__: Any) -> str:
        """Its name in the current language, in brackets when it may be left out."""
        name = say(self.text)
        return name if self.required else f"[{name}]"


def argument(name: str, *, zh: str, en: str, **more: Any) -> Callable[[Any], Any]:
    """Adds an argument; zh and en are what usage lines call it."""
    return click.argument(name, cls=Argument, zh=zh, en=en, **more)


def _settings(ctx: click.Context) -> Settings:
    return ctx.find_root().ensure_object(Settings)


def _set_graph(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        _settings(ctx).given_graph = value


def _set_language(_: click.Context, __: click.Parameter, value: str | None) -> None:
    if value is not None:
        speak(value)


def _set_quiet(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    _settings(ctx).quiet |= value


def _set_debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    _settings(ctx).debug |= value


def _show_help(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


class CommonOption(Option):
    """An option that every command takes; help shows it in a section of its own."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, expose_value=False, **more)


def _common(declarations: list[str], **more: Any) -> CommonOption:
    text = COMMON[declarations[0].removeprefix("--")][1]
    return CommonOption(declarations, zh=text.zh, en=text.en, **more)


def common_options() -> list[click.Parameter]:
    """New options for one command."""
    return [
        _common(["--graph"], metavar="DIR", callback=_set_graph),
        _common(["--lang"], type=click.Choice(LANGUAGES), is_eager=True, callback=_set_language),
        _common(["--quiet", "-q"], is_flag=True, callback=_set_quiet),
        _common(["--debug"], is_flag=True, callback=_set_debug),
        _common(["--help", "-h"], is_flag=True, is_eager=True, callback=_show_help),
    ]


class Speaking:
    """What commands and groups share: help in both languages, the common options."""

    context_class: type[click.Context] = Context
    text: Bilingual

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The parts of the usage line, in the current language."""
        pieces: list[str] = super().collect_usage_pieces(ctx)  # type: ignore[misc]
        words = {"[OPTIONS]": t("[选项]", "[OPTIONS]"), "[COMMAND] [ARGS]...": t("命令 …", "COMMAND …")}
        return [words.get(piece, piece) for piece in pieces]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write(f"{t('用法:', 'Usage: ')}{ctx.command_path} {pieces}\n")

    def section(self, ctx: click.Context, formatter: click.HelpFormatter, common: bool) -> None:
        """Writes the options of one section."""
        records = [
            record
            for parameter in ctx.command.get_params(ctx)
            if isinstance(parameter, click.Option) and isinstance(parameter, CommonOption) is common
            if (record := parameter.get_help_record(ctx))
        ]
        if records:
            title = t("通用选项", "Common options") if common else t("选项", "Options")
            with formatter.section(title):
                formatter.write_dl(records)


class Command(Speaking, click.Command):
    """A command with its help in both languages; the first line is its short help."""

    def __init__(self, *arguments: Any, zh: str, en: str, **more: Any) -> None:
        more["add_help_option"] = False
        more["params"] = [*(more.get("params") or []), *common_options()]
        super().__init__(*arguments, **more)
        self.text = Bilingual(zh, en)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the help in the current language."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(self.text))

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Arguments are told in the text."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the command's own options, then the common ones."""
        self.section(ctx, formatter, common=False)
        self.section(ctx, formatter, common=True)


def command(name: str, *, zh: str, en: str) -> Callable[[Callable[..., Any]], Command]:
    """Makes a function a command; it is given the Settings first and may return an exit code."""

    def made(function: Callable[..., Any]) -> Command:
        return click.command(name, cls=Command, zh=zh, en=en)(_with_settings(function))

    return made


def _keep_logs_quiet() -> None:
    """Lets records of the rooms go nowhere: what a person should know is told in one line."""
    import logging

    logging.getLogger().addHandler(logging.NullHandler())


def _with_settings(function: Callable[..., Any]) -> Callable[..., Any]:
    def called(*arguments: Any, **more: Any) -> Any:
        settings = _settings(click.get_current_context())
        if not settings.debug:
            _keep_logs_quiet()
        return function(settings, *arguments, **more)

    called.__name__ = function.__name__
    called.__doc__ = function.__doc__
    parameters = getattr(function, "__click_params__", None)
    if parameters is not None:
        called.__click_params__ = parameters  # type: ignore[attr-defined]
    return called
