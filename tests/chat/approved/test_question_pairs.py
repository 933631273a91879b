"""Which questions count as the same one, measured on questions on the real corpus."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from answer.understanding import Knowledge, knowledge_of, understand
from chat.likeness import Comparable, Likeness, best_match, difference
from index.embedding import Embedder
from ingest.discovery import find_files
from ingest.reading import read_file
from settings import Settings

HERE = Path(__file__).parent
HOME = "武汉市"
FILES = ("question_pairs.yaml", "question_pairs_unseen.yaml")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    documents = [
        document
        for path in find_files([Path("corpus")])
        for document in read_file(path, Settings.model_construct())
    ]
    texts = {one.id: one.text for one in documents}
    return knowledge_of(documents, texts.__getitem__, {}, None)


class Pairs:
    def __init__(self, name: str, knowledge: Knowledge) -> None:
        self.groups: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text("utf-8"))
        self.comparable = {
            text: Comparable(understand(text, knowledge=knowledge, today=date(2026, 3, 2)))
            for group in self.groups
            for text in (group["question"], *group["same"], *group["other"])
        }

    def matched(self, kind: str, likeness: Likeness) -> tuple[list[str], list[str]]:
        """Those of a kind that match the question of their group, and those that do not."""
        hits: list[str] = []
        misses: list[str] = []
        for group in self.groups:
            known = [(0, group["question"])]
            for text in group[kind]:
                read = self.comparable.__getitem__
                found = best_match(self.comparable[text], known, read, likeness, HOME)
                (misses if found is None else hits).append(text)
        return hits, misses


@pytest.fixture(scope="module")
def likeness(real_embedder: Embedder) -> Likeness:
    return Likeness(real_embedder)


@pytest.mark.parametrize(("name", "least"), [(FILES[0], 0.8), (FILES[1], 0.7)])
def test_most_paraphrases_match(
    name: str, least: float, knowledge: Knowledge, likeness: Likeness
) -> None:
    hits, misses = Pairs(name, knowledge).matched("same", likeness)
    assert len(hits) / (len(hits) + len(misses)) >= least, misses


@pytest.mark.parametrize("name", FILES)
def test_no_near_miss_matches(name: str, knowledge: Knowledge, likeness: Likeness) -> None:
    hits, misses = Pairs(name, knowledge).matched("other", likeness)
    assert hits == []
    assert len(misses) >= 50


# Asked in two groups in words that agree; the answer is the same.
REALLY_THE_SAME = {
    frozenset({"OPC企业认定需要什么材料？", "申请OPC企业认定要交哪些材料？"}),
    frozenset({"武汉AI公共服务平台单个项目奖多少？", "武汉AI公共服务平台最高能拿多少支持？"}),
    frozenset({"武汉AI公共服务平台单个项目奖多少？", "人工智能公共服务平台在武汉最高支持多少钱？"}),
    frozenset({"武汉AI公共服务平台单个项目奖多少？", "武汉对AI公共服务平台的支持上限是多少"}),
}


@pytest.mark.parametrize("name", FILES)
def test_no_question_agrees_with_one_of_another_group(name: str, knowledge: Knowledge) -> None:
    pairs = Pairs(name, knowledge)
    wrong = []
    for group, other in combinations(pairs.groups, 2):
        for one in (group["question"], *group["same"], *group["other"]):
            for two in (other["question"], *other["same"], *other["other"]):
                agree = not difference(pairs.comparable[one], pairs.comparable[two], HOME)
                if one != two and agree and frozenset({one, two}) not in REALLY_THE_SAME:
                    wrong.append((one, two))
    assert wrong == []


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("武昌区算力补贴多少", "硚口区算力补贴多少", "places"),
        ("2026年什么时候截止", "2025年什么时候截止", "years"),
        ("武政规〔2026〕4号何时失效", "武政规〔2025〕3号何时失效", "documents"),
        ("第三条怎么规定的", "第四条怎么规定的", "clause"),
        ("补贴20万元要交税吗", "补贴30万元要交税吗", "figures"),
        ("市科创局电话多少", "市数据局电话多少", "departments"),
        ("需要先垫钱吗", "不需要先垫钱吗", "negation"),
        ("算力券最高多少", "算力券怎么申请", "kind"),
        ("算力券最高多少", "数据券最高多少", "words"),
        ("算力券最高多少", "What is the maximum of the computing voucher?", "language"),
    ],
)
def test_what_differs_is_named(one: str, other: str, what: str, knowledge: Knowledge) -> None:
    a, b = (Comparable(understand(text, knowledge=knowledge)) for text in (one, other))
    assert what in difference(a, b, HOME)
    assert what in difference(b, a, HOME)


def test_home_need_not_be_named(knowledge: Knowledge) -> None:
    a, b = (
        Comparable(understand(text, knowledge=knowledge))
        for text in ("武汉算力券最高多少", "算力券最高多少")
    )
    assert difference(a, b, HOME) == ""
    assert difference(a, b, "杭州市") == "places"
