CREATE TABLE stored_file (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    name TEXT COLLATE "C" NOT NULL,
    media_type TEXT COLLATE "C" NOT NULL,
    size_bytes BIGINT NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    uploaded_by TEXT COLLATE "C" REFERENCES user_account (id),
    uploaded_at TEXT COLLATE "C" NOT NULL
);
CREATE TABLE stored_file_chunk (
    file_id TEXT COLLATE "C" NOT NULL REFERENCES stored_file (id),
    position BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (file_id, position)
);

-- A document in the register of one organisation. Number and day may lawfully be absent.
CREATE TABLE document (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    direction TEXT COLLATE "C" NOT NULL CHECK (direction IN ('incoming', 'outgoing', 'draft')),
    document_type TEXT COLLATE "C" NOT NULL,
    number TEXT COLLATE "C",
    symbol TEXT COLLATE "C",
    symbol_key TEXT COLLATE "C" NOT NULL DEFAULT '',
    parent_body_as_printed TEXT COLLATE "C",
    issuing_body_as_printed TEXT COLLATE "C",
    issuer_id TEXT COLLATE "C" REFERENCES organisation (id),
    place TEXT COLLATE "C",
    issue_date TEXT COLLATE "C",
    issue_date_precision TEXT COLLATE "C",
    received_date TEXT COLLATE "C",
    subject TEXT COLLATE "C" NOT NULL,
    signing_authority TEXT COLLATE "C",
    signer_post TEXT COLLATE "C",
    signer_name TEXT COLLATE "C",
    urgency TEXT COLLATE "C" NOT NULL DEFAULT 'normal' CHECK (urgency IN ('normal', 'urgent', 'very_urgent', 'express')),
    status TEXT COLLATE "C" NOT NULL CHECK (status IN ('registered', 'in_review', 'assigned')),
    file_id TEXT COLLATE "C" REFERENCES stored_file (id),
    search_key TEXT COLLATE "C" NOT NULL,
    exact_key TEXT COLLATE "C" NOT NULL,
    sort_key TEXT COLLATE "C" NOT NULL,
    created_by TEXT COLLATE "C" REFERENCES user_account (id),
    created_at TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX document_of ON document (organisation_id, issue_date);
CREATE INDEX document_symbol ON document (symbol_key);

-- What the reader found; never changed.
CREATE TABLE document_reading (
    document_id TEXT COLLATE "C" PRIMARY KEY REFERENCES document (id),
    reader_version TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    draft_json TEXT COLLATE "C" NOT NULL,
    read_at TEXT COLLATE "C" NOT NULL
);
-- What the person made of it; starts as a copy of the draft.
CREATE TABLE document_review (
    document_id TEXT COLLATE "C" PRIMARY KEY REFERENCES document (id),
    content_json TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    updated_by TEXT COLLATE "C" REFERENCES user_account (id),
    updated_at TEXT COLLATE "C" NOT NULL,
    finished_at TEXT COLLATE "C"
);

CREATE TABLE document_recipient (
    document_id TEXT COLLATE "C" NOT NULL REFERENCES document (id),
    position BIGINT NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    purpose TEXT COLLATE "C",
    organisation_id TEXT COLLATE "C" REFERENCES organisation (id),
    PRIMARY KEY (document_id, position)
);

-- A document that others cite and that is not (yet) in the register.
CREATE TABLE named_document (
    id TEXT COLLATE "C" PRIMARY KEY,
    document_type TEXT COLLATE "C" NOT NULL,
    number_symbol TEXT COLLATE "C" NOT NULL,
    symbol_key TEXT COLLATE "C" NOT NULL,
    issue_date TEXT COLLATE "C",
    issue_date_precision TEXT COLLATE "C",
    issuer_as_written TEXT COLLATE "C",
    created_at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX named_document_key ON named_document (symbol_key);

CREATE TABLE document_relation (
    id TEXT COLLATE "C" PRIMARY KEY,
    document_id TEXT COLLATE "C" NOT NULL REFERENCES document (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('cites', 'based_on', 'reviews', 'continues', 'implements', 'guides', 'replaces',
        'amends', 'repeals', 'corrects', 'replies_to', 'forwards', 'annex_of')),
    target_document_id TEXT COLLATE "C" REFERENCES document (id),
    named_document_id TEXT COLLATE "C" REFERENCES named_document (id),
    citation_text TEXT COLLATE "C" NOT NULL,
    created_at TEXT COLLATE "C" NOT NULL,
    CHECK ((target_document_id IS NULL) <> (named_document_id IS NULL))
);
CREATE INDEX document_relation_of ON document_relation (document_id);
CREATE INDEX document_relation_target ON document_relation (target_document_id);
CREATE INDEX document_relation_named ON document_relation (named_document_id);
