#!/usr/bin/env python3
"""Compile the hand-written rows of gold/*.rows into gold/*.jsonl, and show or count them.

usage: make_gold.py [--check] [--show STEM] [--counts]

A row names a fact by the words that state it; this script finds the words in the document and adds
offsets (Unicode code points of the decoded source) and the sentence around them. README.md explains the
rows. It does not use the project's readers: gold must not lean on what it judges.
"""

from __future__ import annotations

import argparse
import collections
import json
import sys
from pathlib import Path
from typing import Any

from gold_text import Text, load_text

HERE = Path(__file__).parent
GOLD = HERE / "gold"
ROLES = ("lead", "support", "responsible")
KINDS = (
    "metadata", "heading", "citation", "responsibility", "platform",
    "connection", "initiative", "target", "organization",
)  # fmt: skip
#: Columns of each kind of row, in order; a row may leave out the last ones.
COLUMNS = {
    "metadata": ("field", "value", "of"),
    "heading": ("path", "title"),
    "citation": ("relation", "title", "number"),
    "platform": ("action", "name"),
    "connection": ("source", "target"),
    "initiative": ("name",),
    "target": ("indicator", "comparator", "value", "unit", "deadline", "status"),
    "organization": ("type", "name"),
}
Fact = dict[str, Any]


class GoldError(Exception):
    """A row that cannot be compiled; the message names file, line and what is wrong."""


class Compiler:
    """Turns the rows of one document into facts, moving through its text as the rows do."""

    def __init__(self, stem: str, text: Text, region: str, prefix: str) -> None:
        self.stem = stem
        self.text = text
        self.region = region
        self.prefix = prefix
        self.cursor = 0  # where the search for the next words begins: the sentence of the last row
        self.item = 0  # start of the innermost heading
        self.task: tuple[str, str] = ("", "")  # of the open clause: task, first words of its span
        self.span: tuple[int, int] | None = None  # what the open clause covers, once its first body is found
        self.body_end = 0  # end of the last body of the open clause
        self.facts: list[Fact] = []

    def find(self, words: str, start: int) -> tuple[int, int]:
        """The next place of these words at or after an offset of the clean text."""
        at = self.text.clean.find(words, start)
        if at < 0:
            raise GoldError(f"not found after {start}: {words}")
        return at, at + len(words)

    def add(self, kind: str, start: int, end: int, fields: Fact) -> None:
        """Keep a fact; the search goes on from its sentence."""
        sentence = self.text.sentence(start)
        self.cursor = sentence[0]
        self.facts.append({"kind": kind, "at": (start, end), "sentence": sentence, **fields})

    def organization(self, words: str) -> tuple[str, str]:
        """(words in the text, full name): 省数据局 loses its local prefix, +财政厅 carries the one before,
        =云泽大学 stays as it is, and what stands after > is the name."""
        if ">" in words:
            quote, name = (part.strip() for part in words.split(">"))
            return quote, name
        if words.startswith("="):
            return words[1:], words[1:]
        if words.startswith("+"):
            return words[1:], self.region + words[1:]
        if not words.startswith(self.prefix):
            raise GoldError(f"no local prefix {self.prefix}, and neither + nor = before: {words}")
        return words, self.region + words[len(self.prefix) :]

    def body(self, role: str, words: str) -> None:
        """One body of the open clause. A ^ at the end: the same table cell again, for the next row."""
        again = words.endswith("^")
        quote, name = self.organization(words.rstrip("^ "))
        if again:
            start = self.text.clean.rfind(quote, 0, self.body_end)
            if start < 0:
                raise GoldError(f"not found before {self.body_end}: {quote}")
            end = start + len(quote)
        else:
            start, end = self.find(quote, max(self.cursor, self.body_end))
        task, first_words = self.task
        self.span = self.span or self.task_span(start, first_words)
        fields: Fact = {"organization": name, "role": role, "task": task, "span": self.span}
        self.add("responsibility", start, end, fields)
        self.body_end = end

    def task_span(self, start: int, first_words: str) -> tuple[int, int]:
        """What the clause covers: from its first words (or its heading) to the clause, or, where the clause
        is part of a sentence, to the end of that sentence."""
        begin, end = self.text.sentence(start)
        if first_words:
            found = self.text.clean.rfind(first_words, 0, end)
            if found < 0:
                raise GoldError(f"task span not found: {first_words}")
            return found, (begin if found < begin else end)
        return (self.item, begin) if self.item < begin else (begin, end)

    def row(self, kind: str, rest: str) -> None:
        """One line of the file of rows."""
        if kind == "@":
            self.cursor = self.body_end = self.find(rest, self.cursor)[0]
            return
        if kind == "clause":
            task, _, first_words = (part.strip() for part in rest.partition("|"))
            self.task, self.span, self.body_end = (task, first_words), None, self.cursor
            return
        if kind in ROLES:
            self.body(kind, rest)
            return
        if kind not in COLUMNS:
            raise GoldError(f"unknown kind of row: {kind}")
        columns, _, quote = rest.partition("::")
        values = [value.strip() for value in columns.split("|")]
        fields: Fact = dict(zip(COLUMNS[kind], values, strict=False))
        getattr(self, f"add_{kind}", self.add_plain)(kind, fields, quote.strip())

    def add_plain(self, kind: str, fields: Fact, quote: str) -> None:
        """A fact whose words are its quote or, without one, its value, name or source."""
        words = quote or fields.get("value") or fields.get("name") or fields["source"]
        self.add(kind, *self.find(words, self.cursor), fields)

    def add_heading(self, kind: str, fields: Fact, quote: str) -> None:
        """A heading: its number, as the path's last step has it, stands before the title."""
        words = quote or fields["title"]
        if fields["path"].startswith("附件/"):  # a table row, its number in a cell of its own
            place: tuple[int, int] | None = self.find(words, self.cursor)
        else:
            place = self.text.numbered(fields["path"].split("/")[-1], words, self.cursor)
        if place is None:
            raise GoldError(f"heading not found: {fields['path']} {fields['title']}")
        if not self.text.html:
            self.text.cut(*place)
        self.item = place[0]
        self.add(kind, *place, fields)

    def add_citation(self, kind: str, fields: Fact, quote: str) -> None:
        """A citation: the title between 《 and 》 unless the row quotes something else."""
        fields.setdefault("number", None)
        self.add(kind, *self.find(quote or f"《{fields['title']}》", self.cursor), fields)

    def add_target(self, kind: str, fields: Fact, quote: str) -> None:
        """A figure; an empty deadline is null, no status means planned."""
        fields["deadline"] = fields.get("deadline") or None
        fields.setdefault("status", "planned")
        self.add(kind, *self.find(quote, self.cursor), fields)

    def add_organization(self, kind: str, fields: Fact, quote: str) -> None:
        """A body named outside clauses."""
        words, fields["name"] = self.organization(fields["name"])
        self.add(kind, *self.find(quote or words, self.cursor), fields)

    def export(self) -> list[Fact]:
        """The facts as gold files have them, sorted by place."""
        rows = []
        order = {kind: n for n, kind in enumerate(KINDS)}
        for fact in sorted(self.facts, key=lambda fact: (fact["at"], order[fact["kind"]])):
            start, end = fact.pop("at")
            begin, stop = fact.pop("sentence")
            kind, span = fact.pop("kind"), fact.pop("span", None)
            row = {"kind": kind, "doc": self.stem, **self.text.place(start, end, begin, stop), **fact}
            if span and not self.text.html:
                row["task_span"] = self.text.raw_span(*span)
            rows.append(row)
        return rows


