"""Writes docs/cli.md from the help texts and the named queries: a reference that can't lag behind.

python docs/cli_reference.py            rewrites docs/cli.md
python docs/cli_reference.py --check    exits 1 where it is not current
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from queries.definition import definitions
from zhengtu.cli.app import cli
from zhengtu.cli.contents import COMMANDS
from zhengtu.language import say, speak

TARGET = Path(__file__).parent / "cli.md"

_HEAD = """# 命令行

<!-- 由 docs/cli_reference.py 生成,请勿手改 -->

数据写到标准输出(或 `-o` 的文件),其余写到标准错误。
每条命令都可带 `--graph`、`--lang`、`--quiet`、`--debug`,写在命令前后都行。

| 退出码 | 意思 |
|---|---|
| 0 | 全部完成 |
| 1 | 什么也做不成(一行说明原因) |
| 2 | 用法不对 |
| 3 | 做完了,但有的输入没有读(逐个指明),或 `check` 有发现 |
| 130 | 被 Ctrl-C 中断;图目录仍是上一次写完的样子 |

"""

_CELLS = """
## 表格与文件

`--format table` 给人看:放得下就画成表,放不下就一行一段。`json` 给程序。`md` 可贴进文稿。

`csv` 用 Excel、WPS 直接打开:带 BOM;电子表格会当成公式、日期或数字改写的文字
(`=…`、`+…`、`-…`、`@…`、`1-2`、`0532`)前面加一个制表符,显示出来仍是原文,程序去掉首尾空白即得原文。

`-o` 的文件写完才替换原有的,中途出错原文件不动。
"""


def _help(*names: str) -> str:
    command: click.Command = cli
    context = cli.context_class(cli, info_name="zhengtu", terminal_width=88)
    for name in names:
        found = command.get_command(context, name) if isinstance(command, click.Group) else None
        assert found is not None
        context = found.context_class(found, info_name=name, parent=context, terminal_width=88)
        command = found
    return f"```text\n{command.get_help(context).rstrip()}\n```\n"


def _queries() -> str:
    lines = ["\n## 现成的问题(ask)\n\n", "| 查询 | 名称 | 回答什么 | 参数 | 列 |\n|---|---|---|---|---|\n"]
    for one in definitions().values():
        parameters = "、".join(f"`--{parameter.name}`" for parameter in one.parameters)
        columns = "、".join(f"{say(column.head)} `{column.name}`" for column in one.columns)
        lines.append(f"| `{one.name}` | {say(one.names)} | {say(one.answers)} | {parameters} | {columns} |\n")
    lines.append("\n")
    lines += [f"- {say(one.names)}:`{one.example}`\n" for one in definitions().values()]
    return "".join(lines)


def reference() -> str:
    """The text of docs/cli.md."""
    speak("zh")
    parts = [_HEAD, _help()]
    parts += [f"\n## {name}\n\n{_help(name)}" for name in COMMANDS]
    return "".join([*parts, _queries(), _CELLS])


def main() -> int:
    """Writes or checks the file."""
    text = reference()
    if "--check" not in sys.argv:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    current = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
    if not current:
        sys.stderr.write("docs/cli.md is not current: python docs/cli_reference.py\n")
    return 0 if current else 1


if __name__ == "__main__":
    sys.exit(main())
