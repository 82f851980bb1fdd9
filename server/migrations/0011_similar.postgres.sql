-- Pairs of associations that somebody found to be really different, whatever their score: the smaller id first.
CREATE TABLE similar_mark (
    id TEXT COLLATE "C" PRIMARY KEY,
    first_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    second_id TEXT COLLATE "C" NOT NULL REFERENCES organisation (id),
    reason TEXT COLLATE "C" NOT NULL,
    made_by TEXT COLLATE "C" REFERENCES user_account (id),
    made_for_id TEXT COLLATE "C" REFERENCES organisation (id),
    made_at TEXT COLLATE "C" NOT NULL,
    UNIQUE (first_id, second_id),
    CHECK (first_id < second_id)
);
CREATE INDEX similar_mark_second ON similar_mark (second_id);
