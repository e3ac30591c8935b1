"""The word lists by which the lines of a page are told apart, made into patterns once."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.rules import any_of, load_rules


class PageRules(NamedTuple):
    """Patterns over the lines of a page.

    Attributes:
        label: a label of the information box, letters apart or not.
        loose_label: the same where a single blank parts it from its value.
        field_of: label without blanks → number, issuer, written, published, updated, title or other.
        furniture: words of navigation and print links.
        site: words that end the name of a web site.
        noun_end: the end of a title: its kind, and brackets such as (试行) or (2023—2025年).
        wrapped: a title that hands on another paper, so that it must end in one of `wrapping_end`.
        wrapping_end: the end of such a title.
        organ_end: the end of an organ's name.
        not_organ: words that no organ's name holds.
        addressee_end: the end of a list of addressees.
    """

    label: re.Pattern[str]
    loose_label: re.Pattern[str]
    field_of: dict[str, str]
    furniture: re.Pattern[str]
    site: re.Pattern[str]
    noun_end: re.Pattern[str]
    wrapped: re.Pattern[str]
    wrapping_end: re.Pattern[str]
    not_title: frozenset[str]
    not_annex: re.Pattern[str]
    organ_end: re.Pattern[str]
    not_organ: re.Pattern[str]
    addressee_end: re.Pattern[str]
    not_addressee: re.Pattern[str]


#: (试行), (2023—2025年), (征求意见稿): up to three behind a title
BRACKETS = r"(?:\s?[(〔\[][^()〔〕\[\]]{1,30}[)〕\]]){0,3}"


@cache
def page_rules() -> PageRules:
    """The rules of `rules/page.yaml` as patterns."""
    rules = load_rules("page")
    field_of = {re.sub(r"\s", "", label): field for field, labels in rules["box"].items() for label in labels}
    spaced = sorted(field_of, key=lambda label: (-len(label), label))
    labels = "|".join(r"[ \u3000]{0,10}".join(label) for label in spaced)
    nouns, wrapping = any_of(rules["title_nouns"]), any_of(rules["wrapping_nouns"])
    return PageRules(
        loose_label=re.compile(rf"(?<![一-鿿])(?:{labels})(?=\s{{0,4}}(?:\||\Z|\t|  )|[ \u3000]\S)"),
        # a label with a date may be glued to the value before it (来源:X局发布时间:2023-…)
        label=re.compile(
            r"(?:发布|公开|成文)(?:时间|日期)(?=:\s?(?:19|20)\d\d)|"
            rf"(?<![一-鿿])【?(?:{labels})(?=\s{{0,4}}(?:[】:|\]]|\t|  |\Z))】?"
        ),
        field_of=field_of,
        furniture=re.compile(any_of(rules["furniture"])),
        site=re.compile(any_of(rules["site"])),
        noun_end=re.compile(rf"(?:{nouns})[”》]?{BRACKETS}\Z"),
        wrapped=re.compile(any_of(rules["wrapping"])),
        wrapping_end=re.compile(rf"(?:{wrapping})[”》]?{BRACKETS}\Z"),
        not_title=frozenset(rules["not_title"]),
        not_annex=re.compile(rf"(?:{any_of(rules['not_annex'])}){BRACKETS}\Z"),
        organ_end=re.compile(rf"(?:{any_of(rules['organ_endings'])})\Z"),
        not_organ=re.compile(any_of(rules["not_organ"])),
        addressee_end=re.compile(rf"(?:{any_of(rules['addressee_endings'])})\Z"),
        not_addressee=re.compile(rf"(?:{any_of(rules['not_addressee'])})"),
    )
