"""Splits, embeds and stores documents, in batches that are each one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tqdm import tqdm

from index.embedding import Embedder, Vectors
from index.passage_text import indexed_text, text_hash
from index.plan import NewDocument
from index.store import Store
from index.writer import Writer
from ingest.clauses import split
from records import Passage

# So many new passages are embedded and committed together: an interrupted run keeps the rest.
COMMIT_PASSAGES = 128
# A bar appears once something has taken this long.
PROGRESS_SECONDS = 2.0


@dataclass(slots=True)
class Batch:
    """Documents with their passages, and the texts among them that have no vector yet, by hash."""

    documents: list[tuple[NewDocument, list[Passage], list[bytes]]] = field(default_factory=list)
    texts: dict[bytes, str] = field(default_factory=dict)

    def vectors(self, embedder: Embedder | None) -> Vectors | None:
        """The vectors of `texts` in their order, shape (texts, dimension); None without texts."""
        if not self.texts or embedder is None:
            return None
        return embedder.embed_passages(list(self.texts.values()))

    def write(self, writer: Writer, vectors: Vectors | None) -> None:
        """Store the vectors, then the documents in place of those with the same ids."""
        if vectors is not None:
            writer.put_vectors(list(self.texts), vectors)
        for new, passages, hashes in self.documents:
            writer.put_document(
                new.document, passages, hashes, source=new.source, content_hash=new.content_hash
            )


def store_documents(
    store: Store,
    documents: Sequence[NewDocument],
    open_embedder: Callable[[], Embedder],
    passage_characters: int,
    progress: bool,
) -> int:
    """Split, embed and store documents in batches; returns how many passages were embedded."""
    prepared = list(batches(store, documents, passage_characters, COMMIT_PASSAGES))
    total = sum(len(batch.texts) for batch in prepared)
    embedder = open_embedder() if total else None
    with tqdm(
        total=total,
        desc="向量 embedding",
        unit="passage",
        delay=PROGRESS_SECONDS,
        disable=not progress,
    ) as bar:
        for batch in prepared:
            vectors = batch.vectors(embedder)
            with store.writing() as writer:
                batch.write(writer, vectors)
            bar.update(len(batch.texts))
    return total


def batches(
    store: Store, documents: Sequence[NewDocument], passage_characters: int, most: int
) -> Iterator[Batch]:
    """Split the documents and gather them until a batch has `most` texts without a vector.

    A text that occurs twice is in the batch of its first occurrence only.
    """
    batch, seen = Batch(), set[bytes]()
    for new in documents:
        passages = split(new.document, passage_characters)
        texts = {text_hash(text): text for text in map(indexed_text, passages)}
        hashes = [text_hash(indexed_text(passage)) for passage in passages]
        fresh = texts.keys() - seen - store.known_hashes(texts)
        batch.texts |= {key: texts[key] for key in texts if key in fresh}
        seen |= fresh
        batch.documents.append((new, passages, hashes))
        if len(batch.texts) >= most:
            yield batch
            batch = Batch()
    if batch.documents:
        yield batch
