-- What the signs of health rest on. $1 to $13 as in found, $14 the day from which early leaving counts, $15 the year of the
-- money, $16 one association; NULL: all.
WITH RECURSIVE
@include associations/found
,
post AS (
    SELECT h.organisation_id, COUNT(*) AS posts,
        SUM(CASE WHEN o.post = 'chair' AND h.valid_from <= $5 AND h.valid_to > $5 THEN 1 ELSE 0 END) AS chairs,
        SUM(CASE WHEN h.valid_to <= $5 AND h.valid_to > $14 AND EXISTS (
            SELECT 1 FROM association_term t
            WHERE t.organisation_id = h.organisation_id AND t.removed_at IS NULL AND t.number = o.term_number
                AND t.ends_on > h.valid_to) THEN 1 ELSE 0 END) AS left_early
    FROM holding h
    JOIN association_post o ON o.id = h.record_id
    WHERE h.kind = 'post' AND h.recorded_to = '9999-12-31T23:59:59.999999Z' AND o.removed_at IS NULL
    GROUP BY h.organisation_id
),
congress AS (
    SELECT c.organisation_id, SUM(CASE WHEN c.present * 2 <= c.convened THEN 1 ELSE 0 END) AS without_quorum
    FROM association_congress c
    WHERE c.removed_at IS NULL AND c.held_on <= $5 AND c.held_on > $14
    GROUP BY c.organisation_id
),
term AS (
    SELECT t.organisation_id, COUNT(*) AS terms FROM association_term t WHERE t.removed_at IS NULL GROUP BY t.organisation_id
),
money AS (
    SELECT m.organisation_id, SUM(m.amount) AS income, SUM(CASE WHEN m.source = 'state' THEN m.amount ELSE 0 END) AS state_income
    FROM association_money m
    WHERE m.year = $15 AND m.direction = 'income' AND m.removed_at IS NULL
    GROUP BY m.organisation_id
)
SELECT f.id, f.name, f.profile_from, f.office, f.equipment, COALESCE(t.terms, 0), COALESCE(p.posts, 0), COALESCE(p.chairs, 0),
    COALESCE(p.left_early, 0), COALESCE(c.without_quorum, 0), CAST(COALESCE(m.income, 0) AS BIGINT),
    CAST(COALESCE(m.state_income, 0) AS BIGINT)
FROM found f
LEFT JOIN term t ON t.organisation_id = f.id
LEFT JOIN post p ON p.organisation_id = f.id
LEFT JOIN congress c ON c.organisation_id = f.id
LEFT JOIN money m ON m.organisation_id = f.id
WHERE CAST($16 AS TEXT) IS NULL OR f.id = $16
ORDER BY f.sort_key, f.id
