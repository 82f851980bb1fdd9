-- A task of one document. A group or joint lead is a parent with one child for each body; only
-- tasks without children are worked on. Status and alert are computed, never stored.
CREATE TABLE task (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    document_id TEXT COLLATE "C" NOT NULL REFERENCES document (id),
    parent_id TEXT COLLATE "C" REFERENCES task (id),
    is_parent BIGINT NOT NULL DEFAULT 0,
    position BIGINT NOT NULL,
    section TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    text_start BIGINT,
    text_end BIGINT,
    lead_as_written TEXT COLLATE "C",
    lead_key TEXT COLLATE "C",
    deadline_kind TEXT COLLATE "C" NOT NULL CHECK (deadline_kind IN ('fixed_date', 'from_issue_date', 'standing', 'awaiting_decision', 'none_given')),
    deadline_as_written TEXT COLLATE "C",
    due_date TEXT COLLATE "C",
    no_due_reason TEXT COLLATE "C",
    due_decided_by TEXT COLLATE "C" REFERENCES user_account (id),
    due_decided_at TEXT COLLATE "C",
    extension_count BIGINT NOT NULL DEFAULT 0,
    recurrence TEXT COLLATE "C" CHECK (recurrence IN ('monthly', 'quarterly', 'half_yearly', 'yearly', 'regular')),
    urgency TEXT COLLATE "C" NOT NULL DEFAULT 'normal' CHECK (urgency IN ('normal', 'urgent', 'very_urgent', 'express')),
    report_to_as_written TEXT COLLATE "C",
    closed_at TEXT COLLATE "C",
    closed_by TEXT COLLATE "C" REFERENCES user_account (id),
    done_date TEXT COLLATE "C",
    search_key TEXT COLLATE "C" NOT NULL,
    created_by TEXT COLLATE "C" REFERENCES user_account (id),
    created_at TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX task_of_document ON task (document_id, position);
CREATE INDEX task_of_parent ON task (parent_id);
CREATE INDEX task_of_owner ON task (organisation_id, due_date);

-- Who leads, cooperates, monitors: effective-dated, so that a merger moves them from a date on.
CREATE TABLE task_assignment (
    id TEXT COLLATE "C" PRIMARY KEY,
    task_id TEXT COLLATE "C" NOT NULL REFERENCES task (id),
    role TEXT COLLATE "C" NOT NULL CHECK (role IN ('lead', 'cooperating', 'monitor')),
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    valid_from TEXT COLLATE "C" NOT NULL,
    valid_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31',
    recorded_from TEXT COLLATE "C" NOT NULL,
    recorded_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31T23:59:59.999999Z'
);
CREATE INDEX task_assignment_of ON task_assignment (task_id, role);
CREATE INDEX task_assignment_by ON task_assignment (organisation_id, role);

CREATE TABLE progress_note (
    id TEXT COLLATE "C" PRIMARY KEY,
    task_id TEXT COLLATE "C" NOT NULL REFERENCES task (id),
    user_id TEXT COLLATE "C" REFERENCES user_account (id),
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    text TEXT COLLATE "C" NOT NULL,
    percent BIGINT,
    created_at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX progress_note_of ON progress_note (task_id, created_at);

-- Proof: a document by number, date and receiver. Never deleted: accepted or refused with a reason,
-- by another account than the one that filed it.
CREATE TABLE evidence (
    id TEXT COLLATE "C" PRIMARY KEY,
    task_id TEXT COLLATE "C" NOT NULL REFERENCES task (id),
    document_number TEXT COLLATE "C" NOT NULL,
    document_date TEXT COLLATE "C" NOT NULL,
    receiver TEXT COLLATE "C" NOT NULL,
    result_text TEXT COLLATE "C",
    file_id TEXT COLLATE "C" REFERENCES stored_file (id),
    filed_by TEXT COLLATE "C" REFERENCES user_account (id),
    filed_for_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    filed_at TEXT COLLATE "C" NOT NULL,
    decision TEXT COLLATE "C" CHECK (decision IN ('accepted', 'refused')),
    decided_by TEXT COLLATE "C" REFERENCES user_account (id),
    decided_for_id TEXT COLLATE "C" REFERENCES organisation (id),
    decided_at TEXT COLLATE "C",
    decision_reason TEXT COLLATE "C",
    version BIGINT NOT NULL DEFAULT 1,
    CHECK ((decision IS NULL) = (decided_at IS NULL)),
    CHECK (decision IS NULL OR decision <> 'refused' OR decision_reason IS NOT NULL)
);
CREATE INDEX evidence_of ON evidence (task_id, filed_at);
