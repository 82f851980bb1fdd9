@include imports/batch
WHERE b.id = $1 AND b.organisation_id = $2 AND b.kind = $3
