"""The words of responsibility clauses, compiled once: labels, verbs, conventions, deadlines."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from loaders.rules import any_of, load_rules

#: what a label that names no body (责任人, 完成时限) gives
NO_ROLE = "none"
#: the label tells a deadline
DEADLINE = "deadline"


class Words(NamedTuple):
    """Compiled rule data.

    Attributes:
        label: a label with its colon, or in brackets of its own: 责任单位:, 【牵头部门】.
        bare_label: a label as it stands in a table's head.
        predicate: a verb with what goes around it: 按职责分工负责.
        together: A会同B.
        trigger: a word without which a bracket is no clause.
        first_leads, starred_leads: conventions for the clauses that follow.
        note: any convention, to cut it out of a list of bodies.
    """

    label: re.Pattern[str]
    bare_label: re.Pattern[str]
    predicate: re.Pattern[str]
    together: re.Pattern[str]
    trigger: re.Pattern[str]
    first_leads: re.Pattern[str]
    starred_leads: re.Pattern[str]
    note: re.Pattern[str]
    rules: dict[str, Any]


def ahead(*items: list[str] | str) -> str:
    """A look at the next sign: at most places it tells at once that none of some words begins there.

    Args:
        items: words, or signs in one string.
    """
    return f"(?=[{re.escape(''.join(sorted({word[0] for some in items for word in some})))}])"


def not_before(items: list[str], unless: list[str]) -> str:
    """A look ahead: none of some words follows, unless it begins one of others (负责制, but 负责制定)."""
    return f"(?!(?!{any_of(unless)})(?:{any_of(items)}))"


def _spaced(items: list[str]) -> str:
    """Words whose signs may be set apart: 责 任 单 位."""
    return "|".join("[ \u3000]?".join(map(re.escape, item)) for item in sorted(items, key=len, reverse=True))


@cache
def words() -> Words:
    """The compiled words of responsibility.yaml."""
    rules: dict[str, Any] = load_rules("responsibility")
    stems = [stem for of_role in rules["labels"].values() for stem in of_role]
    whole = [label for of_role in rules["whole_labels"].values() for label in of_role]
    label = (
        rf"(?:[省市区县州]级?|本级)?(?:(?:{_spaced(stems)})[ \u3000]?(?:{_spaced(rules['label_heads'])})"
        rf"(?:\([^()\n]{{1,24}}\))?(?:及责任人|和责任人|及人员)?|{_spaced(whole)})"
    )
    cores = [verb for of_role in rules["verbs"].values() for verb in of_role]
    core = f"(?:{any_of(cores)}){not_before(rules['not_verb_before'], rules['verb_goes_on'])}"
    manner = any_of(rules["manner"])
    note = f"{rules['first_leads']}|{rules['starred_leads']}"
    begins_verb = ahead(rules["manner"], cores, "、,和")
    return Words(
        label=re.compile(
            rf"{ahead(stems, whole, '省市区县州本', '【〔[(')}"
            rf"(?:(?:{label})[ \u3000]?:[ \u3000]?|(?:{label})[为是](?!{any_of(stems)})"
            rf"|(?<![一-鿿])(?:{any_of(rules['short_labels'])})[ \u3000]?:[ \u3000]?"
            rf"|(?<=[(〔【,;])(?:{label})[ \u3000]?(?=[省市区县州旗])"
            rf"|[【〔\[(](?:{label})[ \u3000]?:?[】〕\])]:?)"
        ),
        bare_label=re.compile(label),
        predicate=re.compile(
            f"{begins_verb}(?:{manner}|[、,和]){{0,5}}{core}(?:(?:{manner}|[、和])?{core}){{0,4}}"
        ),
        together=re.compile(rf"(?!商[务业会讨议定户])(?:{any_of(rules['together'])})"),
        trigger=re.compile(f"{_spaced(['牵头', '配合', '责任'])}|{any_of(cores)}|分工"),
        first_leads=re.compile(rules["first_leads"]),
        starred_leads=re.compile(rules["starred_leads"]),
        note=re.compile(rf"[,;。:(]?(?:{note})[^。;)\n]{{0,16}}\)?"),
        rules=rules,
    )


@cache
def label_role(label: str) -> str:
    """What a label opens: lead, support, responsible, DEADLINE or NO_ROLE.

    Args:
        label: as it stands, with or without colon and brackets.
    """
    rules = words().rules
    bare = re.sub(r"[ \u3000:【】〔〕\[\]]|[为是]$|^\(", "", label)
    bare = bare[:-1] if bare.count(")") > bare.count("(") else bare
    for role, whole in rules["whole_labels"].items():
        if bare in whole:
            return DEADLINE if bare in rules["deadline_labels"] else NO_ROLE if role == NO_ROLE else role
    stem = re.sub(r"^(?:[省市区县州]级?|本级)", "", bare)
    stem = re.sub(r"(?:\([^()]*\))?(?:及责任人|和责任人|及人员)?$", "", stem)
    for head in sorted(rules["label_heads"], key=len, reverse=True):
        if stem.endswith(head):
            stem = stem[: -len(head)]
            break
    for role, stems in rules["labels"].items():
        if stem in stems:
            return str(role)
    return NO_ROLE


def verb_role(predicate: str) -> str:
    """The role that a predicate gives: 牵头 before all, then 配合 and its like, else what stands first.

    Args:
        predicate: 按职责分工负责, 牵头负责, 配合落实.
    """
    verbs = words().rules["verbs"]
    if any(verb in predicate for verb in verbs["lead"] if verb != "统筹"):
        return "lead"
    if any(verb in predicate for verb in verbs["support"]):
        return "support"
    if "统筹" in predicate and "负责" not in predicate:
        return "lead"
    return "responsible"
