"""Which texts are close to a question as a full-text retriever sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sklearn.feature_extraction.text import TfidfVectorizer

# Questions compared with all texts at a time: bounds the memory.
BATCH = 500


def closest(questions: Sequence[str], texts: Sequence[str], count: int) -> Iterator[list[int]]:
    """For each question the places in `texts` of the `count` closest, the closest first.

    Closeness is the cosine of tf-idf over character bigrams.
    """
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(2, 2), sublinear_tf=True, min_df=2)
    matrix = vectorizer.fit_transform(texts)
    for begin in range(0, len(questions), BATCH):
        batch = questions[begin : begin + BATCH]
        scores = (vectorizer.transform(batch) @ matrix.T).toarray()
        for row in scores:
            yield row.argsort()[::-1][:count].tolist()
