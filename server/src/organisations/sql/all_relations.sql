SELECT kind, from_id, to_id, valid_from, valid_from_precision, valid_to
FROM organisation_relation
WHERE recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY kind, from_id, to_id, valid_from, valid_from_precision, valid_to
