-- For the hash of the state: facts alone, in an order that depends on them alone.
SELECT organisation_id, kind, COALESCE(level, ''), COALESCE(code, ''), status, valid_from, valid_from_precision, valid_to
FROM organisation_state
WHERE recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY organisation_id, valid_from, kind, level, code, status, valid_to
