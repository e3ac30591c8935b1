"""What every command is told: which graph directory, how much to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Settings:
    """The options that every command takes.

    Attributes:
        given_graph: --graph, or None.
        quiet: only data and errors.
        debug: show tracebacks.
    """

    def __init__(self, debug: bool = False) -> None:
        self.given_graph: str | None = None
        self.quiet = False
        self.debug = debug

    @property
    def graph(self) -> Path:
        """The graph directory: --graph, else $ZHENGTU_GRAPH, else ./zhengtu-graph."""
        from pathlib import Path

        from graph.directory import default_directory

        return Path(self.given_graph) if self.given_graph else default_directory()
