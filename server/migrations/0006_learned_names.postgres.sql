-- What words of a document meant when a clerk of this office last decided it: one body for each of the words.
CREATE TABLE learned_name (
    id TEXT COLLATE "C" PRIMARY KEY,
    organisation_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    match_key TEXT COLLATE "C" NOT NULL,
    written TEXT COLLATE "C" NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL,
    meant_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    learned_by TEXT COLLATE "C" REFERENCES user_account (id),
    learned_at TEXT COLLATE "C" NOT NULL,
    UNIQUE (organisation_id, match_key)
);
CREATE INDEX learned_name_of ON learned_name (meant_id);
