"""Keeps the approved answers in the desk's database."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from chat.approved.approved import ApprovedAnswer, Draft, Library
from chat.approved.checking import check_draft
from chat.approved.citing import citation
from chat.approved.refused import ApprovalRefused
from chat.approved.rows import all_answers, one_answer, put_parts, remove_parts
from chat.approved.standing import is_expired, is_superseded
from chat.audit import SYSTEM, Actor, AuditEntry, add_entry
from chat.clock import Clock, utc_now
from chat.database import Database, StaleEdit
from chat.database.tables import APPROVED, APPROVED_QUESTIONS
from chat.masking import mask
from index.plan import content_hash
from records import Citation, Document, Message

State = tuple[int, int, int]
"""Changes whenever an approved answer does."""

_THIS = Message("这条审核答复", "this approved answer")


class AlreadyApproved(RuntimeError):
    """The very question has an approved answer already: `existing` is to be corrected instead."""

    def __init__(self, existing: ApprovedAnswer) -> None:
        question, text = existing.questions[0], existing.text
        self.message = Message(
            f"“{question}”已有审核过的答复：“{text}”。请修改那一条，不要另写一条",
            f"“{question}” has an approved answer: “{text}”. Correct that one instead of "
            "writing another",
        )
        super().__init__(f"{self.message.zh} ({self.message.en})")
        self.existing = existing


class Approvals:
    """Approves, corrects and removes answers; every change is in the audit list."""

    def __init__(self, database: Database, library: Library, clock: Clock = utc_now) -> None:
        self._database = database
        self._library = library
        self._clock = clock

    def approve(self, draft: Draft, actor: Actor) -> ApprovedAnswer:
        """Approve an answer to a question that has none.

        Raises ApprovalRefused if the text does not hold to its quotes, AlreadyApproved if the
        question, as masked, has an approved answer.
        """
        masked, cited = self._checked(draft)
        with self._database.writing() as connection:
            _refuse_doubles(connection, masked, own=None)
            added = connection.execute(
                APPROVED.insert().values(version=1, **self._values(masked, actor))
            ).inserted_primary_key
            assert added is not None
            answer_id = int(added[0])
            put_parts(connection, answer_id, masked, cited)
            self._note(connection, "approve-answer", masked, actor)
            return one_answer(connection, answer_id)

    def correct(self, answer_id: int, version: int, draft: Draft, actor: Actor) -> ApprovedAnswer:
        """Put the draft in the place of an approved answer, which leads again if it had lapsed.

        `version` is that of the answer that was looked at. Raises StaleEdit with both texts if
        somebody changed it since, ApprovalMissing if it is gone, and what `approve` raises.
        """
        masked, cited = self._checked(draft)
        with self._database.writing() as connection:
            current = one_answer(connection, answer_id)
            if current.version != version:
                raise StaleEdit(_THIS, _as_is(current.text), _as_is(draft.text))
            _refuse_doubles(connection, masked, own=answer_id)
            connection.execute(
                APPROVED.update()
                .where(APPROVED.c.id == answer_id)
                .values(version=version + 1, **self._values(masked, actor))
            )
            remove_parts(connection, answer_id)
            put_parts(connection, answer_id, masked, cited)
            self._note(connection, "correct-answer", masked, actor, before=current.text)
            return one_answer(connection, answer_id)

    def remove(self, answer_id: int, version: int, actor: Actor) -> None:
        """Take an approved answer back. Raises StaleEdit or ApprovalMissing as `correct` does."""
        with self._database.writing() as connection:
            current = one_answer(connection, answer_id)
            if current.version != version:
                raise StaleEdit(_THIS, _as_is(current.text), Message("撤回", "withdraw it"))
            connection.execute(APPROVED.delete().where(APPROVED.c.id == answer_id))
            gone = Draft(questions=current.questions, text="", quotes=())
            self._note(connection, "remove-answer", gone, actor, before=current.text)

    def lapse(self, answer_id: int, version: int, reason: Message) -> None:
        """Let an answer fall back to unreviewed; nothing happens if it was changed meanwhile."""
        with self._database.writing() as connection:
            changed = connection.execute(
                APPROVED.update()
                .where(
                    APPROVED.c.id == answer_id,
                    APPROVED.c.version == version,
                    APPROVED.c.lapsed_at.is_(None),
                )
                .values(lapsed_at=self._clock(), lapse_reason=reason, version=version + 1)
            )
            if changed.rowcount:
                current = one_answer(connection, answer_id)
                text = f"{reason.zh} ({reason.en})"
                lapsed = Draft(questions=current.questions, text=text, quotes=())
                self._note(connection, "lapse-answer", lapsed, SYSTEM)

    def all(self) -> list[ApprovedAnswer]:
        """Every approved answer, lapsed ones too, the latest approval first."""
        with self._database.reading() as connection:
            return all_answers(connection)

    def get(self, answer_id: int) -> ApprovedAnswer:
        """One of them. Raises ApprovalMissing."""
        with self._database.reading() as connection:
            return one_answer(connection, answer_id)

    def state(self) -> State:
        """What tells whether `all` would give the same again."""
        with self._database.reading() as connection:
            count, versions, newest = connection.execute(
                select(
                    func.count(),
                    func.coalesce(func.sum(APPROVED.c.version), 0),
                    func.coalesce(func.max(APPROVED.c.id), 0),
                ).select_from(APPROVED)
            ).one()
        return int(count), int(versions), int(newest)

    def _checked(self, draft: Draft) -> tuple[Draft, list[dict[str, object]]]:
        """The draft without personal data, and the rows of its citations."""
        documents, today = self._documents(draft), self._library.today()
        cited = [
            citation(
                number, documents[one.document_id], one.start, one.end, one.quote, self._library,
                today,
            )
            for number, one in enumerate(draft.quotes, 1)
        ]  # fmt: skip
        check_draft(draft, cited, documents)
        masked = Draft(
            questions=tuple(dict.fromkeys(mask(one.strip()) for one in draft.questions)),
            text=draft.text,
            quotes=draft.quotes,
            note=mask(draft.note),
        )
        return masked, [self._row(one, documents[one.document_id]) for one in cited]

    def _documents(self, draft: Draft) -> dict[str, Document]:
        found = {}
        for one in draft.quotes:
            try:
                found[one.document_id] = self._library.document(one.document_id)
            except KeyError as error:
                told = Message(
                    f"引文“{one.quote}”所在的文件已从文件库撤下或删除，请移除这条引文，另选一处",
                    f"The document of the quote “{one.quote}” was withdrawn or removed: take the "
                    "quote away and choose another",
                )
                raise ApprovalRefused(told) from error
        return found

    def _row(self, cited: Citation, document: Document) -> dict[str, object]:
        return {
            "number": cited.number,
            "document_id": document.id,
            "start_at": cited.start,
            "end_at": cited.end,
            "quote": cited.quote,
            "title": document.title,
            "fingerprint": content_hash(document),
            "was_expired": is_expired(document, self._library.today()),
            "was_superseded": is_superseded(document, self._library),
        }

    def _values(self, draft: Draft, actor: Actor) -> dict[str, object]:
        return {
            "text": draft.text,
            "note": draft.note,
            "staff": actor.name,
            "role": actor.role,
            "approved_at": self._clock(),
            "lapsed_at": None,
            "lapse_reason": None,
        }

    def _note(
        self, connection: Connection, action: str, draft: Draft, actor: Actor, before: str = ""
    ) -> None:
        detail = f"{before} → {draft.text}" if before else draft.text
        entry = AuditEntry(
            at=self._clock(),
            action=action,
            subject=draft.questions[0],
            actor=actor,
            detail=detail,
        )
        add_entry(connection, entry)


def _as_is(text: str) -> Message:
    return Message(text, text)


def _refuse_doubles(connection: Connection, draft: Draft, own: int | None) -> None:
    other = connection.execute(
        select(APPROVED_QUESTIONS.c.approved_id)
        .where(APPROVED_QUESTIONS.c.question.in_(draft.questions))
        .where(APPROVED_QUESTIONS.c.approved_id != (own or 0))
        .limit(1)
    ).scalar_one_or_none()
    if other is not None:
        raise AlreadyApproved(one_answer(connection, other))
