-- Whether one gets from $1 up to $4 over relations that all hold on one day from $2 to before $3.
WITH RECURSIVE up (id, since, until) AS (
    SELECT r.to_id,
        CASE WHEN r.from_id = $1 AND r.valid_from > $2 THEN r.valid_from ELSE $2 END,
        CASE WHEN r.valid_to < $3 THEN r.valid_to ELSE $3 END
    FROM organisation_relation r
    WHERE r.from_id = $1 AND r.kind IN ('part_of', 'led_by') AND r.recorded_to = '9999-12-31T23:59:59.999999Z'
        AND r.valid_from < $3 AND r.valid_to > $2
    UNION
    SELECT r.to_id,
        CASE WHEN r.valid_from > u.since THEN r.valid_from ELSE u.since END,
        CASE WHEN r.valid_to < u.until THEN r.valid_to ELSE u.until END
    FROM up u
    JOIN organisation_relation r ON r.from_id = u.id
    WHERE r.kind IN ('part_of', 'led_by') AND r.recorded_to = '9999-12-31T23:59:59.999999Z'
        AND r.valid_from < u.until AND r.valid_to > u.since
)
SELECT 1 FROM up WHERE id = $4
LIMIT 1
