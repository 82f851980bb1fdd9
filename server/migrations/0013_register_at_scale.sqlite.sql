-- The register of a whole country: names found by any part of them, pages read from indexes alone, and how many
-- bodies there are on any day without counting them.
CREATE VIRTUAL TABLE organisation_search USING fts5 (search_key, organisation_id UNINDEXED, tokenize = 'trigram case_sensitive 1');
INSERT INTO organisation_search (search_key, organisation_id)
SELECT n.search_key, n.organisation_id FROM organisation_name n
UNION ALL
SELECT a.search_key, a.organisation_id FROM organisation_alias a;
CREATE TRIGGER organisation_name_search AFTER INSERT ON organisation_name BEGIN
    INSERT INTO organisation_search (search_key, organisation_id) VALUES (NEW.search_key, NEW.organisation_id);
END;
CREATE TRIGGER organisation_alias_search AFTER INSERT ON organisation_alias BEGIN
    INSERT INTO organisation_search (search_key, organisation_id) VALUES (NEW.search_key, NEW.organisation_id);
END;

-- Bodies that begin on a day less those that end, as believed now.
CREATE TABLE organisation_count (
    kind TEXT NOT NULL REFERENCES organisation_kind (code),
    day TEXT NOT NULL,
    change INTEGER NOT NULL,
    PRIMARY KEY (kind, day)
) WITHOUT ROWID;
INSERT INTO organisation_count (kind, day, change)
SELECT x.kind, x.day, SUM(x.change)
FROM (
    SELECT s.kind, s.valid_from AS day, 1 AS change FROM organisation_state s WHERE s.recorded_to = '9999-12-31T23:59:59.999999Z'
    UNION ALL
    SELECT s.kind, s.valid_to, -1 FROM organisation_state s WHERE s.recorded_to = '9999-12-31T23:59:59.999999Z'
) x
GROUP BY x.kind, x.day;
CREATE TRIGGER organisation_state_believed AFTER INSERT ON organisation_state
WHEN NEW.recorded_to = '9999-12-31T23:59:59.999999Z' BEGIN
    INSERT INTO organisation_count (kind, day, change) VALUES (NEW.kind, NEW.valid_from, 1)
    ON CONFLICT (kind, day) DO UPDATE SET change = change + 1;
    INSERT INTO organisation_count (kind, day, change) VALUES (NEW.kind, NEW.valid_to, -1)
    ON CONFLICT (kind, day) DO UPDATE SET change = change - 1;
END;
CREATE TRIGGER organisation_state_superseded AFTER UPDATE OF recorded_to ON organisation_state
WHEN OLD.recorded_to = '9999-12-31T23:59:59.999999Z' AND NEW.recorded_to <> OLD.recorded_to BEGIN
    UPDATE organisation_count SET change = change - 1 WHERE kind = OLD.kind AND day = OLD.valid_from;
    UPDATE organisation_count SET change = change + 1 WHERE kind = OLD.kind AND day = OLD.valid_to;
END;

DROP INDEX organisation_name_sort;
CREATE INDEX organisation_name_sort ON organisation_name (sort_key, organisation_id, valid_from, valid_to, recorded_from, recorded_to);
DROP INDEX organisation_state_of;
CREATE INDEX organisation_state_of ON organisation_state (organisation_id, valid_from, valid_to, recorded_from, recorded_to, kind);
DROP INDEX organisation_relation_down;
CREATE INDEX organisation_relation_down ON organisation_relation (to_id, kind, valid_from, valid_to, recorded_from, recorded_to, from_id);
