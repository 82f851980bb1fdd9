-- Members of associations, and batches of rows that come out of a spreadsheet (any module's).

-- One membership of one person. Who holds it on which day is in `holding` (kind member), so that events move it.
-- recorded_to: ended when the import that brought the row is undone; such a row counts nowhere.
CREATE TABLE member (
    id TEXT COLLATE "C" PRIMARY KEY,
    full_name TEXT COLLATE "C" NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL,
    -- By given name, then the whole.
    sort_key TEXT COLLATE "C" NOT NULL,
    birth_year BIGINT,
    joined_on TEXT COLLATE "C",
    joined_precision TEXT COLLATE "C",
    left_on TEXT COLLATE "C",
    left_precision TEXT COLLATE "C",
    left_reason TEXT COLLATE "C",
    branch TEXT COLLATE "C",
    branch_key TEXT COLLATE "C",
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('full', 'associate', 'honorary')),
    -- The national identity number: a keyed hash to find it again, the number itself encrypted, its last three digits. Both keys
    -- lie outside the database.
    identity_hash TEXT COLLATE "C",
    identity_cipher BYTEA,
    identity_tail TEXT COLLATE "C",
    -- Found twice after a merger: the membership that is kept.
    settled_into TEXT COLLATE "C" REFERENCES member (id),
    settled_at TEXT COLLATE "C",
    settled_by TEXT COLLATE "C" REFERENCES user_account (id),
    recorded_from TEXT COLLATE "C" NOT NULL,
    recorded_to TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31T23:59:59.999999Z',
    changed_at TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    CHECK ((identity_hash IS NULL) = (identity_cipher IS NULL) AND (identity_hash IS NULL) = (identity_tail IS NULL)),
    CHECK ((left_on IS NULL) = (left_reason IS NULL))
);
CREATE INDEX member_identity ON member (identity_hash);
CREATE INDEX member_name ON member (search_key, birth_year);

-- Two memberships that seem to be of one person, and that an officer found to be of two.
CREATE TABLE member_distinct (
    first_id TEXT COLLATE "C" NOT NULL REFERENCES member (id),
    second_id TEXT COLLATE "C" NOT NULL REFERENCES member (id),
    decided_by TEXT COLLATE "C" NOT NULL REFERENCES user_account (id),
    decided_at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (first_id, second_id),
    CHECK (first_id < second_id)
);

INSERT INTO setting (name, value, valid_from, recorded_from) VALUES
    ('members.left_reasons',
     '[{"code":"own_wish","vi":"Xin ra hội"},{"code":"moved","vi":"Chuyển đi nơi khác"},{"code":"deceased","vi":"Qua đời"},{"code":"by_decision","vi":"Hội quyết định cho ra hội"},{"code":"no_contact","vi":"Không còn tham gia, mất liên lạc"},{"code":"other","vi":"Lý do khác"}]',
     '2000-01-01', '2026-11-24T00:00:00.000000Z');

-- One file read for import: previewed, confirmed, undone. kind: what its rows are ('members').
CREATE TABLE import_batch (
    id TEXT COLLATE "C" PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    file_name TEXT COLLATE "C" NOT NULL,
    sheet TEXT COLLATE "C" NOT NULL,
    header_row BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('preview', 'confirmed', 'undone')),
    -- How the register was when the file was compared with it.
    stamp TEXT COLLATE "C" NOT NULL,
    -- JSON: what is wrong with the file as a whole; what was passed over.
    faults TEXT COLLATE "C" NOT NULL,
    notes TEXT COLLATE "C" NOT NULL,
    created_by TEXT COLLATE "C" NOT NULL REFERENCES user_account (id),
    created_at TEXT COLLATE "C" NOT NULL,
    confirmed_by TEXT COLLATE "C" REFERENCES user_account (id),
    confirmed_at TEXT COLLATE "C",
    undone_by TEXT COLLATE "C" REFERENCES user_account (id),
    undone_at TEXT COLLATE "C",
    undo_reason TEXT COLLATE "C",
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX import_batch_of ON import_batch (organisation_id, kind, created_at);

-- What becomes of one row of the file. row_values and before_values are JSON of the module; row_values are forgotten once written.
CREATE TABLE import_row (
    batch_id TEXT COLLATE "C" NOT NULL REFERENCES import_batch (id),
    number BIGINT NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL CHECK (outcome IN ('added', 'updated', 'unchanged', 'to_complete', 'faulty')),
    title TEXT COLLATE "C" NOT NULL,
    reasons TEXT COLLATE "C" NOT NULL,
    row_values TEXT COLLATE "C" NOT NULL,
    before_values TEXT COLLATE "C" NOT NULL,
    record_id TEXT COLLATE "C",
    record_version BIGINT,
    PRIMARY KEY (batch_id, number)
);
CREATE INDEX import_row_outcome ON import_row (batch_id, outcome, number);
