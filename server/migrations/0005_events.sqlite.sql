-- Events of bodies with their lineage, and which row each event made or ended (decision record 0005).
CREATE TABLE organisation_event (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL CHECK (code IN ('establish', 'consolidate', 'absorb', 'divide', 'split_off', 'reorganise', 'rename',
        'change_kind', 'transfer', 'suspend', 'resume', 'dissolve')),
    event_date TEXT NOT NULL,
    date_precision TEXT NOT NULL DEFAULT 'day',
    basis_document_id TEXT REFERENCES document (id),
    basis_text TEXT NOT NULL,
    reason TEXT NOT NULL,
    ground TEXT CHECK (ground IN ('own_will', 'by_decision')),
    summary TEXT NOT NULL,
    concerns_territory INTEGER NOT NULL DEFAULT 0,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT REFERENCES user_account (id),
    recorded_for_id TEXT REFERENCES organisation (id),
    corrects_id TEXT REFERENCES organisation_event (id),
    undone_at TEXT,
    undone_by TEXT REFERENCES user_account (id),
    undo_reason TEXT
);
CREATE INDEX organisation_event_date ON organisation_event (event_date, recorded_at);
CREATE INDEX organisation_event_basis ON organisation_event (basis_document_id);

-- Who took part. ended: is no more; made: came to be; kept: goes on, enlarged or reduced; changed: itself changed.
CREATE TABLE organisation_event_part (
    event_id TEXT NOT NULL REFERENCES organisation_event (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    part TEXT NOT NULL CHECK (part IN ('ended', 'made', 'kept', 'changed')),
    position INTEGER NOT NULL,
    PRIMARY KEY (event_id, organisation_id)
);
CREATE INDEX organisation_event_part_of ON organisation_event_part (organisation_id);

-- Lineage: what of the predecessor went to the successor. A body that stays itself is both ends of its edge.
CREATE TABLE organisation_lineage (
    event_id TEXT NOT NULL REFERENCES organisation_event (id),
    predecessor_id TEXT NOT NULL REFERENCES organisation (id),
    successor_id TEXT NOT NULL REFERENCES organisation (id),
    share TEXT NOT NULL CHECK (share IN ('whole', 'part')),
    position INTEGER NOT NULL,
    PRIMARY KEY (event_id, predecessor_id, successor_id)
);
CREATE INDEX organisation_lineage_forward ON organisation_lineage (predecessor_id);
CREATE INDEX organisation_lineage_back ON organisation_lineage (successor_id);

-- What an event could only settle provisionally, until someone decides.
CREATE TABLE event_question (
    id TEXT PRIMARY KEY,
    event_id TEXT NOT NULL REFERENCES organisation_event (id),
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    from_id TEXT NOT NULL REFERENCES organisation (id),
    provisional_id TEXT NOT NULL REFERENCES organisation (id),
    decided_at TEXT,
    decided_by TEXT REFERENCES user_account (id),
    chosen_id TEXT REFERENCES organisation (id)
);
CREATE INDEX event_question_of ON event_question (event_id, decided_at);
CREATE INDEX event_question_about ON event_question (entity_id);

-- made_by: the event that wrote the row; ended_by: the one that ended the belief in it. Undo ends the rows of the first
-- kind and writes those of the second again.
ALTER TABLE organisation_state ADD COLUMN status TEXT NOT NULL DEFAULT 'active';
ALTER TABLE organisation_state ADD COLUMN made_by TEXT REFERENCES organisation_event (id);
ALTER TABLE organisation_state ADD COLUMN ended_by TEXT REFERENCES organisation_event (id);
CREATE INDEX organisation_state_made ON organisation_state (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX organisation_state_ended ON organisation_state (ended_by) WHERE ended_by IS NOT NULL;

ALTER TABLE organisation_name ADD COLUMN made_by TEXT REFERENCES organisation_event (id);
ALTER TABLE organisation_name ADD COLUMN ended_by TEXT REFERENCES organisation_event (id);
CREATE INDEX organisation_name_made ON organisation_name (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX organisation_name_ended ON organisation_name (ended_by) WHERE ended_by IS NOT NULL;

-- A new kind: from a body that ended to the one that answers for its records since (inherited_by).
CREATE TABLE organisation_relation_new (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('part_of', 'led_by', 'guided_by', 'located_in', 'member_of', 'inherited_by')),
    from_id TEXT NOT NULL REFERENCES organisation (id),
    to_id TEXT NOT NULL REFERENCES organisation (id),
    valid_from TEXT NOT NULL,
    valid_from_precision TEXT NOT NULL DEFAULT 'day',
    valid_to TEXT NOT NULL DEFAULT '9999-12-31',
    recorded_from TEXT NOT NULL,
    recorded_to TEXT NOT NULL DEFAULT '9999-12-31T23:59:59.999999Z',
    made_by TEXT REFERENCES organisation_event (id),
    ended_by TEXT REFERENCES organisation_event (id)
);
INSERT INTO organisation_relation_new
    (id, kind, from_id, to_id, valid_from, valid_from_precision, valid_to, recorded_from, recorded_to)
SELECT id, kind, from_id, to_id, valid_from, valid_from_precision, valid_to, recorded_from, recorded_to
FROM organisation_relation;
DROP TABLE organisation_relation;
ALTER TABLE organisation_relation_new RENAME TO organisation_relation;
CREATE INDEX organisation_relation_down ON organisation_relation (to_id, kind, valid_from);
CREATE INDEX organisation_relation_up ON organisation_relation (from_id, kind, valid_from);
CREATE INDEX organisation_relation_made ON organisation_relation (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX organisation_relation_ended ON organisation_relation (ended_by) WHERE ended_by IS NOT NULL;

ALTER TABLE task_assignment ADD COLUMN made_by TEXT REFERENCES organisation_event (id);
ALTER TABLE task_assignment ADD COLUMN ended_by TEXT REFERENCES organisation_event (id);
CREATE INDEX task_assignment_made ON task_assignment (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX task_assignment_ended ON task_assignment (ended_by) WHERE ended_by IS NOT NULL;

ALTER TABLE held_role ADD COLUMN made_by TEXT REFERENCES organisation_event (id);
ALTER TABLE held_role ADD COLUMN ended_by TEXT REFERENCES organisation_event (id);
CREATE INDEX held_role_made ON held_role (made_by) WHERE made_by IS NOT NULL;
CREATE INDEX held_role_ended ON held_role (ended_by) WHERE ended_by IS NOT NULL;
