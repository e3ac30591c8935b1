"""How characters are read in pinyin: needed to tell an annotation from a real parenthesis."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.resources import files

#: Letters that stand for others in typeset pinyin.
_LETTERS = str.maketrans({"ɑ": "a", "ɡ": "g", "v": "ü"})
_DIAERESIS = "\u0308"


@cache
def characters_by_reading() -> dict[str, frozenset[str]]:
    """Toneless syllable (v for ü) -> the characters that may be read so."""
    text = files(__package__).joinpath("readings.json").read_text(encoding="utf-8")
    return {syllable: frozenset(chars) for syllable, chars in json.loads(text).items() if syllable != "_"}


@cache
def toneless(written: str) -> tuple[str, bool] | None:
    """A written syllable without its tone (v for ü), and whether it bore one; None if it is no syllable.

    Args:
        written: pinyin letters, with or without a tone mark, composed or not.
    """
    letters = unicodedata.normalize("NFD", written.translate(_LETTERS))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter) or letter == _DIAERESIS)
    syllable = unicodedata.normalize("NFC", plain).replace("ü", "v").replace("ê", "e")
    if syllable not in characters_by_reading():
        return None
    return syllable, len(plain) < len(letters)


def is_read(character: str, syllable: str) -> bool:
    """Whether a character may be read so."""
    return character in characters_by_reading().get(syllable, ())
