WITH RECURSIVE
@include associations/found
SELECT f.id, f.name, f.short_name, f.kind, f.level, f.valid_from, f.valid_to, f.class, f.status, f.field, f.supervisor_id, f.office,
    f.equipment, f.confirmed_at, f.profile_from
FROM found f
ORDER BY
    CASE WHEN CAST($14 AS TEXT) = 'name_down' THEN f.sort_key END DESC,
    CASE WHEN $14 = 'class' THEN f.class END,
    CASE WHEN $14 = 'status' THEN f.status END,
    CASE WHEN $14 = 'confirmed_at' THEN COALESCE(f.confirmed_at, '') END,
    f.sort_key, f.id
LIMIT $15 OFFSET $16
