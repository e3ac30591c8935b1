"""What a parsed clause consists of, and how far back a verb reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.body_names import Body
from loaders.document import Span


@dataclass(slots=True)
class Entry:
    """A body in a clause.

    Attributes:
        body: as read.
        role: lead, support, responsible; None until a verb or label tells.
        starred: whether a mark stands before it.
        explicit: whether a verb or a bracket of its own told the role.
    """

    body: Body
    role: str | None
    segment: int
    starred: bool = False
    explicit: bool = False


@dataclass(slots=True)
class ParsedClause:
    """What a clause says.

    Attributes:
        entries: its bodies in order, each with its role.
        deadline: clean span of a stated date, or None.
        verbs: how many verbs gave a role.
        leftover: how many entries are no body, date or verb.
    """

    entries: list[Entry] = field(default_factory=list)
    deadline: Span | None = None
    verbs: int = 0
    leftover: int = 0


def reached_back(role: str, label: str | None, label_segment: int, waiting: Sequence[Entry]) -> int:
    """The first segment whose bodies a verb takes.

    Args:
        role: that the verb gives.
        label: the role of the label before, or None; without one a verb takes all that wait.
        label_segment: the segment in which the label opened.
        waiting: bodies that no verb took yet.
    """
    if label is None or not waiting:
        return 0
    segments = sorted({entry.segment for entry in waiting})
    if label == "lead" and role != "lead":
        # (牵头单位:A,B、C,各D配合): all behind the first comma
        behind = segments[0] == label_segment and len(segments) > 1
        return segments[0] + 1 if behind else segments[0]
    groups = {
        number: all(entry.body.group for entry in waiting if entry.segment == number) for number in segments
    }
    # (责任单位:A、B,各C,各D配合): the last segment, and groups before groups
    reached = segments.pop()
    if groups[reached]:
        while segments and groups[segments[-1]]:
            reached = segments.pop()
    return reached
