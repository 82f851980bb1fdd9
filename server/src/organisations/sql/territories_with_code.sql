-- Administrative units that bear a code on $1, with name, level and the code of the unit above.
SELECT s.organisation_id, s.code, COALESCE(s.level, ''), n.name, COALESCE(us.code, '')
FROM organisation_state s
JOIN organisation_kind k ON k.code = s.kind AND k.is_territory = 1
JOIN organisation_name n ON n.organisation_id = s.organisation_id
    AND n.valid_from <= $1 AND n.valid_to > $1 AND n.recorded_to = '9999-12-31T23:59:59.999999Z'
LEFT JOIN organisation_relation r ON r.from_id = s.organisation_id AND r.kind = 'part_of'
    AND r.valid_from <= $1 AND r.valid_to > $1 AND r.recorded_to = '9999-12-31T23:59:59.999999Z'
LEFT JOIN organisation_state us ON us.organisation_id = r.to_id
    AND us.valid_from <= $1 AND us.valid_to > $1 AND us.recorded_to = '9999-12-31T23:59:59.999999Z'
WHERE s.code IS NOT NULL AND s.valid_from <= $1 AND s.valid_to > $1 AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY s.code, s.organisation_id
