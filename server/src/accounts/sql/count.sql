WITH RECURSIVE
@include organisations/scope
SELECT COUNT(*)
FROM user_account u
WHERE (u.search_key LIKE $4 OR u.login LIKE $4)
    AND (
        EXISTS (
            SELECT 1 FROM held_role h
            WHERE h.user_id = u.id AND h.valid_from <= $3 AND h.valid_to > $3
                AND h.recorded_to = '9999-12-31T23:59:59.999999Z'
                AND h.organisation_id IN (SELECT id FROM scope)
        )
        OR NOT EXISTS (
            SELECT 1 FROM held_role h
            WHERE h.user_id = u.id AND h.valid_from <= $3 AND h.valid_to > $3
                AND h.recorded_to = '9999-12-31T23:59:59.999999Z'
        )
    )
