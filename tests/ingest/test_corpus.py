"""The corpus that comes with the project has complete metadata."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.discovery import find_files
from ingest.front_matter import split_front_matter
from ingest.reading import read_file
from records import Document, TextKind
from settings import Settings

CORPUS = Path("corpus")


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    read = [read_file(path, Settings()) for path in find_files([CORPUS])]
    return {document.id: document for found in read for document in found}


def test_every_document_is_there_and_complete(documents: dict[str, Document]) -> None:
    assert len(documents) == len(find_files([CORPUS])) == 58
    incomplete = [
        document.id
        for document in documents.values()
        if not all(
            (
                document.title,
                document.kind,
                document.region,
                document.issuing_body,
                document.published or document.date_notes,
                document.url.startswith("http"),
                document.text_kind is not TextKind.FULL,
            )
        )
    ]
    assert incomplete == []


def test_ids_are_the_names_of_the_files() -> None:
    for path in find_files([CORPUS]):
        (document,) = read_file(path, Settings())
        assert document.id == path.stem


def test_relations_point_to_documents_of_the_corpus(documents: dict[str, Document]) -> None:
    dangling = [
        (document.id, relation.document_id)
        for document in documents.values()
        for relation in document.relations
        if relation.document_id not in documents
    ]
    assert dangling == []


def test_a_digest_keeps_its_text_to_the_letter() -> None:
    for path in sorted(CORPUS.glob("*.md")):
        (document,) = read_file(path, Settings())
        _, body = split_front_matter(path, path.read_text(encoding="utf-8"))
        assert document.text == body.strip("\n")
        assert document.text_kind is TextKind.DIGEST


def test_the_announcement_is_news_about_the_action_plan(documents: dict[str, Document]) -> None:
    announcement = documents["announcement-2025-03-10"]
    assert announcement.text_kind is TextKind.NEWS
    assert announcement.text.startswith(announcement.title + "\n")
    assert [relation.document_id for relation in announcement.relations] == ["wuhan-plan-2025"]
    assert documents["wuhan-plan-2025"].title in announcement.text


@pytest.mark.parametrize(
    ("document_id", "effective_from", "valid_until"),
    [
        ("wuhan-ai10-2025", "2025-03-19", "2027-03-18"),
        ("shenzhen-ai-pioneer-2024", "2024-12-18", "2026-12-17"),
        ("wuhan-icv-regulation-2024", "2025-03-01", "None"),
        ("cac-label-2025", "2025-09-01", "None"),
        ("wuhan-ai10-fund-mgmt-2025", "2025-08-01", "2027-03-18"),
        ("hubei-compute-network-2025", "2025-09-15", "2028-09-14"),
        ("wuchang-ai-2026", "None", "None"),
    ],
)
def test_dates_that_documents_state(
    documents: dict[str, Document], document_id: str, effective_from: str, valid_until: str
) -> None:
    document = documents[document_id]
    assert (str(document.effective_from), str(document.valid_until)) == (
        effective_from,
        valid_until,
    )
