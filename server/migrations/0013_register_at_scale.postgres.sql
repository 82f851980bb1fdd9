-- The register of a whole country: names found by any part of them, pages read from indexes alone, and how many
-- bodies there are on any day without counting them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX organisation_name_search ON organisation_name USING gin (search_key gin_trgm_ops);
CREATE INDEX organisation_alias_search ON organisation_alias USING gin (search_key gin_trgm_ops);

-- Bodies that begin on a day less those that end, as believed now.
CREATE TABLE organisation_count (
    kind TEXT COLLATE "C" NOT NULL REFERENCES organisation_kind (code),
    day TEXT COLLATE "C" NOT NULL,
    change BIGINT NOT NULL,
    PRIMARY KEY (kind, day)
);
INSERT INTO organisation_count (kind, day, change)
SELECT x.kind, x.day, SUM(x.change)
FROM (
    SELECT s.kind, s.valid_from AS day, 1 AS change FROM organisation_state s WHERE s.recorded_to = '9999-12-31T23:59:59.999999Z'
    UNION ALL
    SELECT s.kind, s.valid_to, -1 FROM organisation_state s WHERE s.recorded_to = '9999-12-31T23:59:59.999999Z'
) x
GROUP BY x.kind, x.day;
CREATE FUNCTION organisation_state_believed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO organisation_count AS c (kind, day, change)
    SELECT x.kind, x.day, SUM(x.change)
    FROM (
        SELECT n.kind, n.valid_from AS day, 1 AS change FROM fresh n WHERE n.recorded_to = '9999-12-31T23:59:59.999999Z'
        UNION ALL
        SELECT n.kind, n.valid_to, -1 FROM fresh n WHERE n.recorded_to = '9999-12-31T23:59:59.999999Z'
    ) x
    GROUP BY x.kind, x.day
    ORDER BY x.kind, x.day
    ON CONFLICT (kind, day) DO UPDATE SET change = c.change + excluded.change;
    RETURN NULL;
END;
$$;
CREATE FUNCTION organisation_state_superseded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO organisation_count AS c (kind, day, change)
    SELECT x.kind, x.day, SUM(x.change)
    FROM (
        SELECT o.kind, o.valid_from AS day, -1 AS change FROM stale o JOIN fresh n ON n.id = o.id
        WHERE o.recorded_to = '9999-12-31T23:59:59.999999Z' AND n.recorded_to <> o.recorded_to
        UNION ALL
        SELECT o.kind, o.valid_to, 1 FROM stale o JOIN fresh n ON n.id = o.id
        WHERE o.recorded_to = '9999-12-31T23:59:59.999999Z' AND n.recorded_to <> o.recorded_to
    ) x
    GROUP BY x.kind, x.day
    ORDER BY x.kind, x.day
    ON CONFLICT (kind, day) DO UPDATE SET change = c.change + excluded.change;
    RETURN NULL;
END;
$$;
CREATE TRIGGER organisation_state_believed AFTER INSERT ON organisation_state
REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION organisation_state_believed();
CREATE TRIGGER organisation_state_superseded AFTER UPDATE ON organisation_state
REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION organisation_state_superseded();

DROP INDEX organisation_name_sort;
CREATE INDEX organisation_name_sort ON organisation_name (sort_key, organisation_id, valid_from, valid_to, recorded_from, recorded_to);
DROP INDEX organisation_state_of;
CREATE INDEX organisation_state_of ON organisation_state (organisation_id, valid_from, valid_to, recorded_from, recorded_to, kind);
DROP INDEX organisation_relation_down;
CREATE INDEX organisation_relation_down ON organisation_relation (to_id, kind, valid_from, valid_to, recorded_from, recorded_to, from_id);
