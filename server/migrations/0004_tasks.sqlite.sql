-- A task of one document. A group or joint lead is a parent with one child for each body; only
-- tasks without children are worked on. Status and alert are computed, never stored.
CREATE TABLE task (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    document_id TEXT NOT NULL REFERENCES document (id),
    parent_id TEXT REFERENCES task (id),
    is_parent INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL,
    section TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    text_start INTEGER,
    text_end INTEGER,
    lead_as_written TEXT,
    lead_key TEXT,
    deadline_kind TEXT NOT NULL CHECK (deadline_kind IN ('fixed_date', 'from_issue_date', 'standing', 'awaiting_decision', 'none_given')),
    deadline_as_written TEXT,
    due_date TEXT,
    no_due_reason TEXT,
    due_decided_by TEXT REFERENCES user_account (id),
    due_decided_at TEXT,
    extension_count INTEGER NOT NULL DEFAULT 0,
    recurrence TEXT CHECK (recurrence IN ('monthly', 'quarterly', 'half_yearly', 'yearly', 'regular')),
    urgency TEXT NOT NULL DEFAULT 'normal' CHECK (urgency IN ('normal', 'urgent', 'very_urgent', 'express')),
    report_to_as_written TEXT,
    closed_at TEXT,
    closed_by TEXT REFERENCES user_account (id),
    done_date TEXT,
    search_key TEXT NOT NULL,
    created_by TEXT REFERENCES user_account (id),
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX task_of_document ON task (document_id, position);
CREATE INDEX task_of_parent ON task (parent_id);
CREATE INDEX task_of_owner ON task (organisation_id, due_date);

-- Who leads, cooperates, monitors: effective-dated, so that a merger moves them from a date on.
CREATE TABLE task_assignment (
    id TEXT PRIMARY KEY,
    task_id TEXT NOT NULL REFERENCES task (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'cooperating', 'monitor')),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL DEFAULT '9999-12-31',
    recorded_from TEXT NOT NULL,
    recorded_to TEXT NOT NULL DEFAULT '9999-12-31T23:59:59.999999Z'
);
CREATE INDEX task_assignment_of ON task_assignment (task_id, role);
CREATE INDEX task_assignment_by ON task_assignment (organisation_id, role);

CREATE TABLE progress_note (
    id TEXT PRIMARY KEY,
    task_id TEXT NOT NULL REFERENCES task (id),
    user_id TEXT REFERENCES user_account (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    text TEXT NOT NULL,
    percent INTEGER,
    created_at TEXT NOT NULL
);
CREATE INDEX progress_note_of ON progress_note (task_id, created_at);

-- Proof: a document by number, date and receiver. Never deleted: accepted or refused with a reason,
-- by another account than the one that filed it.
CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    task_id TEXT NOT NULL REFERENCES task (id),
    document_number TEXT NOT NULL,
    document_date TEXT NOT NULL,
    receiver TEXT NOT NULL,
    result_text TEXT,
    file_id TEXT REFERENCES stored_file (id),
    filed_by TEXT REFERENCES user_account (id),
    filed_for_id TEXT NOT NULL REFERENCES organisation (id),
    filed_at TEXT NOT NULL,
    decision TEXT CHECK (decision IN ('accepted', 'refused')),
    decided_by TEXT REFERENCES user_account (id),
    decided_for_id TEXT REFERENCES organisation (id),
    decided_at TEXT,
    decision_reason TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((decision IS NULL) = (decided_at IS NULL)),
    CHECK (decision IS NULL OR decision <> 'refused' OR decision_reason IS NOT NULL)
);
CREATE INDEX evidence_of ON evidence (task_id, filed_at);
