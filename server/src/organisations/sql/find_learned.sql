SELECT l.meant_id, s.kind
FROM learned_name l
JOIN organisation_state s ON s.organisation_id = l.meant_id AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
WHERE l.organisation_id = $1 AND l.match_key = $2 AND s.valid_from <= $3 AND s.valid_to > $3
