-- Everything that the signs of one association depend on, oldest first.
SELECT x.what, x.since, x.until, x.number, x.stage
FROM (
    SELECT 'profile' AS what, p.valid_from AS since, p.valid_to AS until, p.board_seats AS number, p.stage
    FROM association_profile p
    WHERE p.organisation_id = $1 AND p.recorded_to = '9999-12-31T23:59:59.999999Z'
    UNION ALL
    SELECT 'term', t.begins_on, t.ends_on, t.board_seats, NULL
    FROM association_term t
    WHERE t.organisation_id = $1 AND t.removed_at IS NULL
    UNION ALL
    SELECT 'board', h.valid_from, h.valid_to, NULL, NULL
    FROM holding h
    JOIN association_post o ON o.id = h.record_id
    WHERE h.organisation_id = $1 AND h.kind = 'post' AND h.recorded_to = '9999-12-31T23:59:59.999999Z' AND o.removed_at IS NULL
        AND o.post NOT IN ('inspection_head', 'inspection_member')
    UNION ALL
    SELECT 'report', b.done_on, NULL, b.year, NULL
    FROM association_obligation b
    WHERE b.organisation_id = $1 AND b.kind = 'annual_report' AND b.removed_at IS NULL
    UNION ALL
    SELECT 'activity', c.held_on, NULL, NULL, NULL
    FROM association_congress c
    WHERE c.organisation_id = $1 AND c.held_on IS NOT NULL AND c.removed_at IS NULL
    UNION ALL
    SELECT 'activity', m.booked_on, NULL, NULL, NULL
    FROM (SELECT DISTINCT booked_on FROM association_money WHERE organisation_id = $1 AND removed_at IS NULL) m
    UNION ALL
    SELECT 'activity', d.disclosed_on, NULL, NULL, NULL
    FROM association_disclosure d
    WHERE d.organisation_id = $1 AND d.removed_at IS NULL
) x
ORDER BY x.since, x.what
