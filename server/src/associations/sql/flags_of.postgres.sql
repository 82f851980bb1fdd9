-- Signs of some associations that hold on the day or later. $1 JSON array of ids, $2 the day.
SELECT f.organisation_id, f.flag, f.valid_from, f.valid_to
FROM association_flag f
WHERE f.organisation_id IN (SELECT json_array_elements_text(CAST($1 AS JSON))) AND f.valid_from <= $2 AND f.valid_to > $2
ORDER BY f.organisation_id, f.flag
