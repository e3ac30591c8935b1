"""A real office program opens our CSV as a person would, and every cell is what it was."""

import io
import subprocess

import openpyxl
import pytest

from graph.cells import write_csv

pytestmark = pytest.mark.server

#: text that a spreadsheet would turn into a date, a formula, a number or an error
TRICKY = [
    "1-2",
    "=1+1",
    "+5",
    "-3个百分点",
    "@SUM(A1)",
    "2/3",
    "0012",
    "1E5",
    "“一网通办”",
    "甲,乙\n丙",
    "鲁政发",
]


def test_cells_stay_what_they_are(office, tmp_path):
    text = io.StringIO(newline="")
    write_csv(text, ["原文", "数"], [[cell, 7] for cell in TRICKY])
    source = tmp_path / "表 格.csv"
    source.write_bytes(text.getvalue().encode("utf-8"))
    profile = (tmp_path / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", str(source)]
    # comma, double quote, UTF-8: what the dialog finds by the byte order mark, and a run without windows does not
    command += ["--infilter=CSV:44,34,76"]
    subprocess.run([*command, "--outdir", str(tmp_path)], check=True, capture_output=True, timeout=180)
    sheet = openpyxl.load_workbook(tmp_path / "表 格.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("原文", "数")
    shown = [str(row[0]).lstrip("'\t") for row in rows[1:]]
    assert shown == TRICKY
    assert all(sheet.cell(row, 1).data_type == "s" for row in range(1, sheet.max_row + 1))
    assert {row[1] for row in rows[1:]} == {7}
