-- As list, of some bodies. $8 their ids.
WITH found AS (
@include organisations/row
    FROM organisation_state s
    JOIN organisation_name n ON n.organisation_id = s.organisation_id
    WHERE
@include organisations/held
        AND
@include organisations/matches
        AND (CAST($7 AS TEXT) IS NULL OR s.kind = $7)
        AND s.organisation_id IN (SELECT value FROM json_each($8))
),
asked (sort) AS (SELECT CAST($9 AS TEXT)),
@include organisations/list_page
    LIMIT $10 OFFSET $11
),
@include organisations/with_parents
@include organisations/list_order
