"""The words of duties in running text, compiled once; and which bodies are concrete enough to have one."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from loaders.body_names import Body
from loaders.body_words import is_role, listed
from loaders.clause_words import ahead, not_before, words
from loaders.rules import any_of, load_rules
from loaders.word_gate import GatedPattern

#: a class of bodies rather than bodies: 各类企业, 县级以上人民政府
_CLASS = re.compile(
    r"^各(?:类|种|项|方|界|自|行业|环节|领域)|以上|以下|^本(?:级|单位|部门)|^(?:其他|其它|有关|相关|所有|基层|试点)"
)
_NOT_CONCRETE = ("部门", "单位", "机构", "机关")
#: 由X和Y组成, 由X任组长的…, 由X承建的平台: not a duty
COMPOSED = re.compile(
    r"[^,。;]{0,30}(?:组成|构成|兼任|担任)|[^,。;]{0,12}(?:任|为)(?:组长|主任|召集人|指挥长)|[^,。;]{0,20}的"
)
#: 由A牵头、B参与的协调机制: what a mechanism is like
RELATIVE = re.compile("[^,。;]{0,40}的[^,。;]{0,6}(?:机制|体系|格局|制度|模式|体制|局面)$")
#: 统筹协调作用, 配合意识: a noun, not what a body does
NOUN = re.compile("[^,。;]{0,4}(?:作用|意识|能力|机制|水平|力度|不足|不够|不力)")
#: 要牵头, 要积极配合: the verb behind 要 tells the role
LEADS = re.compile("(?:切实|主动|认真|负责)?牵头(?!单位|部门)")
SUPPORTS = re.compile("(?:积极|主动|全力|认真|做好)?(?:配合|协助)(?!机制)")
TOGETHER = re.compile("(?:积极|主动)?(?:会同|联合|商)")
REST_OF_LIST = re.compile("等(?:有关|相关|多)?(?:部门|单位|机构)?(?:和单位|及单位)?")


class DutyWords(NamedTuple):
    """Compiled rule data.

    Attributes:
        trigger: a place in a text where a duty may be told.
        duty: a verb or modal with what goes before it; group `verb`.
        opener: what may stand before a subject: 由, 请, 以下均需.
        leadership: 在X的统一领导下; groups `body`, `how`.
        founding: 成立X统筹…; groups `body`, `verb`.
        request: 请 before a body.
        standing: 均涉及 before a body.
        listed_duty: what a duty begins with in a list of bodies (X:组织…).
        at_start: a body at the start of a stretch.
        roles: verb -> role.
        last: how a sentence ends that is a clause as a whole.
    """

    trigger: GatedPattern
    duty: re.Pattern[str]
    opener: re.Pattern[str]
    leadership: re.Pattern[str]
    founding: re.Pattern[str]
    request: re.Pattern[str]
    standing: re.Pattern[str]
    listed_duty: re.Pattern[str]
    at_start: re.Pattern[str]
    roles: dict[str, str]
    last: tuple[str, ...]


@cache
def duty_words() -> DutyWords:
    """The compiled words."""
    rules: dict[str, Any] = words().rules
    endings: dict[str, list[str]] = load_rules("bodies")["endings"]
    roles = {verb: role for role, verbs in rules["duty"].items() for verb in verbs}
    verbs = "|".join(
        re.escape(verb)
        + (not_before(rules["not_duty"][verb], rules["verb_goes_on"]) if verb in rules["not_duty"] else "")
        for verb in sorted(roles, key=len, reverse=True)
    )
    manner = any_of(rules["duty_manner"])
    every = [ending for of_type in endings.values() for ending in of_type] + list(listed("group_endings"))
    last = "".join(sorted({ending[-1] for ending in every} | {"部", ")", "〕"}))
    begins = [*rules["duty_manner"], *roles]
    groups = any_of([*endings["leading_group"], *endings["committee"]])
    named = [ending for kind, of_type in endings.items() if kind != "enterprise" for ending in of_type]
    return DutyWords(
        trigger=GatedPattern(
            re.compile(
                rf"[{last}](?:{manner}){{0,3}}(?:{verbs})|领导下|负总责|负主体责任|成立|组建|设立"
                rf"|[{last}]:(?:{any_of(rules['listed_duty'])}|{manner}|{verbs})"
                r"|[门构位体],(?:具体|主要)?(?:负责|承担|牵头|统筹|应当)"
                r"|请[各省市区县州旗]|由[各省市区县州旗本]|[均都]涉及"
            ),
            [
                *(end + sign for end in last for sign in {":", *(word[0] for word in begins)}),
                *(f"{end}," for end in "门构位体"),
                *("领导下", "负总责", "负主体责任", "成立", "组建", "设立", "请", "由", "均涉及", "都涉及"),
            ],
        ),
        duty=re.compile(f"{ahead(rules['duty_manner'], list(roles))}(?:{manner}){{0,3}}(?P<verb>{verbs})"),
        opener=re.compile(any_of(rules["duty_openers"])),
        leadership=re.compile(
            r"在(?P<body>[^,。;在]{2,40}?)的?(?P<how>统一|集中统一|集中|坚强|具体|直接|有力)?领导下"
        ),
        founding=re.compile(
            rf"(?:成立|组建|设立)了?(?:由[^,。;]{{1,40}}?的)?(?P<body>[^,。;]{{2,40}}?(?:{groups}))"
            r"(?=[,、]?(?P<verb>统筹|协调|统一领导|领导|负责|牵头|推进|研究|组织|全面))"
        ),
        request=re.compile("请(?=[各省市区县州旗])"),
        listed_duty=re.compile(any_of(rules["listed_duty"])),
        standing=re.compile("[均都]涉及(?=[各省市区县州旗])"),
        at_start=re.compile(
            f"[ \u3000]?[^,。;、的对将按]{{1,24}}?(?:{any_of([*named, *listed('group_endings')])})"
            rf"(?:{any_of(listed('continues'))}){{0,2}}(?:\([^()]{{0,20}}\))?"
        ),
        roles=roles,
        last=(
            *(verb for of_role in rules["verbs"].values() for verb in of_role),
            *rules["no_body"],
            *("前", "底", "月", "年"),
        ),
    )


def is_concrete(body: Body) -> bool:
    """Whether this is a body that can be named, not a class (企业) or a part played (数据提供方)."""
    written = body.written
    if is_role(written) or _CLASS.search(written):
        return False
    if body.group:
        return written.startswith("各") or body.name_from in ("prefix", "carried") or body.region is not None
    if body.name_from in ("prefix", "carried") or (body.name_from == "written" and body.region is not None):
        return True
    if body.type in ("leading_group", "committee"):
        return len(written) >= 6
    return body.type in ("department", "government", "party") and not written.endswith(_NOT_CONCRETE)
