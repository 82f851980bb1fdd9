-- Who holds a role that changed since, or that was given at what the event $1 made ($2: JSON array of bodies).
SELECT DISTINCT u.id, u.full_name
FROM held_role h
JOIN user_account u ON u.id = h.user_id
LEFT JOIN organisation_event e ON e.id = h.ended_by
WHERE (h.made_by = $1 AND h.recorded_to <> '9999-12-31T23:59:59.999999Z' AND (h.ended_by IS NULL OR e.undone_at IS NULL))
    OR (h.organisation_id IN (SELECT json_array_elements_text(CAST($2 AS JSON))) AND (h.made_by IS NULL OR h.made_by <> $1) AND h.recorded_to = '9999-12-31T23:59:59.999999Z')
ORDER BY u.full_name, u.id
LIMIT 1000
