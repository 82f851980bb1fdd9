SELECT l.written, l.meant_id
FROM learned_name l
WHERE l.id = $1 AND l.organisation_id = $2
