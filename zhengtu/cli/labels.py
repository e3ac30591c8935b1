"""What fact kinds, entity kinds and relations are called in tables for people."""

from __future__ import annotations

from ontology.bilingual import Bilingual
from zhengtu.language import say

FACT_KINDS = {
    "metadata": Bilingual("元数据", "metadata"),
    "heading": Bilingual("标题", "headings"),
    "citation": Bilingual("引用", "citations"),
    "responsibility": Bilingual("责任", "responsibilities"),
    "platform": Bilingual("平台", "platforms"),
    "connection": Bilingual("对接", "connections"),
    "initiative": Bilingual("举措", "initiatives"),
    "target": Bilingual("指标", "targets"),
    "organization": Bilingual("机构", "organizations"),
}

ENTITY_KINDS = {
    "region": Bilingual("地区", "region"),
    "organization": Bilingual("机构", "organization"),
    "platform": Bilingual("平台", "platform"),
    "platform_kind": Bilingual("平台类别", "platform kind"),
    "initiative": Bilingual("举措", "initiative"),
    "commitment": Bilingual("承诺", "commitment"),
    "indicator": Bilingual("指标", "indicator"),
    "task": Bilingual("任务", "task"),
    "document": Bilingual("文件", "document"),
    "target": Bilingual("目标值", "target"),
}

RELATIONS = {
    "leads": Bilingual("牵头", "leads"),
    "supports": Bilingual("配合", "supports"),
    "responsible_for": Bilingual("负责", "responsible for"),
    "covers": Bilingual("涉及", "covers"),
    "uses": Bilingual("使用", "uses"),
    "builds": Bilingual("建设", "builds"),
    "upgrades": Bilingual("升级", "upgrades"),
    "connects": Bilingual("对接", "connects"),
    "promotes": Bilingual("推广", "promotes"),
    "has": Bilingual("拥有", "has"),
    "connected_to": Bilingual("连接到", "connected to"),
    "commits_to": Bilingual("承诺", "commits to"),
    "has_target": Bilingual("目标", "has target"),
    "cites": Bilingual("引用", "cites"),
    "based_on": Bilingual("依据", "based on"),
    "part_of": Bilingual("属于", "part of"),
    "same_kind": Bilingual("同类", "same kind"),
    "within": Bilingual("位于", "within"),
    "issued_by": Bilingual("发文机关", "issued by"),
}


def fact_kind(kind: str) -> str:
    """A fact kind in the current language."""
    return say(FACT_KINDS[kind]) if kind in FACT_KINDS else kind


def entity_kind(kind: str) -> str:
    """An entity kind in the current language."""
    return say(ENTITY_KINDS[kind]) if kind in ENTITY_KINDS else kind


def relation(name: str) -> str:
    """A relation in the current language."""
    return say(RELATIONS[name]) if name in RELATIONS else name
