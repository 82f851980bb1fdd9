-- Accounts, sessions, roles, audit, jobs and dated settings.
CREATE TABLE user_account (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    full_name TEXT NOT NULL,
    search_key TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    must_change_password INTEGER NOT NULL DEFAULT 1,
    is_active INTEGER NOT NULL DEFAULT 1,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    last_seen_at TEXT
);

-- A role at an organisation (table organisation, next step), effective-dated.
CREATE TABLE held_role (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES user_account (id),
    organisation_id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('administrator', 'clerk', 'monitor', 'officer', 'leader')),
    reach TEXT NOT NULL CHECK (reach IN ('self', 'subtree')),
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL DEFAULT '9999-12-31',
    recorded_from TEXT NOT NULL,
    recorded_to TEXT NOT NULL DEFAULT '9999-12-31T23:59:59.999999Z'
);
CREATE INDEX held_role_of ON held_role (user_id, valid_from);
CREATE INDEX held_role_at ON held_role (organisation_id);

CREATE TABLE user_session (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    user_id TEXT NOT NULL REFERENCES user_account (id),
    acting_role_id TEXT,
    created_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
CREATE INDEX user_session_of ON user_session (user_id);
CREATE INDEX user_session_expiry ON user_session (expires_at);

-- Failures by account ("login:…") and by address ("address:…").
CREATE TABLE sign_in_throttle (
    key TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    blocked_until TEXT,
    last_failure_at TEXT NOT NULL
);

CREATE TABLE setup_token (
    token_hash TEXT PRIMARY KEY,
    created_at TEXT NOT NULL,
    used_at TEXT
);

CREATE TABLE audit_event (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    user_id TEXT,
    organisation_id TEXT,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    parent_entity_id TEXT NOT NULL,
    before_json TEXT NOT NULL,
    after_json TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX audit_event_of ON audit_event (entity_id, at);
CREATE INDEX audit_event_under ON audit_event (parent_entity_id, at);

-- Events that the sealer has not yet taken; a queue, so that sealing never scans the events.
CREATE TABLE audit_pending (
    event_id TEXT PRIMARY KEY REFERENCES audit_event (id)
);

-- The chain: seq without gaps, each hash covers the one before (decision record 0004).
CREATE TABLE audit_seal (
    seq INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL
);

CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'audit events are never changed');
END;
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'audit events are never removed');
END;

CREATE TABLE job (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'stopped')),
    run_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    unique_key TEXT,
    lease_until TEXT,
    last_error TEXT NOT NULL DEFAULT '',
    progress TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    finished_at TEXT
);
CREATE UNIQUE INDEX job_once ON job (unique_key) WHERE state IN ('waiting', 'running');
CREATE INDEX job_next ON job (state, run_at);

-- Settings that hold from a day on; the newest record for a day wins.
CREATE TABLE setting (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    recorded_from TEXT NOT NULL,
    PRIMARY KEY (name, valid_from, recorded_from)
);
