SELECT kind, record_id, organisation_id, valid_from, valid_to
FROM holding
WHERE recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY kind, record_id, organisation_id, valid_from, valid_to
