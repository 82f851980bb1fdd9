-- Bodies within reach of up to three kinds whose folded name holds a pattern, as of a day; never the
-- acting body itself.
WITH RECURSIVE
@include organisations/scope
SELECT s.organisation_id, n.name, n.short_name, s.kind
FROM organisation_state s
JOIN organisation_name n ON n.organisation_id = s.organisation_id
    AND n.valid_from <= $4 AND n.valid_to > $4 AND n.recorded_to = '9999-12-31T23:59:59.999999Z'
JOIN organisation_kind k ON k.code = s.kind
WHERE s.kind IN ($5, $6, $7) AND n.search_key LIKE $8
    AND s.valid_from <= $4 AND s.valid_to > $4 AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
    AND s.organisation_id IN (SELECT id FROM scope) AND s.organisation_id <> $1
ORDER BY k.position, n.sort_key, s.organisation_id
LIMIT 5000
