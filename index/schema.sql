-- The one source of truth. FAISS and the full-text index are derived from it.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE sources (
    path TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    text TEXT NOT NULL,
    metadata TEXT NOT NULL,
    updated_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX documents_by_source ON documents (source);

-- Keys are never used twice, so a derived index is level with this table when it holds the same
-- set of keys.
CREATE TABLE passages (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    clause TEXT NOT NULL,
    text_hash BLOB NOT NULL REFERENCES vectors (text_hash)
);
CREATE INDEX passages_by_document ON passages (document_id, start);
CREATE INDEX passages_by_text_hash ON passages (text_hash);

-- What the library says of documents, be they stored or not; no row: current. It outlives the
-- rows of `documents`, so that what was withdrawn stays so when its file is read again.
CREATE TABLE states (
    document_id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    replaced_by TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE vectors (text_hash BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID;
