SELECT organisation_id, alias, valid_from, valid_to
FROM organisation_alias
WHERE recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY organisation_id, alias, valid_from, valid_to
