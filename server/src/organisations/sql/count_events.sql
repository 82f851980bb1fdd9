SELECT COUNT(*)
FROM organisation_event e
WHERE (CAST($1 AS TEXT) IS NULL OR e.id IN (SELECT p.event_id FROM organisation_event_part p WHERE p.organisation_id = $1))
    AND (CAST($2 AS TEXT) IS NULL OR e.event_date >= $2) AND (CAST($3 AS TEXT) IS NULL OR e.event_date <= $3)
    AND (CAST($4 AS BIGINT) = 1 OR e.undone_at IS NULL)
