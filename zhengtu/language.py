"""The language that a person reads: from --lang, else from the locale."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from ontology.bilingual import Bilingual

LANGUAGES = ("zh", "en")

_current = "en"


def current_language() -> str:
    """`zh` or `en`."""
    return _current


def t(zh: str, en: str) -> str:
    """The text in the current language."""
    return zh if _current == "zh" else en


def say(text: Bilingual) -> str:
    """A bilingual text in the current language."""
    return text.in_language(_current)


def speak(language: str) -> None:
    """Sets the language of everything a person reads, click's own words included.

    Args:
        language: `zh` or `en`.
    """
    global _current
    _current = language
    # gettext, through which click speaks, asks the environment and nothing else
    os.environ["LANGUAGE"] = language


def users_language(environment: Mapping[str, str] | None = None) -> str:
    """The language of the user's locale: `zh` where it is Chinese, else `en`."""
    environment = os.environ if environment is None else environment
    named = next((environment[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(n)), "")
    if not named and sys.platform == "win32":
        import ctypes
        import locale

        named = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"


def wanted_language(arguments: Sequence[str]) -> str:
    """The language that a command line asks for by --lang, wherever it stands, else the user's.

    It is needed before the line is parsed, as the parser's own complaints are in it too.
    """
    for index, word in enumerate(arguments):
        if word == "--":
            break
        given = word[7:] if word.startswith("--lang=") else None
        if word == "--lang" and index + 1 < len(arguments):
            given = arguments[index + 1]
        if given in LANGUAGES:
            return given
    return users_language()
