"""Which files a build reads: paths given by a user become names of documents."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from graph.directory import MARKER
from graph.report import Refusal
from loaders.reader import no_file
from loaders.refusal import unreadable
from ontology.bilingual import Bilingual

#: what lies beside documents in a folder and is none: programs, data, and what describes the folder itself
_BESIDE = frozenset({".css", ".csv", ".ini", ".js", ".json", ".jsonl", ".log", ".py"})
_BESIDE |= {".rows", ".toml", ".yaml", ".yml"}
_DESCRIBING = ("readme", "license", "licence", "notice", "changelog")
#: endings of the folder in which a browser keeps what belongs to a saved page
_PAGE_PARTS = ("_files", ".files", "_文件")


class Key(NamedTuple):
    """What tells documents apart: the root they came from (its folder's name) and their path below it."""

    root: str
    relative: str


class Found(NamedTuple):
    """A file to be read; `alone` if it was given itself and not with a folder."""

    key: Key
    path: Path
    alone: bool = False


class Collected(NamedTuple):
    """What the given paths hold.

    Attributes:
        files: sorted.
        doubles: files with the key of one of `files`, sorted: their names are the same in NFC.
        refused: paths that can't be read.
        roots: names of the folders given, from which a document can be missing.
    """

    files: tuple[Found, ...]
    doubles: tuple[Found, ...]
    refused: tuple[Refusal, ...]
    roots: frozenset[str]


def collect(paths: Sequence[Path | str]) -> Collected:
    """Finds the files below the given paths.

    Hidden files and folders are left out, and what is no document by its name (README, .json …); whatever
    else can't be read is refused by its reader. A link to a folder is followed where it leads outside; a link
    to a file is a document of its own name. A file that several paths lead to is taken once.

    Args:
        paths: files and folders.
    """
    refused: list[Refusal] = []
    given = {_place(Path(path)): Path(path) for path in paths}
    folders = {path.resolve(): path for path in given.values() if path.is_dir()}
    names = _root_names([*folders, *(place.parent for place, path in given.items() if path.is_file())])
    found: dict[Path, Found] = {}
    walked = [
        (not _place(file).is_relative_to(real), Key(names[real], relative), file)
        for real in folders
        for relative, file in _walk(folders[real], refused)
    ]
    for _, key, file in sorted(walked):  # where a file lies counts before where a link shows it
        found.setdefault(_place(file), Found(key, file))
    for place, path in given.items():
        if path.is_file():
            key = Key(names[place.parent], _in_nfc(path.name))
            found.setdefault(place, Found(key, path, alone=True))
        elif not path.is_dir():
            name = shown(str(path))
            reason = no_file(name).message if path.exists() else _not_there(name)
            refused.append(Refusal(name, reason))
    files: dict[Key, Found] = {}
    doubles = [item for item in sorted(found.values()) if files.setdefault(item.key, item) != item]
    roots = frozenset(names[real] for real in folders)
    return Collected(tuple(files.values()), tuple(doubles), tuple(sorted(refused)), roots)


def _place(path: Path) -> Path:
    """Where a name stands: links among the folders above it are followed, the name itself is not."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the last link too
    return whole.parent.resolve() / whole.name


def double(item: Found, name: str) -> Refusal:
    """The refusal of a file whose name is in NFC that of another.

    Args:
        item: the file.
        name: of the document that both would be.
    """
    name = shown(name)
    spelt = "".join(map(_told_apart, shown(item.path.name)))
    return Refusal(
        name,
        Bilingual(
            f"{name}:未读写作 {spelt} 的那个文件,同一文件夹里另有同名文件(名称按 NFC 比较);请改名",
            f"{name}: the file spelt {spelt} is left out, another of the same folder has this name (compared "
            "in NFC); rename one",
        ),
    )


def _told_apart(char: str) -> str:
    """A character as it is, or its code where the same name could be spelt with others."""
    same = unicodedata.normalize("NFD", char) == char and not unicodedata.combining(char)
    return char if same and not "\u1100" <= char <= "\u11ff" else char.encode("unicode_escape").decode()


def named_apart(keys: Iterable[Key]) -> dict[Key, str]:
    """The names of documents: the path below the root, with the root's name before it where two roots share
    that path.

    A function of the set alone, so that adding folders one by one ends with the names that all at once give.
    """
    keys = sorted(set(keys))
    shared = Counter(key.relative for key in keys)
    named = {key: key.relative for key in keys if shared[key.relative] == 1}
    taken = set(named.values())
    for key in keys:
        if key not in named:
            name = f"{key.root}/{key.relative}"
            while name in taken:  # another root has a folder of this root's name
                name = f"{key.root}/{name}"
            named[key] = name
            taken.add(name)
    return named


def _root_names(folders: Iterable[Path]) -> dict[Path, str]:
    """Folders by their own names, with as many folders above as it takes to tell them apart."""
    names: dict[Path, str] = {}
    for folder in sorted(set(folders)):
        parts = [_in_nfc(part) for part in folder.parts[1:]] or ["root"]
        length = 1
        while length < len(parts) and "/".join(parts[-length:]) in names.values():
            length += 1
        names[folder] = "/".join(parts[-length:])
    return names


def nothing_in(paths: Sequence[Path | str]) -> Bilingual:
    """The line on paths that hold no document at all."""
    where = [shown(str(path)) for path in paths]
    return Bilingual(
        f"{'、'.join(where)} 里没有可读的文件:请给出含有 .txt 或 .html 文件的文件夹",
        f"there is no file to read in {', '.join(where)}: name a folder with .txt or .html files",
    )


def _not_there(path: str) -> Bilingual:
    return Bilingual(
        f"{path}:没有这个文件或文件夹;请核对路径", f"{path}: there is no such file or folder; check the path"
    )


def shown(name: str) -> str:
    """A name on one line, whatever it holds: control characters are escaped."""
    return "".join(
        char if unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp") else repr(char)[1:-1]
        for char in name
    )


def _in_nfc(name: str) -> str:
    # a byte that is no UTF-8 in a file's name arrives as a lone surrogate, which no output could carry
    whole = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", whole)


def _may_be_document(name: str) -> bool:
    plain = name.lower()
    return not (plain[0] in ".~" or PurePath(plain).suffix in _BESIDE or plain.split(".")[0] in _DESCRIBING)


def _walk(root: Path, refused: list[Refusal]) -> Iterator[tuple[str, Path]]:
    """Files below a folder with their relative names."""

    def refuse(error: OSError) -> None:
        name = shown(str(error.filename))
        refused.append(Refusal(name, unreadable(name, error).message))

    real_root = root.resolve()
    entered: set[Path] = set()

    def wanted(path: Path) -> bool:
        if path.name.startswith(".") or path.name.endswith(_PAGE_PARTS) or (path / MARKER).is_file():
            return False  # hidden, or a graph directory beside its documents
        if not path.is_symlink():
            return True
        real = path.resolve()
        # what lies inside is read under its own name; what lies outside, once: no loop can close
        new = not real.is_relative_to(real_root) and real not in entered
        entered.add(real)
        return new

    for folder, below, files in os.walk(root, onerror=refuse, followlinks=True):
        below[:] = [name for name in sorted(below) if wanted(Path(folder, name))]
        for name in sorted(files):
            if not _may_be_document(name):
                continue
            path = Path(folder, name)
            if _is_no_file(path):
                told = shown(_in_nfc(path.relative_to(root).as_posix()))
                refused.append(Refusal(told, no_file(told).message))
            else:
                yield _in_nfc(path.relative_to(root).as_posix()), path


def _is_no_file(path: Path) -> bool:
    """Whether something other than a regular file is there: a FIFO would be waited for without end."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:  # its reader says why it can't be opened
        return False
