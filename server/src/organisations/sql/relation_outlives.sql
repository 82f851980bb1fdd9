-- A relation of a part of the event that reaches beyond the life of one of its ends.
WITH part AS (SELECT organisation_id AS id FROM organisation_event_part WHERE event_id = $1),
touched AS (
    SELECT r.from_id, r.to_id, r.valid_from, r.valid_to
    FROM organisation_relation r
    JOIN part ON part.id = r.from_id
    WHERE r.recorded_to = '9999-12-31T23:59:59.999999Z' AND r.kind IN ('part_of', 'led_by', 'guided_by', 'member_of')
    UNION
    SELECT r.from_id, r.to_id, r.valid_from, r.valid_to
    FROM organisation_relation r
    JOIN part ON part.id = r.to_id
    WHERE r.recorded_to = '9999-12-31T23:59:59.999999Z' AND r.kind IN ('part_of', 'led_by', 'guided_by', 'member_of')
)
SELECT t.from_id, t.to_id
FROM touched t
WHERE t.valid_from < (SELECT MIN(s.valid_from) FROM organisation_state s WHERE s.organisation_id = t.from_id AND s.recorded_to = '9999-12-31T23:59:59.999999Z')
    OR t.valid_from < (SELECT MIN(s.valid_from) FROM organisation_state s WHERE s.organisation_id = t.to_id AND s.recorded_to = '9999-12-31T23:59:59.999999Z')
    OR t.valid_to > (SELECT MAX(s.valid_to) FROM organisation_state s WHERE s.organisation_id = t.from_id AND s.recorded_to = '9999-12-31T23:59:59.999999Z')
    OR t.valid_to > (SELECT MAX(s.valid_to) FROM organisation_state s WHERE s.organisation_id = t.to_id AND s.recorded_to = '9999-12-31T23:59:59.999999Z')
LIMIT 1
