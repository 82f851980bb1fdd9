-- Changes of bodies that a document decides, as the review left them, until an administrator records them.
CREATE TABLE event_proposal (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    document_id TEXT NOT NULL REFERENCES document (id),
    basis_text TEXT NOT NULL,
    code TEXT NOT NULL,
    clause TEXT NOT NULL,
    from_json TEXT NOT NULL,
    into_json TEXT NOT NULL,
    effective_date TEXT,
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'carried_out', 'dismissed')),
    event_id TEXT REFERENCES organisation_event (id),
    reason TEXT NOT NULL DEFAULT '',
    decided_by TEXT REFERENCES user_account (id),
    decided_at TEXT,
    created_at TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX event_proposal_open ON event_proposal (status, created_at, position);
