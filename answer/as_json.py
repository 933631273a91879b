"""An Answer as the JSON that the command line prints."""

from __future__ import annotations

from records import Answer, Citation


def answer_as_json(answer: Answer, question_id: str | None = None) -> dict[str, object]:
    """The answer as plain values, `id` first where the question had one."""
    values: dict[str, object] = {} if question_id is None else {"id": question_id}
    values |= {
        "question": answer.question,
        "status": answer.status.value,
        "answer": answer.text,
        "citations": [_citation(citation) for citation in answer.citations],
        "notes": list(answer.notes),
        "confidence": round(answer.confidence, 4),
        "hits": [
            {
                "document_id": hit.passage.document_id,
                "passage_id": hit.passage.id,
                "score": round(hit.score, 4),
            }
            for hit in answer.hits
        ],
        "elapsed_ms": round(answer.elapsed_ms, 1),
        "read_aloud": answer.read_aloud,
        "ticket": answer.ticket,
        "understood": answer.understood,
    }
    if answer.review:
        values["review"] = {
            "role": answer.review.role,
            "at": answer.review.at.isoformat(),
        }
    if answer.choices:
        values["choices"] = list(answer.choices)
    return values


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "number": citation.number,
        "document_id": citation.document_id,
        "title": citation.title,
        "doc_number": citation.doc_number,
        "region": citation.region,
        "clause": citation.clause,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "url": citation.url,
        "text_kind": citation.text_kind.value,
        "validity": citation.validity.value,
        "valid_until": citation.valid_until.isoformat() if citation.valid_until else None,
    }
