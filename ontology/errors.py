"""The one exception tree.

    ZhengtuError
    ├── UsageError        the request itself is wrong (exit code 2)
    ├── InputError        a file can't be read as a document; the rest of a batch goes on
    ├── VocabularyError   a vocabulary, decisions or schema file can't be used
    ├── NotFoundError     no such region, body, document or fact
    ├── GraphError        the graph directory is locked, foreign, damaged or too new
    └── QueryError        a query was refused, failed or ran out of time

Every error says in one line what happened, where, and what to do.
"""

from __future__ import annotations

from ontology.bilingual import Bilingual


class ZhengtuError(Exception):
    """Base of all errors that a person is meant to read.

    Args:
        zh, en: one line in each language: what, where, what to do.
    """

    exit_code = 1

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh, en)
        self.message = Bilingual(zh, en)

    def __str__(self) -> str:
        return self.message.en

    def in_language(self, language: str) -> str:
        """The message for a language code."""
        return self.message.in_language(language)


class UsageError(ZhengtuError):
    """The request itself is wrong."""

    exit_code = 2


class InputError(ZhengtuError):
    """A file can't be read as a document."""


class VocabularyError(ZhengtuError):
    """A vocabulary, decisions or schema file can't be used."""


class NotFoundError(ZhengtuError):
    """There is no such region, body, document or fact."""


class GraphError(ZhengtuError):
    """The graph directory is locked, foreign, damaged or too new."""


class QueryError(ZhengtuError):
    """A query was refused, failed or ran out of time."""
