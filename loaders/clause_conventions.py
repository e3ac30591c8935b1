"""What a document says of its own clauses: 列第一位者为牵头单位,下同; 标☆的为牵头单位."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.clause_parts import Entry
from loaders.clause_words import words
from loaders.clauses import Clause


class Conventions:
    """The conventions of a document, from the place where each is stated.

    Args:
        text: clean text.
    """

    def __init__(self, text: str) -> None:
        self._first_leads = _since(text, words().first_leads.search(text))
        self._starred_leads = _since(text, words().starred_leads.search(text))

    def applied(self, clause: Clause) -> list[Entry]:
        """The bodies of a clause with their roles as the conventions tell; a role told by a verb stays.

        A clause that names its lead in so many words is left alone.
        """
        entries = clause.parsed.entries
        if any(entry.role == "lead" for entry in entries):
            return entries
        if _holds(self._starred_leads, clause) and any(entry.starred for entry in entries):
            return [replace(entry, role="lead" if entry.starred else "responsible") for entry in entries]
        if _holds(self._first_leads, clause):
            for index, entry in enumerate(entries):
                if entry.role == "responsible":
                    return [*entries[:index], replace(entry, role="lead"), *entries[index + 1 :]]
        return entries


def _holds(since: int | None, clause: Clause) -> bool:
    return since is not None and clause.span.end > since


def _since(text: str, match: re.Match[str] | None) -> int | None:
    """From where a convention holds: from the clause that states it; a note (注:) holds everywhere."""
    if match is None:
        return None
    line = text.rfind("\n", 0, match.start()) + 1
    is_note = text[line : match.start()].lstrip(" \u3000*").startswith(("注", "备注", "说明"))
    return 0 if is_note else match.start()
