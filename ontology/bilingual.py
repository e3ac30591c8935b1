"""A text in the two languages that the project speaks."""

from __future__ import annotations

from typing import NamedTuple


class Bilingual(NamedTuple):
    """One message or label in Chinese and in English."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The text for a language code (`zh`, `zh_CN`, `en` …); anything that is not Chinese reads
        English."""
        return self.zh if language.lower().startswith("zh") else self.en
