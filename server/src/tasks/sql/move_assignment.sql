-- To an heir, from $3 on, by an event; unless the heir has that part all that time.
INSERT INTO task_assignment (id, task_id, role, organisation_id, valid_from, valid_to, recorded_from, made_by)
SELECT CAST($1 AS TEXT), a.task_id, a.role, CAST($2 AS TEXT), CASE WHEN a.valid_from > $3 THEN a.valid_from ELSE CAST($3 AS TEXT) END, a.valid_to, CAST($4 AS TEXT), CAST($5 AS TEXT)
FROM task_assignment a
WHERE a.id = $6 AND NOT EXISTS (
    SELECT 1 FROM task_assignment other
    WHERE other.task_id = a.task_id AND other.role = a.role AND other.organisation_id = $2 AND other.valid_to >= a.valid_to
        AND other.valid_from <= CASE WHEN a.valid_from > $3 THEN a.valid_from ELSE $3 END
        AND other.recorded_to = '9999-12-31T23:59:59.999999Z')
