SELECT kind, from_id, to_id, valid_from, valid_to
FROM organisation_relation
WHERE made_by = $1 AND recorded_to = '9999-12-31T23:59:59.999999Z'
