-- A file of a body within reach, of a visible document, or of evidence for a task that is visible.
WITH RECURSIVE
@include organisations/scope
SELECT f.id, f.name, f.media_type, f.size_bytes, f.sha256
FROM stored_file f
WHERE f.id = $4
    AND (
        f.organisation_id IN (SELECT id FROM scope)
        OR EXISTS (
            SELECT 1 FROM document d
            WHERE d.file_id = f.id AND
@include documents/is_visible
        )
        OR EXISTS (
            SELECT 1
            FROM evidence e
            JOIN task et ON et.id = e.task_id
            WHERE e.file_id = f.id
                AND (
                    et.organisation_id IN (SELECT id FROM scope)
                    OR EXISTS (
                        SELECT 1 FROM task_assignment ea
                        WHERE ea.task_id = et.id AND ea.organisation_id IN (SELECT id FROM scope)
                            AND ea.valid_from <= $3 AND ea.valid_to > $3
                            AND ea.recorded_to = '9999-12-31T23:59:59.999999Z'
                    )
                )
        )
    )
