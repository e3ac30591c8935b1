"""The README shows what its commands print."""

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "docs" / "shown_commands.py"
_spec = importlib.util.spec_from_file_location("shown_commands", SCRIPT)
shown_commands = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(shown_commands)


@pytest.mark.parametrize("name", shown_commands.TEXTS)
def test_what_a_readme_shows_is_what_is_printed(name):
    text = (shown_commands.ROOT / name).read_text(encoding="utf-8")
    assert shown_commands.shown(text, shown_commands.TEXTS[name]) == text, "stale: make docs"
