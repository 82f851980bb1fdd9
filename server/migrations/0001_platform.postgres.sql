-- Accounts, sessions, roles, audit, jobs and dated settings.
CREATE TABLE user_account (
    id TEXT COLLATE "C" PRIMARY KEY,
    login TEXT COLLATE "C" NOT NULL UNIQUE,
    full_name TEXT COLLATE "C" NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL,
    password_hash TEXT COLLATE "C" NOT NULL,
    must_change_password BIGINT NOT NULL DEFAULT 1,
    is_active BIGINT NOT NULL DEFAULT 1,
    version BIGINT NOT NULL DEFAULT 1,
    created_at TEXT COLLATE "C" NOT NULL,
    last_seen_at TEXT COLLATE "C"
);

-- A role at an organisation (table organisation, next step), effective-dated.
CREATE TABLE held_role (
    id TEXT COLLATE "C" PRIMARY KEY,
    user_id TEXT COLLATE "C" NOT NULL REFERENCES user_account (id),
    organisation_id TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL CHECK (role IN ('administrator', 'clerk', 'monitor', 'officer', 'leader')),
    reach TEXT COLLATE "C" NOT NULL CHECK (reach IN ('self', 'subtree')),
    valid_from TEXT COLLATE "C" NOT NULL,
    valid_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31',
    recorded_from TEXT COLLATE "C" NOT NULL,
    recorded_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31T23:59:59.999999Z'
);
CREATE INDEX held_role_of ON held_role (user_id, valid_from);
CREATE INDEX held_role_at ON held_role (organisation_id);

CREATE TABLE user_session (
    id TEXT COLLATE "C" PRIMARY KEY,
    token_hash TEXT COLLATE "C" NOT NULL UNIQUE,
    user_id TEXT COLLATE "C" NOT NULL REFERENCES user_account (id),
    acting_role_id TEXT COLLATE "C",
    created_at TEXT COLLATE "C" NOT NULL,
    last_seen_at TEXT COLLATE "C" NOT NULL,
    expires_at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX user_session_of ON user_session (user_id);
CREATE INDEX user_session_expiry ON user_session (expires_at);

-- Failures by account ("login:…") and by address ("address:…").
CREATE TABLE sign_in_throttle (
    key TEXT COLLATE "C" PRIMARY KEY,
    failures BIGINT NOT NULL,
    blocked_until TEXT COLLATE "C",
    last_failure_at TEXT COLLATE "C" NOT NULL
);

CREATE TABLE setup_token (
    token_hash TEXT COLLATE "C" PRIMARY KEY,
    created_at TEXT COLLATE "C" NOT NULL,
    used_at TEXT COLLATE "C"
);

CREATE TABLE audit_event (
    id TEXT COLLATE "C" PRIMARY KEY,
    at TEXT COLLATE "C" NOT NULL,
    user_id TEXT COLLATE "C",
    organisation_id TEXT COLLATE "C",
    action TEXT COLLATE "C" NOT NULL,
    entity TEXT COLLATE "C" NOT NULL,
    entity_id TEXT COLLATE "C" NOT NULL,
    parent_entity_id TEXT COLLATE "C" NOT NULL,
    before_json TEXT COLLATE "C" NOT NULL,
    after_json TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL
);
CREATE INDEX audit_event_of ON audit_event (entity_id, at);
CREATE INDEX audit_event_under ON audit_event (parent_entity_id, at);

-- Events that the sealer has not yet taken; a queue, so that sealing never scans the events.
CREATE TABLE audit_pending (
    event_id TEXT COLLATE "C" PRIMARY KEY REFERENCES audit_event (id)
);

-- The chain: seq without gaps, each hash covers the one before (decision record 0004).
CREATE TABLE audit_seal (
    seq BIGINT PRIMARY KEY,
    event_id TEXT COLLATE "C" NOT NULL UNIQUE,
    hash TEXT COLLATE "C" NOT NULL
);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit events are never changed or removed';
END
$$;
CREATE TRIGGER audit_event_kept BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();

CREATE TABLE job (
    id TEXT COLLATE "C" PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    payload TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'stopped')),
    run_at TEXT COLLATE "C" NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    unique_key TEXT COLLATE "C",
    lease_until TEXT COLLATE "C",
    last_error TEXT COLLATE "C" NOT NULL DEFAULT '',
    progress TEXT COLLATE "C" NOT NULL DEFAULT '',
    created_at TEXT COLLATE "C" NOT NULL,
    finished_at TEXT COLLATE "C"
);
CREATE UNIQUE INDEX job_once ON job (unique_key) WHERE state IN ('waiting', 'running');
CREATE INDEX job_next ON job (state, run_at);

-- Settings that hold from a day on; the newest record for a day wins.
CREATE TABLE setting (
    name TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    valid_from TEXT COLLATE "C" NOT NULL,
    recorded_from TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (name, valid_from, recorded_from)
);
