"""Documents and passages as rows and back."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from index.rows import document_from_row, metadata_json, passage_from_row, passage_row
from records import Document, Passage, Relation, RelationKind, TextKind

days = st.none() | st.dates()
documents = st.builds(
    Document,
    id=st.text(min_size=1),
    title=st.text(),
    text=st.text(),
    kind=st.text(),
    region=st.text(),
    doc_number=st.text(),
    published=days,
    effective_from=days,
    valid_until=days,
    date_notes=st.text(),
    url=st.text(),
    text_kind=st.sampled_from(TextKind),
    relations=st.lists(
        st.builds(Relation, st.sampled_from(RelationKind), st.text()), max_size=2
    ).map(tuple),
)


@given(documents)
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    assert document_from_row(document.id, document.text, metadata_json(document)) == document


def test_metadata_is_the_same_text_every_time() -> None:
    document = Document(id="a", title="通知", text="", published=date(2025, 3, 10))
    assert metadata_json(document) == metadata_json(document)
    assert '"published": "2025-03-10"' in metadata_json(document)
    assert "通知" in metadata_json(document)


def test_a_passage_comes_back_as_it_was() -> None:
    passage = Passage(
        document_id="a", title="通知", start=2, end=4, text="正文", clause=("第一条", "（二）")
    )
    document_id, start, end, clause, text_hash = passage_row(passage, b"hash")
    assert text_hash == b"hash"
    assert passage_from_row(document_id, "通知", start, end, "正文", clause) == passage
