CREATE TABLE stored_file (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    uploaded_by TEXT REFERENCES user_account (id),
    uploaded_at TEXT NOT NULL
);
CREATE TABLE stored_file_chunk (
    file_id TEXT NOT NULL REFERENCES stored_file (id),
    position INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (file_id, position)
);

-- A document in the register of one organisation. Number and day may lawfully be absent.
CREATE TABLE document (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    direction TEXT NOT NULL CHECK (direction IN ('incoming', 'outgoing', 'draft')),
    document_type TEXT NOT NULL,
    number TEXT,
    symbol TEXT,
    symbol_key TEXT NOT NULL DEFAULT '',
    parent_body_as_printed TEXT,
    issuing_body_as_printed TEXT,
    issuer_id TEXT REFERENCES organisation (id),
    place TEXT,
    issue_date TEXT,
    issue_date_precision TEXT,
    received_date TEXT,
    subject TEXT NOT NULL,
    signing_authority TEXT,
    signer_post TEXT,
    signer_name TEXT,
    urgency TEXT NOT NULL DEFAULT 'normal' CHECK (urgency IN ('normal', 'urgent', 'very_urgent', 'express')),
    status TEXT NOT NULL CHECK (status IN ('registered', 'in_review', 'assigned')),
    file_id TEXT REFERENCES stored_file (id),
    search_key TEXT NOT NULL,
    exact_key TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    created_by TEXT REFERENCES user_account (id),
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX document_of ON document (organisation_id, issue_date);
CREATE INDEX document_symbol ON document (symbol_key);

-- What the reader found; never changed.
CREATE TABLE document_reading (
    document_id TEXT PRIMARY KEY REFERENCES document (id),
    reader_version TEXT NOT NULL,
    text TEXT NOT NULL,
    draft_json TEXT NOT NULL,
    read_at TEXT NOT NULL
);
-- What the person made of it; starts as a copy of the draft.
CREATE TABLE document_review (
    document_id TEXT PRIMARY KEY REFERENCES document (id),
    content_json TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    updated_by TEXT REFERENCES user_account (id),
    updated_at TEXT NOT NULL,
    finished_at TEXT
);

CREATE TABLE document_recipient (
    document_id TEXT NOT NULL REFERENCES document (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    purpose TEXT,
    organisation_id TEXT REFERENCES organisation (id),
    PRIMARY KEY (document_id, position)
);

-- A document that others cite and that is not (yet) in the register.
CREATE TABLE named_document (
    id TEXT PRIMARY KEY,
    document_type TEXT NOT NULL,
    number_symbol TEXT NOT NULL,
    symbol_key TEXT NOT NULL,
    issue_date TEXT,
    issue_date_precision TEXT,
    issuer_as_written TEXT,
    created_at TEXT NOT NULL
);
CREATE INDEX named_document_key ON named_document (symbol_key);

CREATE TABLE document_relation (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id),
    kind TEXT NOT NULL CHECK (kind IN ('cites', 'based_on', 'reviews', 'continues', 'implements', 'guides', 'replaces',
        'amends', 'repeals', 'corrects', 'replies_to', 'forwards', 'annex_of')),
    target_document_id TEXT REFERENCES document (id),
    named_document_id TEXT REFERENCES named_document (id),
    citation_text TEXT NOT NULL,
    created_at TEXT NOT NULL,
    CHECK ((target_document_id IS NULL) <> (named_document_id IS NULL))
);
CREATE INDEX document_relation_of ON document_relation (document_id);
CREATE INDEX document_relation_target ON document_relation (target_document_id);
CREATE INDEX document_relation_named ON document_relation (named_document_id);
