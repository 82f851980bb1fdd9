-- A relation of a part of the event that reaches beyond the life of one of its ends. CROSS JOIN: from the few parts to
-- their relations, never the other way round.
WITH part AS (SELECT organisation_id AS id FROM organisation_event_part WHERE event_id = $1),
touched AS (
    SELECT r.from_id, r.to_id, r.valid_from, r.valid_to
    FROM part
    CROSS JOIN organisation_relation r
    WHERE r.from_id = part.id AND r.recorded_to = '9999-12-31T23:59:59.999999Z' AND r.kind IN ('part_of', 'led_by', 'guided_by', 'member_of')
    UNION
    SELECT r.from_id, r.to_id, r.valid_from, r.valid_to
    FROM part
    CROSS JOIN organisation_relation r
    WHERE r.to_id = part.id AND r.recorded_to = '9999-12-31T23:59:59.999999Z' AND r.kind IN ('part_of', 'led_by', 'guided_by', 'member_of')
)
,
life AS (
    SELECT s.organisation_id AS id, MIN(s.valid_from) AS since, MAX(s.valid_to) AS until
    FROM organisation_state s
    WHERE s.recorded_to = '9999-12-31T23:59:59.999999Z'
        AND s.organisation_id IN (SELECT from_id FROM touched UNION SELECT to_id FROM touched)
    GROUP BY s.organisation_id
)
SELECT t.from_id, t.to_id
FROM touched t
LEFT JOIN life a ON a.id = t.from_id
LEFT JOIN life b ON b.id = t.to_id
WHERE a.id IS NULL OR b.id IS NULL OR t.valid_from < a.since OR t.valid_from < b.since OR t.valid_to > a.until
    OR t.valid_to > b.until
LIMIT 1
