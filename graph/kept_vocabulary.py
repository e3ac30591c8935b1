"""The vocabulary that a graph directory remembers: a copy of the user's file, or that there is none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from graph.atomic import write_whole
from graph.directory import Directory
from ontology.bilingual import Bilingual
from ontology.errors import VocabularyError
from ontology.vocabulary import Vocabulary, load_vocabulary

#: words in place of a file: without names, and the shipped names alone
WITHOUT, SHIPPED = "none", "shipped"


@dataclass(frozen=True, slots=True)
class Kept:
    """A vocabulary as a build uses it.

    Attributes:
        vocabulary: loaded.
        name: what the manifest calls it: a file in vocabulary/, `none`, or empty for the shipped one.
        place: what `load_vocabulary` takes.
        warnings: bad lines of the user's file.
    """

    vocabulary: Vocabulary
    name: str
    place: Path | str | None
    warnings: tuple[Bilingual, ...] = ()


def remembered(directory: Directory, name: str) -> Kept:
    """The vocabulary that a manifest names.

    Raises:
        GraphError: the copy is gone.
        VocabularyError: it can't be read.
    """
    if name in ("", WITHOUT):
        place: Path | str | None = name or None
    else:
        place = directory.vocabulary / name
        if not place.is_file():
            raise directory.damaged(f"vocabulary/{name}")
    vocabulary, _ = load_vocabulary(place)
    return Kept(vocabulary, name, place)


def given(directory: Directory, option: Path | str, *, keep: bool) -> Kept:
    """The vocabulary that a user asks for.

    Args:
        option: a file, `none`, or `shipped`.
        keep: whether a copy is put into the directory.

    Raises:
        VocabularyError: the file can't be read.
    """
    if str(option) in (WITHOUT, SHIPPED):
        name = "" if str(option) == SHIPPED else WITHOUT
        vocabulary, warnings = load_vocabulary(name or None)
        return Kept(vocabulary, name, name or None, tuple(warnings))
    path = Path(option)
    vocabulary, warnings = load_vocabulary(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise VocabularyError(
            f"词表 {path} 打不开({why}):请检查路径和权限",
            f"the vocabulary {path} can't be opened ({why}): check the path and its permissions",
        ) from error
    name = hashlib.sha256(data).hexdigest()[:16] + path.suffix.lower()
    place = directory.vocabulary / name if keep else path
    if keep:
        directory.vocabulary.mkdir(exist_ok=True)
        write_whole(place, data)
    return Kept(vocabulary, name, place, tuple(warnings))
