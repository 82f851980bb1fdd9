-- What words of a document meant when a clerk of this office last decided it: one body for each of the words.
CREATE TABLE learned_name (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    match_key TEXT NOT NULL,
    written TEXT NOT NULL,
    search_key TEXT NOT NULL,
    meant_id TEXT NOT NULL REFERENCES organisation (id),
    learned_by TEXT REFERENCES user_account (id),
    learned_at TEXT NOT NULL,
    UNIQUE (organisation_id, match_key)
);
CREATE INDEX learned_name_of ON learned_name (meant_id);
