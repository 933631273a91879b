"""llama-index's stock pipeline behind our interface."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from eval.baselines.llama_index_stock import LlamaIndexRetriever
from index.embedding import Vectors
from records import Document
from tests.eval.small_system import DOCUMENTS

LONG = Document(id="long", title="长", text="一句不短的话说了又说。" * 400)


class LetterEmbedder:
    """Embeds a text as which characters it holds, so that cosines can be worked out."""

    name = "letters"

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text: str) -> Vectors:
        vector = np.zeros(4096, np.float32)
        for sign in text:
            vector[ord(sign) % 4096] = 1.0
        length = np.linalg.norm(vector)
        scaled: Vectors = vector / length
        return scaled


def test_finds_passages_that_slice_their_documents() -> None:
    documents = {**DOCUMENTS, "long": LONG}
    retriever = LlamaIndexRetriever(list(documents.values()), LetterEmbedder())
    assert sum(p.document_id == "long" for p in retriever.passages.values()) > 1
    found = retriever.retrieve("算力服务券最高20万元", 10, None)
    assert found[0].passage.document_id == "voucher"
    for hit in found:
        passage = hit.passage
        assert documents[passage.document_id].text[passage.start : passage.end] == passage.text


def test_candidates_limit_the_search() -> None:
    retriever = LlamaIndexRetriever(list(DOCUMENTS.values()), LetterEmbedder())
    found = retriever.retrieve("算力服务券最高20万元", 10, ["model"])
    assert {hit.passage.document_id for hit in found} == {"model"}
