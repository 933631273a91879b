"""Naming documents as staff do."""

from __future__ import annotations

import pytest

from eval.question import Dataset, Evidence, Question
from eval.sources import UnknownSourceError, resolve_sources
from tests.eval.small_system import SmallSystem


def resolved(name: str) -> str:
    question = Question(id="q", text="?", answers=("x",), evidence=(Evidence(name, "引文"),))
    dataset = Dataset(name="list", questions=(question,))
    found = resolve_sources(dataset, SmallSystem(), "storage").questions[0].evidence[0]
    assert found.quote == "引文"
    return found.document_id


@pytest.mark.parametrize("name", ["voucher", "算力服务券办法", "《算力服务券办法》"])
def test_id_and_title_name_a_document(name: str) -> None:
    assert resolved(name) == "voucher"


def test_an_unknown_name_is_an_error_that_names_question_and_storage() -> None:
    with pytest.raises(UnknownSourceError, match=r"“q”.*“别的办法”.*2 documents in storage"):
        resolved("别的办法")
