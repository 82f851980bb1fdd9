-- Rows that the event wrote and that something later, still valid, has ended.
SELECT x.what, COUNT(*)
FROM (
    SELECT 'states' AS what, made_by, ended_by, recorded_to FROM organisation_state WHERE made_by = $1
    UNION ALL
    SELECT 'names', made_by, ended_by, recorded_to FROM organisation_name WHERE made_by = $1
    UNION ALL
    SELECT 'relations', made_by, ended_by, recorded_to FROM organisation_relation WHERE made_by = $1
) x
LEFT JOIN organisation_event e ON e.id = x.ended_by
WHERE x.recorded_to <> '9999-12-31T23:59:59.999999Z' AND (x.ended_by IS NULL OR e.undone_at IS NULL)
GROUP BY x.what
ORDER BY x.what
