"""Sentences that look as if they held a fact."""

import time

import pytest

from graph.silent import looks_silent


@pytest.mark.parametrize(
    "sentence",
    [
        "建成示范点12个。",
        "覆盖率达到95%。",
        "按照《某办法》执行。",
        "打响“某品牌”。",
        "市大数据局会同办理。",
        "由甲牵头。",
        "完善业务系统。",
    ],
)
def test_a_sign_of_a_fact_is_seen(sentence):
    assert looks_silent(sentence)


@pytest.mark.parametrize("sentence", ["加强组织领导。", "到2030年基本实现。", "坚持以人为本,稳步推进。", ""])
def test_plain_prose_has_none(sentence):
    assert not looks_silent(sentence)


@pytest.mark.parametrize("sign", ["一", "《", "“", "1", "("])
def test_hostile_lines_take_linear_time(sign):
    began = time.process_time()
    looks_silent(sign * 100_000)
    assert time.process_time() - began < 2
