SELECT organisation_id, name, valid_from, valid_from_precision, valid_to
FROM organisation_name
WHERE recorded_from <= $1 AND recorded_to > $1
ORDER BY organisation_id, valid_from, id
