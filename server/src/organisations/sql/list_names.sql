SELECT n.id, n.name, n.short_name, n.valid_from, n.valid_from_precision, n.valid_to, n.recorded_from
FROM organisation_name n
WHERE n.recorded_from <= $1 AND n.recorded_to > $1 AND n.organisation_id = $2
ORDER BY n.valid_from DESC
LIMIT 500
