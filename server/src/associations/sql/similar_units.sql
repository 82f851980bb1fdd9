-- The units of the day with the unit above each. The country itself is above all and says nothing.
SELECT s.organisation_id, n.name, r.to_id
FROM organisation_state s
JOIN organisation_kind k ON k.code = s.kind AND k.is_territory = 1
JOIN organisation_name n ON n.organisation_id = s.organisation_id
    AND n.valid_from <= $1 AND n.valid_to > $1 AND n.recorded_to = '9999-12-31T23:59:59.999999Z'
LEFT JOIN organisation_relation r ON r.from_id = s.organisation_id AND r.kind = 'part_of'
    AND r.valid_from <= $1 AND r.valid_to > $1 AND r.recorded_to = '9999-12-31T23:59:59.999999Z'
WHERE s.valid_from <= $1 AND s.valid_to > $1 AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
    AND COALESCE(s.level, '') NOT IN ('central', 'national')
ORDER BY s.organisation_id
