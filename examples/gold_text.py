"""The text of an example as its gold sees it: cleaned, in sentences, with the way back to the source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

#: An annotation after a Chinese character: 數(shù).
ANNOTATION = re.compile(r"(?<=[\u4e00-\u9fff])\([a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)")
BRACKETS = {"(": ")", "（": "）", "〔": "〕", "“": "”", "《": "》"}
BLOCKS = {"p", "h1", "h2", "h3", "div", "li", "tr", "caption", "title"}


@dataclass
class Text:
    """A document's text.

    Attributes:
        clean: simplified, without annotations; rows quote from it.
        source: for each code point of `clean` its offset in the decoded file.
        html: a web page, whose gold has sentences instead of offsets.
    """

    clean: str
    source: list[int]
    html: bool = False
    sentences: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.sentences = list(split(self.clean))

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that holds an offset of the clean text."""
        return next(span for span in self.sentences if span[0] <= at < span[1])

    def cut(self, start: int, end: int) -> None:
        """A heading is a sentence of its own, also where a flattened page runs it into the text."""
        for at in (start, end):
            if at == end and (at >= len(self.clean) or self.clean[at] in "。；;：:\r\n\t "):
                continue
            begin, stop = self.sentence(at)
            if begin < at:
                where = self.sentences.index((begin, stop))
                self.sentences[where : where + 1] = [(begin, at), (at, stop)]

    def raw_span(self, start: int, end: int) -> list[int]:
        """Offsets in the decoded file; an annotation after the last character stays outside."""
        while end > start + 1 and self.clean[end - 1] in "\r\n \u3000":
            end -= 1
        return [self.source[start], self.source[end - 1] + 1]

    def place(self, start: int, end: int, begin: int, stop: int) -> dict[str, Any]:
        """The fields start, end, context and quote of a gold row."""
        quote = self.clean[start:end]
        if self.html:
            context = " ".join(self.clean[begin:stop].split())
            return {"start": None, "end": None, "context": context, "quote": quote}
        first, last = self.raw_span(start, end)
        return {"start": first, "end": last, "context": self.raw_span(begin, stop), "quote": quote}

    def numbered(self, number: str, title: str, start: int) -> tuple[int, int] | None:
        """The next place of a title with its number in front: （一）标题, 1.标题, 第一条 标题."""
        digits = re.escape(number.strip("()"))
        signs = r"[（(]" + digits + r"[）)]" if number.startswith("(") else digits
        match = re.compile(signs + r"[、.．\s　]*" + re.escape(title)).search(self.clean, start)
        return match.span() if match else None


def split(text: str) -> list[tuple[int, int]]:
    """Sentences: they end at 。；！？ outside brackets and at line ends; a table row is one."""
    spans = []
    for line in re.finditer(r"[^\n]+", text):
        begin, open_brackets = line.start(), []
        for at in range(line.start(), line.end()):
            sign = text[at]
            if "\t" in line[0]:
                break
            if sign in BRACKETS:
                open_brackets.append(BRACKETS[sign])
            elif open_brackets and sign == open_brackets[-1]:
                open_brackets.pop()
                # a clause in brackets after the full stop is a sentence of its own
                if not open_brackets and at - begin > 5 and sign in ")）〕" and text[begin] in "(（〔":
                    spans.append((begin, at + 1))
                    begin = at + 1
            elif sign in "。；;！？" and not open_brackets:
                spans.append((begin, at + 1))
                begin = at + 1
        if begin < line.end() and text[begin : line.end()].strip():
            spans.append((begin, line.end()))
    return spans


class Page(HTMLParser):
    """Visible text of a simple page: a line for each block, a table row's cells parted by tabs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins on a line of its own."""
        self.hidden += tag in ("script", "style", "title")
        if tag in BLOCKS:
            self.parts.append("\n")
        if tag == "br":
            self.parts.append(" ")
        if tag in ("td", "th"):
            self.parts.append("\t")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        self.hidden -= tag in ("script", "style", "title")
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """White space in the source is no text."""
        if not self.hidden:
            self.parts.append(re.sub(r"\s+", "", data) if data.strip() else "")


def load_text(path: Path, encoding: str, simplified: str) -> Text:
    """Read an example.

    Args:
        path: the document.
        encoding: of its bytes.
        simplified: pairs such as "數数 據据", for a page in traditional characters.
    """
    raw = path.read_bytes().decode(encoding)
    if path.suffix == ".html":
        page = Page()
        page.feed(raw)
        text = "".join(page.parts)
        return Text(text, list(range(len(text))), html=True)
    table = {ord(pair[0]): pair[1] for pair in simplified.split()}
    clean, source, at = [], [], 0
    while at < len(raw):
        note = ANNOTATION.match(raw, at) if simplified else None
        if note:
            at = note.end()
            continue
        clean.append(raw[at].translate(table))
        source.append(at)
        at += 1
    return Text("".join(clean), source)
