SELECT a.alias
FROM organisation_alias a
WHERE a.valid_from <= $1 AND a.valid_to > $1 AND a.recorded_from <= $2 AND a.recorded_to > $2
    AND a.organisation_id = $3
ORDER BY a.alias
LIMIT 500
