SELECT kind, record_id, organisation_id, valid_from, valid_to
FROM holding
WHERE record_id = $1 AND kind = $2 AND recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY valid_from, id
