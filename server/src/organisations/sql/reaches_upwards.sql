-- Whether one gets from $1 up to $3 over relations that hold on $2 or later.
WITH RECURSIVE up (id) AS (
    SELECT o.id FROM organisation o WHERE o.id = $1
    UNION
    SELECT r.to_id
    FROM organisation_relation r
    JOIN up u ON r.from_id = u.id
    WHERE r.kind IN ('part_of', 'led_by') AND r.recorded_to = '9999-12-31T23:59:59.999999Z'
        AND r.to_id <> r.from_id AND r.valid_to > $2
)
SELECT 1 FROM up WHERE id = $3
