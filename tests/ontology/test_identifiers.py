"""Identifiers: readable, safe, and never the same for two different things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from ontology.identifiers import LONGEST_PART, Identifiers, digest, folded_number, part

IDS = Identifiers()


def test_identifiers_keep_chinese_readable() -> None:
    assert IDS.organization("370215", "大数据发展管理局") == (
        "https://zhengtu.example/organization/370215/大数据发展管理局"
    )
    assert IDS.platform("370000", "山东通").endswith("/platform/370000/山东通")
    assert IDS.document("鲁政字〔2021〕128号").endswith("/document/鲁政字〔2021〕128号")


def test_the_base_can_be_another() -> None:
    assert Identifiers("https://data.example.org/zt").region("370215") == (
        "https://data.example.org/zt/region/370215"
    )
    assert Identifiers("urn:zt#").derived == "urn:zt#derived"


@pytest.mark.parametrize(
    "written",
    ["鲁政字[2021]128号", "鲁政字(2021)128号", "鲁政字（２０２１）128 号", "鲁政字【2021】１２８号", "鲁政字 〔2021〕\u3000128号", "鲁政字〈2021〉128号"],
)  # fmt: skip
def test_one_document_number_in_other_clothes_is_one_document(written: str) -> None:
    assert IDS.document(written) == IDS.document("鲁政字〔2021〕128号")


@pytest.mark.parametrize(
    "other", ["鲁政发〔2021〕128号", "鲁政字〔2022〕128号", "鲁政字〔2021〕129号", "青政字〔2021〕128号", "鲁政办字〔2021〕128号"]
)  # fmt: skip
def test_another_document_number_is_another_document(other: str) -> None:
    assert IDS.document(other) != IDS.document("鲁政字〔2021〕128号")


def test_a_document_without_a_number_goes_by_region_and_title() -> None:
    assert IDS.document(region="X01", title="云泽市方案").endswith("/document/X01/云泽市方案")
    assert IDS.document(region="X01", title="方案") != IDS.document(region="X02", title="方案")


@pytest.mark.parametrize(
    "hostile",
    ["a b", 'x"><script>', "{x}|\\^`", "..", ".", "a/b", "a?b#c", "100%", "\u202e反", "\x00\n", "\ud800", "\ue000", "", "~"],
)  # fmt: skip
def test_hostile_names_make_a_valid_identifier_of_one_part(hostile: str) -> None:
    made = part(hostile)
    assert made and made not in (".", "..") and "/" not in made
    NamedNode(IDS.base + "platform/0/" + made)


def test_a_long_name_is_cut_and_stays_its_own() -> None:
    long = "数" * 500
    assert len(part(long)) <= LONGEST_PART
    assert part(long) != part(long + "据") and part(long).startswith("数" * 40)


@given(st.text(), st.text())
def test_different_names_have_different_identifiers(left: str, right: str) -> None:
    import unicodedata

    same = unicodedata.normalize("NFC", left) == unicodedata.normalize("NFC", right)
    assert (part(left) == part(right)) is same
    NamedNode(IDS.base + part(left))


@given(st.text())
def test_folding_a_number_twice_changes_nothing_more(number: str) -> None:
    assert folded_number(folded_number(number)) == folded_number(number)


def test_a_digest_keeps_its_parts_apart() -> None:
    assert digest("a", "b") != digest("ab") != digest("", "ab")
    assert IDS.statement("s", "leads", "o") != IDS.statement("o", "leads", "s")
