@include imports/batch
WHERE b.organisation_id = $1 AND b.kind = $2
ORDER BY b.created_at DESC, b.id DESC
LIMIT $3 OFFSET $4
