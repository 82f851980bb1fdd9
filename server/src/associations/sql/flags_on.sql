SELECT f.organisation_id, f.flag, f.valid_from
FROM association_flag f
WHERE f.valid_from <= $1 AND f.valid_to > $1
ORDER BY f.organisation_id, f.flag
