-- What is believed now of the bodies in the JSON array $1, over all days.
SELECT id, organisation_id, name, short_name, valid_from, valid_from_precision, valid_to
FROM organisation_name
WHERE organisation_id IN (SELECT json_array_elements_text(CAST($1 AS JSON))) AND recorded_to = '9999-12-31T23:59:59.999999Z'
ORDER BY organisation_id, valid_from
