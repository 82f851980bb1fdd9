-- What else hangs on what the event $1 made ($2: JSON array of bodies), each with how much.
SELECT x.what, COUNT(*)
FROM (
    SELECT h.kind AS what
    FROM holding h
    LEFT JOIN organisation_event e ON e.id = h.ended_by
    WHERE h.made_by = $1 AND h.recorded_to <> '9999-12-31T23:59:59.999999Z' AND (h.ended_by IS NULL OR e.undone_at IS NULL)
    UNION ALL
    SELECT h.kind
    FROM holding h
    WHERE h.organisation_id IN (SELECT json_array_elements_text(CAST($2 AS JSON)))
        AND (h.made_by IS NULL OR h.made_by <> $1) AND h.recorded_to = '9999-12-31T23:59:59.999999Z'
    UNION ALL
    SELECT 'profiles' FROM association_profile p
    WHERE p.organisation_id IN (SELECT json_array_elements_text(CAST($2 AS JSON))) AND p.recorded_to = '9999-12-31T23:59:59.999999Z'
    UNION ALL
    SELECT 'charters' FROM association_charter c WHERE c.organisation_id IN (SELECT json_array_elements_text(CAST($2 AS JSON))) AND c.removed_at IS NULL
    UNION ALL
    SELECT 'terms' FROM association_term t WHERE t.organisation_id IN (SELECT json_array_elements_text(CAST($2 AS JSON))) AND t.removed_at IS NULL
    UNION ALL
    SELECT 'congresses' FROM association_congress c WHERE c.organisation_id IN (SELECT json_array_elements_text(CAST($2 AS JSON))) AND c.removed_at IS NULL
    UNION ALL
    SELECT 'money' FROM association_money m WHERE m.organisation_id IN (SELECT json_array_elements_text(CAST($2 AS JSON))) AND m.removed_at IS NULL
    UNION ALL
    SELECT 'disclosures' FROM association_disclosure d WHERE d.organisation_id IN (SELECT json_array_elements_text(CAST($2 AS JSON))) AND d.removed_at IS NULL
    UNION ALL
    SELECT 'obligations' FROM association_obligation o WHERE o.organisation_id IN (SELECT json_array_elements_text(CAST($2 AS JSON))) AND o.removed_at IS NULL
) x
GROUP BY x.what
ORDER BY x.what
