-- Bodies whose name, short name or alias on $4 has one of the keys $5 to $12; whether they are within
-- reach, and whether they hang directly on the acting body.
WITH RECURSIVE
@include organisations/scope
, hits AS (
    SELECT n.organisation_id AS id, n.name, n.short_name, s.kind, n.match_key AS key, 'name' AS via, n.name AS written
    FROM organisation_name n
    JOIN organisation_state s ON s.organisation_id = n.organisation_id
        AND s.valid_from <= $4 AND s.valid_to > $4 AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
    WHERE n.match_key IN ($5, $6, $7, $8, $9, $10, $11, $12)
        AND n.valid_from <= $4 AND n.valid_to > $4 AND n.recorded_to = '9999-12-31T23:59:59.999999Z'
    UNION ALL
    SELECT n.organisation_id AS id, n.name, n.short_name, s.kind, n.short_match_key AS key, 'short_name' AS via, n.short_name AS written
    FROM organisation_name n
    JOIN organisation_state s ON s.organisation_id = n.organisation_id
        AND s.valid_from <= $4 AND s.valid_to > $4 AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
    WHERE n.short_match_key IN ($5, $6, $7, $8, $9, $10, $11, $12)
        AND n.valid_from <= $4 AND n.valid_to > $4 AND n.recorded_to = '9999-12-31T23:59:59.999999Z'
    UNION ALL
    SELECT n.organisation_id AS id, n.name, n.short_name, s.kind, a.match_key AS key, 'alias' AS via, a.alias AS written
    FROM organisation_alias a
    JOIN organisation_name n ON n.organisation_id = a.organisation_id
    JOIN organisation_state s ON s.organisation_id = n.organisation_id
        AND s.valid_from <= $4 AND s.valid_to > $4 AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
    WHERE a.match_key IN ($5, $6, $7, $8, $9, $10, $11, $12)
        AND n.valid_from <= $4 AND n.valid_to > $4 AND n.recorded_to = '9999-12-31T23:59:59.999999Z'
        AND a.valid_from <= $4 AND a.valid_to > $4 AND a.recorded_to = '9999-12-31T23:59:59.999999Z'
)
SELECT h.id, h.name, h.short_name, h.kind, h.key, h.via, h.written,
    CASE WHEN h.id IN (SELECT id FROM scope) THEN 1 ELSE 0 END,
    CASE WHEN EXISTS (
        SELECT 1 FROM organisation_relation r
        WHERE r.from_id = h.id AND r.to_id = $1 AND r.kind IN ('part_of', 'led_by')
            AND r.valid_from <= $4 AND r.valid_to > $4 AND r.recorded_to = '9999-12-31T23:59:59.999999Z'
    ) THEN 1 ELSE 0 END
FROM hits h
ORDER BY h.name, h.id
LIMIT 1000
