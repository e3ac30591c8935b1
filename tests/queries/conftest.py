"""A small graph of three invented regions, built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.api import Graph, open_graph
from graph.build import Options, build

VOCABULARY = """
regions:
  - {name: 南屿省, code: Q1, level: province, parent: "100000", short: [南屿], marks: [屿]}
  - {name: 石榴市, code: Q101, level: prefecture, parent: Q1, short: [石榴], marks: [榴]}
  - {name: 芦花市, code: Q102, level: prefecture, parent: Q1, short: [芦花], marks: [芦]}
terms:
  - {name: 屿事通, kind: platform, type: 政务服务移动端, owner: Q1}
  - {name: 石榴城市大脑, kind: platform, type: 城市大脑, owner: Q101}
"""

DOCUMENTS = {
    "石榴.txt": """石榴市人民政府办公室关于印发石榴市数字服务提升方案的通知
榴政办发〔2025〕3号
各县(区)人民政府,市政府各部门:
现将《石榴市数字服务提升方案》印发给你们,请认真组织实施。
石榴市人民政府办公室
2025年3月6日
石榴市数字服务提升方案
一、重点任务
(一)办好线上服务。推行“一网通办”,推广“屿事通”,让群众少填一张表。(牵头单位:市商务局;配合单位:市公安局、市民政局)
(二)建好城市大脑。建设石榴城市大脑,接入水务和燃气数据。(责任单位:市商务局、市水务局)
""",
    "芦花.txt": """芦花市人民政府关于印发芦花市数字政府工作要点的通知
芦政发〔2025〕8号
各县(区)人民政府,市政府各部门:
现将《芦花市数字政府工作要点》印发给你们,请结合实际抓好落实。
芦花市人民政府
2025年4月1日
芦花市数字政府工作要点
一、主要工作
(一)打通线上事项。深化“一网通办”,依托“屿事通”办理户籍事项。(市公安局牵头,市商务局配合)
""",
    "无责任.txt": """南屿省人民政府关于推进数字社会建设的意见
屿政发〔2025〕1号
各市人民政府:
为推进数字社会建设,现提出以下意见。
一、总体要求
坚持便民利企,发展数字乡村。
南屿省人民政府
2025年1月10日
""",
}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph directory."""
    folder = tmp_path_factory.mktemp("三地 文件")
    (folder / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    texts = folder / "texts"
    texts.mkdir()
    for name, text in DOCUMENTS.items():
        (texts / name).write_text(text, encoding="utf-8")
    build(folder / "graph", [texts], Options(vocabulary=folder / "vocabulary.yaml"))
    return folder / "graph"


@pytest.fixture
def graph(built: Path) -> Iterator[Graph]:
    """The graph, open."""
    with open_graph(built) as opened:
        yield opened
