"""The name of an information system at its place in a text."""

from __future__ import annotations

from typing import NamedTuple


class SystemName(NamedTuple):
    """A named system, or a class of systems, in a sentence.

    Attributes:
        start, end: clean span of the words that it was read from.
        name: as written, without quotation marks and what only locates.
        list_start, list_end: clean span of the list that it stands in.
        generic: whether it is a class of systems (各级业务系统), which is no platform but may be connected.
        rule: name_ending, listed_ending, quoted_name, known_platform, class_of_systems or platform_of_level.
    """

    start: int
    end: int
    name: str
    list_start: int
    list_end: int
    generic: bool
    rule: str
