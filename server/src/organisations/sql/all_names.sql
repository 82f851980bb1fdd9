SELECT organisation_id, name, COALESCE(short_name, ''), valid_from, valid_from_precision, valid_to
FROM organisation_name
WHERE recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY organisation_id, valid_from, name, short_name, valid_to
