"""Page furniture is found before and behind the text, and nothing that holds data is taken for it."""

from __future__ import annotations

import pytest

from loaders.document import Span
from loaders.furniture import find_furniture

PROSE = (
    "云溪市数据局要统筹推进公共数据平台建设,完善共享机制,强化安全保障,推动各县区、各部门按期接入,确保年底前全部建成并投入使用。"
    * 2
)


def furniture(text: str) -> list[str]:
    return [text[start:end] for start, end in find_furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 政务公开 > 正文", "字体大小: 打印", "【字体:大 中 小】", "扫一扫在手机打开当前页",
        "打印 关闭", "分享到:", "政策", "-->", "浏览次数:12",
    ],
)  # fmt: skip
def test_navigation_before_the_text_is_furniture(line: str) -> None:
    assert furniture(f"{line}\n关于印发方案的通知\n{PROSE}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "扫一扫在手机打开当前页",
        "相关解读 打印 关闭",
        "上一篇:某某通知",
        "版权所有:某某网站",
        "抄送:市委各部门。",
        "-->",
    ],
)
def test_buttons_and_footers_behind_the_text_are_furniture(line: str) -> None:
    assert furniture(f"{PROSE}\n{line}") == [line]


def test_buttons_that_run_in_with_the_end_of_a_flattened_page_are_furniture() -> None:
    assert furniture(PROSE + "扫一扫在手机打开当前页相关解读打印关闭") == [
        "扫一扫在手机打开当前页相关解读打印关闭"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "发布日期:2026-03-05", "来源:云溪市数据局 发布时间:2026-03-05", "索引号:A1/2026-1 主题分类:科技",
        "一、总体要求", "附件:1.任务分工表", "云溪市人民政府办公室",
    ],
)  # fmt: skip
def test_lines_that_hold_data_stay(line: str) -> None:
    assert furniture(f"{line}\n{PROSE}\n{line}") == []


def test_words_of_buttons_within_a_sentence_stay() -> None:
    assert furniture(PROSE + "推广手机版") == []
    assert furniture(PROSE + "\n推进材料免打印") == []


def test_lines_of_links_are_navigation_outside_the_text_only() -> None:
    text = f"走进云溪\n{PROSE}\n政策原文\n{PROSE}\n附件:分工表"
    links = [find(text, words) for words in ("走进云溪", "政策原文", "附件:分工表")]
    assert [text[start:end] for start, end in find_furniture(text, links)] == ["走进云溪"]


def find(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))
