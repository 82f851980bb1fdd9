-- Changes of bodies that a document decides, as the review left them, until an administrator records them.
CREATE TABLE event_proposal (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    document_id TEXT COLLATE "C" NOT NULL REFERENCES document (id),
    basis_text TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    clause TEXT COLLATE "C" NOT NULL,
    from_json TEXT COLLATE "C" NOT NULL,
    into_json TEXT COLLATE "C" NOT NULL,
    effective_date TEXT COLLATE "C",
    status TEXT COLLATE "C" NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'carried_out', 'dismissed')),
    event_id TEXT COLLATE "C" REFERENCES organisation_event (id),
    reason TEXT COLLATE "C" NOT NULL DEFAULT '',
    decided_by TEXT COLLATE "C" REFERENCES user_account (id),
    decided_at TEXT COLLATE "C",
    created_at TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL
);
CREATE INDEX event_proposal_open ON event_proposal (status, created_at, position);
