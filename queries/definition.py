"""A named query as its folder says: what it answers, its parameters, its columns, its SPARQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

import yaml

from ontology.bilingual import Bilingual
from ontology.errors import UsageError
from ontology.nearest import nearest

#: what a parameter may be: a kind of entity (as `export entities` names them), or a plain word
PARAMETER_TYPES = (
    "region",
    "organization",
    "platform",
    "initiative",
    "task",
    "indicator",
    "document",
    "word",
)


#: what a cell without a fact reads: absence is no claim
NOT_SEEN = Bilingual("已读文件中未见", "not seen in what was read")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a named query.

    Attributes:
        name: as the option names it: region.
        type: one of PARAMETER_TYPES.
        variable: the variable of query.rq that it restricts.
        kinds: entity kinds that may be meant.
        expand: whether a kind of platform stands for its platforms.
        values: the words allowed, for type word.
        text: what it does.
    """

    name: str
    type: str
    variable: str
    kinds: tuple[str, ...]
    expand: bool
    values: tuple[str, ...]
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an answer.

    Attributes:
        name: as JSON names it.
        head: as tables name it.
        many: several values of one row are joined by 、 (the bodies of one task).
        fill: `sentence` or `document`: taken from the row's evidence instead of the query.
        absent: what a table reads where there is no value; NOT_SEEN unless the query says otherwise.
        shown: whether tables for people show it.
        words: what a table shows for the values that stand for something (lead: 牵头).
    """

    name: str
    head: Bilingual
    many: bool
    fill: str | None
    absent: Bilingual
    shown: bool
    words: Mapping[str, Bilingual]


@dataclass(frozen=True, slots=True)
class Completion:
    """What fills an answer up with rows that say that something was not seen.

    Attributes:
        row: columns that name what is compared.
        column: columns that name where; the SPARQL gives all of these.
        state, value: the column and the value that say so.
        sparql: the text of across.rq.
    """

    row: tuple[str, ...]
    column: tuple[str, ...]
    state: str
    value: str
    sparql: str


class Matrix(NamedTuple):
    """How an answer is shown to people side by side: a line for each value of `row`, a column for each of
    `column`, what a cell shows, and in brackets `detail` where a column has the value that `where` says."""

    row: str
    column: str
    cell: str
    detail: str
    where: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Definition:
    """A named query.

    Attributes:
        name: shared-initiatives.
        names: its name for people in both languages.
        answers: what it answers, one line.
        parameters, columns: in order.
        empty: what is said when there are no rows; `{documents}` is how many were read.
        needs, lacking: the kind of fact it rests on, and what is said of a document without any.
        completion, matrix: see there.
        example: a command line that gives an answer.
        sparql: the text of query.rq.
    """

    name: str
    names: Bilingual
    answers: Bilingual
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    empty: Bilingual
    needs: str
    lacking: Bilingual
    completion: Completion | None
    matrix: Matrix | None
    example: str
    sparql: str

    def parameter(self, name: str) -> Parameter:
        """The parameter of this name.

        Raises:
            UsageError: the query has none.
        """
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        own = "、".join(f"--{p.name}" for p in self.parameters)
        raise UsageError(
            f"查询 {self.name} 没有参数 --{name};有:{own}",
            f"the query {self.name} takes no --{name}; it takes {own.replace('、', ', ')}",
        )


def _bilingual(value: Mapping[str, str] | None) -> Bilingual:
    return Bilingual(value["zh"], value["en"]) if value else Bilingual("", "")


def _read_parameter(data: Mapping[str, Any]) -> Parameter:
    kind = data.get("type", data["name"])
    if kind not in PARAMETER_TYPES:
        raise ValueError(f"parameter {data['name']}: type {kind} is none of {PARAMETER_TYPES}")
    return Parameter(
        name=data["name"],
        type=kind,
        variable=data["variable"],
        kinds=tuple(data.get("kinds", (kind,))),
        expand=data.get("expand", False),
        values=tuple(data.get("values", ())),
        text=_bilingual(data["text"]),
    )


def _read_column(data: Mapping[str, Any]) -> Column:
    return Column(
        name=data["name"],
        head=_bilingual(data["head"]),
        many=data.get("many", False),
        fill=data.get("fill"),
        absent=_bilingual(data["absent"]) if "absent" in data else NOT_SEEN,
        shown=data.get("shown", True),
        words={value: _bilingual(text) for value, text in data.get("words", {}).items()},
    )


def _read_completion(data: Mapping[str, Any] | None, folder: Traversable) -> Completion | None:
    if data is None:
        return None
    return Completion(
        row=tuple(data["row"]),
        column=tuple(data["column"]),
        state=data["state"],
        value=data["value"],
        sparql=folder.joinpath("across.rq").read_text(encoding="utf-8"),
    )


def read_definition(folder: Traversable) -> Definition:
    """Reads a query's folder.

    Args:
        folder: with query.yaml and query.rq.
    """
    data = yaml.safe_load(folder.joinpath("query.yaml").read_text(encoding="utf-8"))
    return Definition(
        name=folder.name,
        names=_bilingual(data["names"]),
        answers=_bilingual(data["answers"]),
        parameters=tuple(_read_parameter(row) for row in data["parameters"]),
        columns=tuple(_read_column(row) for row in data["columns"]),
        empty=_bilingual(data["empty"]),
        needs=data["needs"],
        lacking=_bilingual(data["lacking"]),
        completion=_read_completion(data.get("complete"), folder),
        matrix=Matrix(**data["matrix"]) if "matrix" in data else None,
        example=data["example"],
        sparql=folder.joinpath("query.rq").read_text(encoding="utf-8"),
    )


@cache
def definitions() -> Mapping[str, Definition]:
    """All named queries by name."""
    home = files("queries").joinpath("named")
    folders = [f for f in home.iterdir() if f.is_dir() and f.joinpath("query.yaml").is_file()]
    return {folder.name: read_definition(folder) for folder in sorted(folders, key=lambda f: f.name)}


def find_definition(name: str) -> Definition:
    """The query of this name, also by its Chinese name.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    known = definitions()
    wanted = name.strip().lower().replace("_", "-")
    for definition in known.values():
        if wanted == definition.name or name.strip() in definition.names:
            return definition
    names = [n for d in known.values() for n in (d.name, d.names.zh)]
    near = nearest(wanted, names)
    zh = f",最接近的是 {'、'.join(near)}" if near else ""
    en = f"; nearest: {', '.join(near)}" if near else ""
    raise UsageError(
        f"没有名为 {name} 的查询{zh};ask 不带参数列出全部。",
        f"there is no query {name}{en}; ask alone lists them",
    )