def compile_rows(path: Path) -> tuple[list[Fact], Text]:
    """The facts of one file of rows, and the text that they were found in.

    Args:
        path: gold/<document stem>.rows; its first lines name the file, its region and local prefix.

    Raises:
        GoldError: words that are not in the document, or a row of unknown form.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    head = dict(line[1:].split(":", 1) for line in lines if line.startswith("%"))
    head = {key.strip(): value.strip() for key, value in head.items()}
    text = load_text(HERE / head["file"], head.get("encoding", "utf-8"), head.get("simplified", ""))
    compiler = Compiler(path.stem, text, head["region"], head["prefix"])
    for number, line in enumerate(lines, 1):
        if not line.strip() or line[0] in "#%":
            continue
        kind, _, rest = line.strip().partition(" ")
        try:
            compiler.row(kind, rest.strip())
        except GoldError as error:
            raise GoldError(f"{path.name}:{number}: {error}") from None
    return compiler.export(), text


def counts(gold: dict[str, list[Fact]]) -> str:
    """A Markdown table of facts by document, kind and role."""
    heads = [*KINDS, *ROLES]
    total: collections.Counter[str] = collections.Counter()
    lines = ["| document | " + " | ".join(heads) + " |", "|---" * (len(heads) + 1) + "|"]
    for stem, facts in gold.items():
        mine = collections.Counter(fact["kind"] for fact in facts)
        mine.update(fact["role"] for fact in facts if fact["kind"] == "responsibility")
        total.update(mine)
        lines.append(f"| {stem} | " + " | ".join(str(mine[head]) for head in heads) + " |")
    lines.append("| **all** | " + " | ".join(str(total[head]) for head in heads) + " |")
    return "\n".join(lines)


def show(facts: list[Fact], text: Text) -> None:
    """Write out the document sentence by sentence with the facts read from each: for reading gold again."""
    skip = {"kind", "doc", "start", "end", "context", "quote", "task_span"}
    for begin, end in text.sentences:
        sys.stdout.write(text.clean[begin:end].strip("\r\n") + "\n")
        context = text.place(begin, end, begin, end)["context"]
        for fact in facts:
            if fact["context"] == context:
                fields = " ".join(str(value) for name, value in fact.items() if name not in skip)
                sys.stdout.write(f"        {fact['kind']} {fields} [{fact['quote']}]\n")


def main() -> int:
    """Compile, check or show; 1 when a row is wrong or a compiled file is stale."""
    parser = argparse.ArgumentParser(description="compile the gold facts of the examples")
    parser.add_argument("--check", action="store_true", help="fail on a stale file, write nothing")
    parser.add_argument("--show", metavar="STEM", help="print a document with its facts")
    parser.add_argument("--counts", action="store_true", help="print the numbers of facts")
    args = parser.parse_args()
    gold: dict[str, list[Fact]] = {}
    stale = 0
    for path in sorted(GOLD.glob("*.rows")):
        try:
            gold[path.stem], text = compile_rows(path)
        except GoldError as error:
            sys.stderr.write(f"{error}\n")
            return 1
        content = "".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in gold[path.stem])
        target = path.with_suffix(".jsonl")
        if args.check:
            if not target.exists() or target.read_text(encoding="utf-8") != content:
                sys.stderr.write(f"stale: {target.name}\n")
                stale = 1
        else:
            target.write_text(content, encoding="utf-8", newline="\n")
        if args.show == path.stem:
            show(gold[path.stem], text)
    if args.counts:
        sys.stdout.write(counts(gold) + "\n")
    return stale


if __name__ == "__main__":
    sys.exit(main())
