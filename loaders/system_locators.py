"""What stands before the name of a system and is no part of it: where it is, how good it is, how many."""

from __future__ import annotations

import re
from functools import cache

from loaders.profile import Profile
from loaders.rules import load_rules

_PLACE = re.compile(r"[一-鿿]{2,12}?(自治区|自治州|自治县|自治旗|省|市|州|盟|县|区|旗)")
#: a platform of a cloud, a brain or a network is one: 政务云平台
_NET = re.compile("(?<!上)[云脑码](?!计算|服务)|(?<!互联)(?<!物联)网(?!络)")
#: 向, 与 … that the segmenter left at a level word
_GLUED = re.compile("[向将把由从与和及对在]+(?=[省市县区州盟旗“])")
_COUNT = re.compile(r"(?:[一二两三四五六七八九十]{1,2}|[0-9]{1,3}余?)(?:个|大|类|款|套|项|种|座)")


def own_level(profile: Profile) -> str:
    """The character of the document's own level (省, 市, 州, 县, 区 …), or "" where nothing tells it.

    Args:
        profile: of the document; its region, else its issuer, else its titles.
    """
    names = [profile.region.name] if profile.region else []
    for name in [*names, profile.issuer or "", *profile.titles]:
        match = _PLACE.match(name)
        if match and profile.region and name == profile.region.name:
            return _last_level(name)
        if match:
            return match[1] if match[1] == "自治区" else match[1][-1]
    return ""


def _last_level(name: str) -> str:
    if name.endswith("自治区"):
        return "自治区"
    return name[-1] if name[-1] in "省市州盟县区旗" else ""


@cache
def _own(level: str) -> re.Pattern[str]:
    """What only locates in a document of a level, longest first."""
    traps = load_rules("platform_names")["level_traps"]
    words = [r"我[省市州盟县区旗](?:的)?", r"本(?:地区|[省市州盟县区旗])"]
    short = {"自治区": "区"}.get(level, level)
    if short:
        not_after = f"(?![{traps[short]}](?!务))" if short in traps else ""
        words += [
            f"全{short}",
            f"{short}(?:本)?级",
            f"{short}里",
            f"{short}(?![县乡镇]|市县|市区){not_after}(?!\\()",
        ]
        if level == "自治区":
            words.insert(0, "自治区级?")
    return re.compile("|".join(words))


@cache
def _praise() -> re.Pattern[str]:
    words = sorted(load_rules("platform_names")["praise"], key=lambda word: (-len(word), word))
    return re.compile("|".join(words))


def without_locator(name: str, level: str) -> str:
    """A name without the document's own level, counts and praise before it.

    Args:
        name: as written.
        level: own_level of the document.
    """
    while True:
        rest = name
        for pattern in (_GLUED, _COUNT, _own(level), _praise()):
            match = pattern.match(rest)
            if match and len(rest) - match.end() >= 3:
                rest = rest[match.end() :]
        if rest == name:
            return name
        name = rest


@cache
def _generic() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    rules = load_rules("platform_names")
    words = sorted(rules["generic"], key=lambda word: (-len(word), word))
    return re.compile("|".join(words)), frozenset(rules["generic_heads"]), frozenset(rules["bare"])


def is_generic(modifiers: str, head: str) -> bool:
    """Whether a name says no more than what sort of system it is (业务系统, 综合服务平台)."""
    words, heads, bare = _generic()
    if modifiers + head in bare or head in bare:
        return False
    if head not in heads:
        return not modifiers
    return len(modifiers) < 2 or (not _NET.search(modifiers) and not words.sub("", modifiers))
