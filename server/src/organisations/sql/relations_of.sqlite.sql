-- What is believed now of the relations of the bodies in the JSON array $1, over all days; both directions.
WITH wanted AS (SELECT value AS id FROM json_each($1))
SELECT id, kind, from_id, to_id, valid_from, valid_from_precision, valid_to
FROM organisation_relation
WHERE from_id IN (SELECT id FROM wanted) AND recorded_to = '9999-12-31T23:59:59.999999Z'
UNION
SELECT id, kind, from_id, to_id, valid_from, valid_from_precision, valid_to
FROM organisation_relation
WHERE to_id IN (SELECT id FROM wanted) AND recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY 3, 2, 5, 1
