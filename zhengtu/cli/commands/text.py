"""text: what offsets count in."""

from __future__ import annotations

from zhengtu.cli.frame import argument, command
from zhengtu.cli.output import byte_output, output_option
from zhengtu.cli.settings import Settings


@command(
    "text",
    zh="文件的纯文本:事实里的 start、end 数的就是它的字(Unicode 码点)。一律 UTF-8,逐字节照原样输出。",
    en="The plain text of a file, in which start and end of facts count (Unicode code points); always UTF-8, "
    "byte for byte.",
)
@argument("file", zh="文件", en="FILE")
@output_option
def text_command(settings: Settings, file: str, output: str | None) -> None:
    """Writes the text."""
    from loaders.reader import load

    text = load(file).raw
    with byte_output(output) as out:
        out.write(text.encode("utf-8", "surrogatepass"))
