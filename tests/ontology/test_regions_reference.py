"""The table against the independent reference of administrative codes, where that is there."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from ontology.regions import load_regions

REFERENCE = Path(__file__).parents[3] / "shared" / "regions" / "areacodes.csv"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not REFERENCE.exists(), reason="the reference of administrative codes isn't there"),
]

#: Codes in force that only one side has, and why.
ONLY_OURS = {"100000": "the country", "660000": "兵团, no code of its own in GB/T 2260"}
#: Provisional codes of the 1980s and 1990s on which the sources differ; ours is what the packages give.
DIFFERENT_WAYS = {
    *("139001", "142702", "142703", "321085", "321086", "372800"),
    *("412600", "432900", "449001", "510282", "510283"),
}


def rows() -> list[list[str]]:
    with REFERENCE.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


def test_every_code_in_force_has_the_name_that_the_reference_gives() -> None:
    regions = load_regions()
    theirs = {row[0]: row[3] for row in rows() if row[5] == "在用"}
    ours = {region.code: region.name for region in regions if region.level not in ("zone", "township")}
    hong_kong_and_macau = {code for code in ours if code[:2] in ("81", "82")}
    assert theirs.keys() - ours.keys() == set()
    assert ours.keys() - theirs.keys() - hong_kong_and_macau == set(ONLY_OURS)
    assert {code: ours[code] for code in theirs if ours[code] != theirs[code]} == {}


def test_former_codes_lead_where_the_reference_leads() -> None:
    table = rows()
    now = {row[0] for row in table if row[5] == "在用"}
    after: dict[str, set[str]] = defaultdict(set)
    for row in table:
        after[row[0]].update(part.split("[")[0] for part in row[8].split(";") if part)

    def ends(code: str) -> set[str]:
        reached, waiting = {code}, [code]
        while waiting:
            new = after[waiting.pop()] - reached
            reached |= new
            waiting += new
        return reached & now

    differing = {
        old
        for region in load_regions()
        for old in region.former_codes
        if (targets := ends(old)) and region.code not in targets
    }
    assert differing == DIFFERENT_WAYS
